"""A meeting that has begun or is over: what was decided, photos, the file.  Subject: its id."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Document, Html, Outgoing, Picture, lines
from handlers.parts import meeting_page as page
from handlers.parts import seminar_page
from handlers.parts.meeting_decided import decided
from handlers.parts.meeting_page import read
from storage import mail, meetings, minutes
from storage.assist import may_help
from storage.meetings import Shown
from storage.minutes import Recorded
from storage.staff import is_staff


@dataclass(frozen=True, slots=True)
class Wanted:
    """The file of a meeting."""

    meeting: Shown
    file: dict[str, Any]


async def script(chat: Chat) -> Wanted | Done | Open:
    known = chat.subject.isdecimal()
    meeting = await chat.read(meetings.find, int(chat.subject)) if known else None
    if meeting is None or not meeting.begun(chat.me.now):
        return Open("meetings", chat.subject)
    recorded = await chat.read(minutes.of, meeting.id)
    said = lines(
        _said(chat, meeting, recorded), lines(*await seminar_page.told(chat, meeting)), by="\n\n"
    )
    what = await chat.choose("what", said, await _choices(chat, meeting, recorded))
    if what == "file" and recorded.file:
        return Wanted(meeting, recorded.file)
    if what == "photos":
        for number, media in enumerate(recorded.photos):
            chat.say(f"photo-{number}", "", Picture(media))
        back = (chat.text("meetings-back-to-page"), Open("meetings", str(meeting.id)))
        return Done(
            chat.text("meetings-photos-of", title=read(chat.me, meeting.title)), links=(back,)
        )
    return Open("meetings") if what == "list" else Open(what, str(meeting.id))


def _said(chat: Chat, meeting: Shown, recorded: Recorded) -> Html:
    text, me = chat.text, chat.me
    head = text(
        "meetings-card",
        title=read(me, meeting.title),
        when=page.at(text, meeting.starts_at, meeting),
        place=read(me, meeting.place),
    )
    head = lines(text("seminar-word") if meeting.seminar else "", head)
    if not recorded.tellable:
        nothing = text("meetings-nothing-decided", kind=meeting.kind)
        return lines(head, nothing, by="\n\n")
    told = decided(text, lambda words: read(me, words), recorded)
    return lines(head, text("meetings-decided"), told, by="\n\n")


async def _choices(chat: Chat, meeting: Shown, recorded: Recorded) -> list[Choice]:
    text, choices = chat.text, []
    if recorded.photos:
        count = len(recorded.photos)
        choices.append(Choice("photos", text("meetings-photos", count=count)))
    if recorded.file:
        choices.append(Choice("file", text("meetings-file")))
    choices += await seminar_page.ways(chat, meeting)
    choices.append(Choice("list", text("meetings-others")))
    if await chat.read(is_staff, chat.me.person, meeting.municipality_id):
        choices.append(Choice("meeting-desk", text("meetings-desk")))
    elif await chat.read(may_help, chat.me.person, meeting.municipality_id):
        choices.append(Choice("meeting-came", text("meetings-came")))
    return choices


async def apply(session: Any, me: Me, text: Text, result: Wanted | Done | Open) -> Outcome:
    if not isinstance(result, Wanted):
        return result
    file = Outgoing(Html(""), document=Document(**result.file))
    await mail.post(session, [mail.letter(me.bot, me.account, file.to_json(), me.now)])
    back = (text("meetings-back-to-page"), Open("meetings", str(result.meeting.id)))
    return Done(text("meetings-file-sent"), links=(back,))


JOURNEYS = (Journey("meeting-after", script, apply),)
