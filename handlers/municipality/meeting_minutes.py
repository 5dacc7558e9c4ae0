"""What is recorded of a meeting, for the staff: the page, sending it once, papers to sign.

The subject is the meeting's id.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts import meeting_page as page
from handlers.parts.meeting_decided import decided
from handlers.parts.meeting_page import read
from handlers.parts.meeting_staff import back, own
from storage import audiences, jobs, minutes
from storage.conduct import By
from storage.meetings import Shown
from storage.minutes import Recorded
from storage.staff import is_staff

JOB = "meeting-minutes"


@dataclass(frozen=True, slots=True)
class Act:
    """To tell everybody what was decided, to print it, or to take a vote out (its id)."""

    meeting: Shown
    what: str
    vote: int = 0


async def script(chat: Chat) -> Act | Done | Open:
    meeting = await own(chat, chat.subject)
    if isinstance(meeting, Done):
        return meeting
    if not meeting.begun(chat.me.now):
        return Done(chat.text("meetings-not-begun"), links=back(chat.text, meeting))
    recorded = await chat.read(minutes.of, meeting.id)
    said = lines(*_told(chat, meeting, recorded), by="\n\n")
    what = await chat.choose("what", said, list(_choices(chat.text, recorded)))
    if what == "strike":
        return await _which(chat, meeting, recorded)
    if what == "tell" and not await _sure(chat, meeting):
        return Open("meeting-minutes", str(meeting.id))
    return Act(meeting, what) if what in ("tell", "print") else Open(what, str(meeting.id))


def _told(chat: Chat, meeting: Shown, recorded: Recorded) -> Iterator[Html]:
    text, head = chat.text, recorded.head
    at = page.at(text, meeting.starts_at, meeting)
    yield text("meetings-came-title", title=read(chat.me, meeting.title), when=at)
    if head:
        yield text(
            "meetings-head",
            chair=head.chair,
            secretary=head.secretary,
            present=head.present,
            advisory=head.advisory,
        )
    if recorded.tellable:
        yield decided(text, lambda words: read(chat.me, words), recorded)
    yield lines(
        "" if recorded.tellable else text("meetings-nothing-recorded"),
        text("meetings-has-photos", count=len(recorded.photos)) if recorded.photos else "",
        text("meetings-has-file") if recorded.file else "",
        text("meetings-has-sheet") if recorded.sheet else "",
        text("meetings-was-told") if recorded.told_at else "",
    )


def _choices(text: Text, recorded: Recorded) -> Iterator[Choice]:
    yield Choice("meeting-decided", text("meetings-to-decided"), wide=True)
    yield Choice("meeting-head", text("meetings-to-head"), wide=True)
    if recorded.head:
        yield Choice("meeting-vote", text("meetings-to-vote"), wide=True)
        yield Choice("meeting-sheet", text("meetings-to-sheet"), wide=True)
        yield Choice("print", text("meetings-to-print"), wide=True)
    if recorded.votes and not recorded.told_at:
        yield Choice("strike", text("meetings-to-strike"), wide=True)
    if recorded.tellable and not recorded.told_at:
        yield Choice("tell", text("meetings-to-tell"), wide=True)


async def _which(chat: Chat, meeting: Shown, recorded: Recorded) -> Act:
    choices = [
        Choice(str(vote.id), read(chat.me, vote.question), wide=True) for vote in recorded.votes
    ]
    chosen = await chat.choose("vote", chat.text("meetings-strike-which"), choices)
    return Act(meeting, "strike", int(chosen))


async def _sure(chat: Chat, meeting: Shown) -> bool:
    count = await chat.read(audiences.count_people, {"signed_up": meeting.id})
    choices = [
        Choice("yes", chat.text("meetings-tell-yes"), wide=True),
        Choice("no", chat.text("meetings-no"), wide=True),
    ]
    return (
        await chat.confirm("sure", chat.text("meetings-tell-sure", count=count), choices) == "yes"
    )


async def apply(session: Any, me: Me, text: Text, result: Act | Done | Open) -> Outcome:
    if not isinstance(result, Act):
        return result
    meeting, by = result.meeting, By(me.person, result.meeting.municipality_id, me.now)
    if not await is_staff(session, me.person, meeting.municipality_id):
        return Done(text("meetings-not-staff"))
    again = ((text("meetings-minutes-page"), Open("meeting-minutes", str(meeting.id))),)
    if result.what == "print":
        args = {"meeting": meeting.id, "person": me.person, "to": [me.bot, me.account]}
        await jobs.ask_for(session, JOB, {**args, "speaks": me.language}, me.now)
        return Done(text("print-making", name=text("meetings-protocol")), links=again)
    if result.what == "strike":
        struck = await minutes.strike(session, by, meeting.id, result.vote)
        return Done(text("meetings-struck") if struck else text("meetings-kept"), links=again)
    if not await minutes.tell(session, by, meeting.id):
        return Done(text("meetings-was-told"), links=again)
    return Done(text("meetings-telling"), links=again)


JOURNEYS = (Journey("meeting-minutes", script, apply),)
