"""The last question before an announcement goes out.  The subject is its id.

From a set number of people on a second person is asked as well: see `announce_agree`.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Outgoing, lines
from handlers.parts import announce_words as words
from handlers.parts.announce_access import own
from handlers.parts.announce_end import held, refusal
from handlers.parts.announce_figures import figures
from handlers.parts.announce_message import Bodies, as_json, bodies
from storage import announcements, mail, spending
from storage.announcements import Announced, NotNow
from storage.audiences import count_people, read_by
from storage.recipients import recipient
from storage.staff import is_staff
from storage.tables.mail import NOTICE


@dataclass(frozen=True, slots=True)
class Sending:
    """An announcement, what people will get, and the letter to whoever may agree by language."""

    found: Announced
    bodies: Bodies
    asking: dict[str, Outgoing]


async def script(chat: Chat) -> Sending | Done | Open:
    found = await own(chat)
    if found is None:
        return Open("announce-page", chat.subject)
    page = Open("announce-page", str(found.id))
    made, prompt = await bodies(chat, found), Html("")
    if not chat.settled("sure"):  # else `send` looks again, and all of it is read for nothing
        if why := await chat.read(announcements.unfit, found, chat.me.now):
            return Done(refusal(chat.text, why), then=page)
        prompt = await _prompt(chat, found, made)
    choices = (
        Choice("yes", chat.text("announce-yes"), wide=True),
        Choice("preview", chat.text("announce-to-preview"), wide=True),
        Choice("no", chat.text("announce-to-page"), wide=True),
    )
    match await chat.confirm("sure", prompt, choices):
        case "yes":
            return Sending(found, made, {code: _asking(chat, code, found) for code in ("ka", "en")})
        case "preview":
            return Open("announce-preview", str(found.id))
        case _:
            return page


async def _prompt(chat: Chat, found: Announced, made: Bodies) -> Html:
    return lines(
        lines(
            chat.text("announce-to"),
            *await words.audience(chat, found.municipality_id, found.audience),
        ),
        await figures(chat, found, made),
        lines(*await _notes(chat, found)),
        chat.text("announce-sure"),
        by="\n\n",
    )


async def _notes(chat: Chat, found: Announced) -> list[Html]:
    """What to think of: a language without a text, a second person."""
    readers = await chat.read(read_by, found.audience, chat.me.main_language)
    notes = [
        chat.text("announce-lacks", language=words.language(chat.text, code))
        for code in readers
        if code not in found.texts
    ]
    terms = await chat.read(spending.terms, found.municipality_id)
    if await chat.read(count_people, found.audience) >= terms.approve_from:
        notes.append(chat.text("announce-needs-second", count=terms.approve_from))
    return notes


def _asking(chat: Chat, code: str, found: Announced) -> Outgoing:
    text = chat.text_in(code)
    look = Choice(f"go:announce-agree:{found.id}", text("announce-to-agree"), wide=True)
    return Outgoing(text("announce-asks-you"), (look,), (Choice("!menu", text("core-menu")),))


async def apply(session: Any, me: Me, text: Text, result: Sending | Done | Open) -> Outcome:
    if not isinstance(result, Sending):
        return result
    found = result.found
    if not await is_staff(session, me.person, found.municipality_id):
        return Done(text("announce-not-staff"))
    try:
        made = as_json(result.bodies)
        id = await announcements.send(session, found.id, made, me.person, me.now)
    except NotNow as refused:
        return Done(refusal(text, refused.why), then=Open("announce-page", str(found.id)))
    if id is not None:
        return await held(session, me, text, id)
    others = await announcements.seconds(session, found)
    await _ask(session, me, others, result.asking)
    back = ((text("announce-take-back"), Open("announce-back", str(found.id))),)
    return Done(text("announce-proposed") if others else text("announce-nobody"), links=back)


async def _ask(session: Any, me: Me, people: list[int], asking: dict[str, Outgoing]) -> None:
    """Everybody who may agree hears of it at once."""
    letters = []
    for person in people:
        if who := await recipient(session, person):
            body = asking[who.language if who.language in asking else "ka"].to_json()
            letters.append(mail.letter(who.bot, who.account_id, body, me.now, lane=NOTICE))
    await mail.post(session, letters)


JOURNEYS = (Journey("announce-send", script, apply),)
