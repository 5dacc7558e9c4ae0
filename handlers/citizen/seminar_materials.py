"""A seminar's materials, for those who take part.  The subject is the seminar's id."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Document, Html, Outgoing, Picture
from handlers.parts.meeting_page import read
from handlers.parts.print_send import file_name
from storage import mail, materials, meetings
from storage.materials import DOCUMENT, LINK, HandOut


@dataclass(frozen=True, slots=True)
class Wanted:
    """One of the materials."""

    found: HandOut


async def script(chat: Chat) -> Wanted | Done | Open:
    known = chat.subject.isdecimal()
    meeting = await chat.read(meetings.find, int(chat.subject)) if known else None
    if meeting is None or not await chat.read(materials.may_see, chat.me.person, meeting):
        return Done(chat.text("materials-not-yours"))
    found = await chat.read(materials.of, meeting.id)
    if not found:
        return Done(chat.text("materials-none"), links=_page(chat.text, meeting.id))
    rows = [Choice(str(one.id), _row(chat.text, one), wide=True) for one in found]
    back = Choice("back", chat.text("seminar-to-page"), wide=True)
    prompt = chat.text("materials-of", title=read(chat.me, meeting.title))
    chosen = await chat.choose("which", prompt, [*rows, back])
    if chosen == "back":
        return Open("meetings", str(meeting.id))
    return Wanted(next(one for one in found if str(one.id) == chosen))


def _row(text: Text, one: HandOut) -> Html:
    return text("materials-row", kind=one.kind, title=one.title)


def _page(text: Text, id: int) -> tuple[tuple[Html, Open], ...]:
    return ((text("seminar-to-page"), Open("meetings", str(id))),)


async def apply(session: Any, me: Me, text: Text, result: Wanted | Done | Open) -> Outcome:
    if not isinstance(result, Wanted):
        return result
    one = result.found
    others = (text("materials-others"), Open("seminar-materials", str(one.meeting)))
    title = text("materials-title", title=one.title)
    if one.kind == LINK:
        return Done(title, links=((text("materials-open"), one.url), others))
    assert one.media is not None, "whatever is no link has its bytes here"
    if one.kind == DOCUMENT:
        file = Document(one.media, file_name(one.title), one.size)
        body = Outgoing(Html(""), document=file).to_json()
        await mail.post(session, [mail.letter(me.bot, me.account, body, me.now)])
        return Done(title, links=(others,))
    return Done(title, picture=Picture(one.media), links=(others,))


JOURNEYS = (Journey("seminar-materials", script, apply),)
