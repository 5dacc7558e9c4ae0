"""Who came to a meeting, in numbers: the code to read out, the poster, those without a phone.

For coordinators, for helpers, who stand at the door, and for a seminar's trainers.  The subject is
the meeting's id.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts import meeting_page as page
from handlers.parts.meeting_page import read
from storage import attendance, jobs, meetings, trainers
from storage.attendance import Mark
from storage.meetings import Shown
from storage.staff import is_staff

POSTER = "meeting-poster"
MOST = 30_000


@dataclass(frozen=True, slots=True)
class Act:
    """What is wanted at a meeting's door: its code, a poster, or people counted by hand."""

    meeting: Shown
    what: str
    count: int = 0


async def script(chat: Chat) -> Act | Done | Open:
    known = chat.subject.isdecimal()
    meeting = await chat.read(meetings.find, int(chat.subject)) if known else None
    if meeting is None:
        return Done(chat.text("meetings-gone"))
    if not await chat.read(attendance.may_open, chat.me.person, meeting):
        return Done(chat.text("meetings-not-yours"))
    if meeting.state == "cancelled":
        title = read(chat.me, meeting.title)
        return Done(chat.text("meetings-is-cancelled", title=title, kind=meeting.kind))
    what = await chat.choose("what", await _prompt(chat, meeting), await _choices(chat, meeting))
    if what in ("meeting-desk", "my-seminar"):
        return Open(what, str(meeting.id))
    if what != "hand":
        return Act(meeting, what)
    count = await chat.number("count", chat.text("meetings-ask-by-hand"), at_most=MOST)
    assert count is not None
    return Act(meeting, what, count)


async def _prompt(chat: Chat, meeting: Shown) -> Html:
    text, found = chat.text, await chat.read(attendance.figures, meeting.id)
    head = text(
        "meetings-came-title",
        title=read(chat.me, meeting.title),
        when=page.at(text, meeting.starts_at, meeting),
    )
    if attendance.state(meeting, chat.me.now) is Mark.EARLY:
        return lines(head, text("meetings-expected", count=found.expected), by="\n\n")
    told = text(
        "meetings-came-count",
        there=found.there,
        came=found.came,
        hand=found.by_hand,
        expected=found.expected,
    )
    return lines(head, told, by="\n\n")


async def _choices(chat: Chat, meeting: Shown) -> list[Choice]:
    text, mark = chat.text, attendance.state(meeting, chat.me.now)
    choices = []
    if mark in (Mark.EARLY, Mark.HERE):
        choices.append(Choice("code", text("meetings-to-code"), wide=True))
        choices.append(Choice("poster", text("meetings-to-poster"), wide=True))
    if mark is not Mark.EARLY:
        choices.append(Choice("hand", text("meetings-to-hand"), wide=True))
    if await chat.read(is_staff, chat.me.person, meeting.municipality_id):
        choices.append(Choice("meeting-desk", text("meetings-to-desk"), wide=True))
    elif await chat.read(trainers.leads, chat.me.person, meeting.id):
        choices.append(Choice("my-seminar", text("trainer-to-page"), wide=True))
    return choices


async def apply(session: Any, me: Me, text: Text, result: Act | Done | Open) -> Outcome:
    if not isinstance(result, Act):
        return result
    meeting, place = result.meeting, result.meeting.municipality_id
    if not await attendance.may_open(session, me.person, meeting):
        return Done(text("meetings-not-yours"))
    again = ((text("meetings-came"), Open("meeting-came", str(meeting.id))),)
    if result.what == "hand":
        await attendance.count_by_hand(session, meeting.id, place, result.count)
        return Done(text("meetings-counted", count=result.count), links=again)
    code = await attendance.door(session, meeting, me.now)
    if result.what == "code":
        address = f"{me.home}/s/{code}" if me.home else ""
        return Done(lines(text("meetings-code", code=code), address, by="\n\n"), links=again)
    args = {"meeting": meeting.id, "person": me.person, "to": [me.bot, me.account]}
    await jobs.ask_for(session, POSTER, {**args, "code": code, "speaks": me.language}, me.now)
    return Done(text("print-making", name=text("print-poster")), links=again)


JOURNEYS = (Journey("meeting-came", script, apply),)
