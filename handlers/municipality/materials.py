"""A seminar's materials, for its trainers and coordinators.  The subject is the seminar's id."""

from dataclasses import dataclass
from typing import Any

from bot.civic.review import NotAllowed
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts.meeting_page import read
from storage import audiences, materials, meetings, trainers
from storage.conduct import By
from storage.materials import DOCUMENT, LINK, MOST, PHOTO, HandOut
from storage.meetings import Shown
from storage.staff import is_staff

DROP, TELL, BACK = "drop", "tell", "back"


@dataclass(frozen=True, slots=True)
class Act:
    """Something to take away (its id), or, without it, everything new to be told."""

    meeting: Shown
    drop: int = 0


async def script(chat: Chat) -> Act | Done | Open:
    known = chat.subject.isdecimal()
    meeting = await chat.read(meetings.find, int(chat.subject)) if known else None
    if meeting is None or not await chat.read(trainers.may_work, chat.me.person, meeting):
        return Done(chat.text("trainer-not-yours"))
    found = await chat.read(materials.of, meeting.id)
    told = lines(
        chat.text("materials-of", title=read(chat.me, meeting.title)),
        *(_line(chat.text, one) for one in found),
        "" if found else chat.text("materials-none"),
    )
    match await chat.choose("what", told, _choices(chat, meeting, found)):
        case "back":
            return await _home(chat, meeting)
        case "drop":
            return await _drop(chat, meeting, found)
        case "tell":
            return await _tell(chat, meeting)
        case kind:
            return Open("material-new", f"{meeting.id}-{kind}")


def _line(text: Text, one: HandOut) -> Html:
    line = text("materials-line", kind=one.kind, title=one.title)
    return lines(line, text("materials-told"), by=" ") if one.told_at else line


def _choices(chat: Chat, meeting: Shown, found: list[HandOut]) -> list[Choice]:
    text, choices = chat.text, []
    if len(found) < MOST:
        choices += [
            Choice(DOCUMENT, text("materials-add-document"), wide=True),
            Choice(PHOTO, text("materials-add-photo"), wide=True),
            Choice(LINK, text("materials-add-link"), wide=True),
        ]
    if meeting.begun(chat.me.now) and any(one.told_at is None for one in found):
        choices.append(Choice(TELL, text("materials-to-tell"), wide=True))
    if found:
        choices.append(Choice(DROP, text("materials-to-drop"), wide=True))
    return [*choices, Choice(BACK, text("materials-back"), wide=True)]


async def _drop(chat: Chat, meeting: Shown, found: list[HandOut]) -> Act:
    rows = [Choice(str(one.id), one.title, wide=True) for one in found]
    chosen = await chat.choose("drop", chat.text("materials-drop-which"), rows)
    return Act(meeting, drop=int(chosen))


async def _tell(chat: Chat, meeting: Shown) -> Act | Open:
    count = await chat.read(audiences.count_people, {"took_seats": meeting.id})
    choices = [
        Choice("yes", chat.text("materials-tell-yes"), wide=True),
        Choice("no", chat.text("materials-tell-no"), wide=True),
    ]
    sure = await chat.confirm("sure", chat.text("materials-tell-sure", count=count), choices)
    return Act(meeting) if sure == "yes" else Open("materials", str(meeting.id))


async def _home(chat: Chat, meeting: Shown) -> Open:
    staff = await chat.read(is_staff, chat.me.person, meeting.municipality_id)
    return Open("meeting-desk" if staff else "my-seminar", str(meeting.id))


async def apply(session: Any, me: Me, text: Text, result: Act | Done | Open) -> Outcome:
    if not isinstance(result, Act):
        return result
    meeting, by = result.meeting, By(me.person, result.meeting.municipality_id, me.now)
    try:
        said = await _done(session, by, text, result)
    except NotAllowed as refused:
        gone = refused.why == "role"
        return Done(text("trainer-not-yours") if gone else text("materials-changed"))
    return Done(said, then=Open("materials", str(meeting.id)))


async def _done(session: Any, by: By, text: Text, act: Act) -> Html:
    if act.drop:
        await materials.drop(session, by, act.meeting.id, act.drop)
        return text("materials-dropped")
    count = await materials.tell(session, by, act.meeting.id)
    return text("materials-telling") if count else text("materials-were-told")


JOURNEYS = (Journey("materials", script, apply),)
