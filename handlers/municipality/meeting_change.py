"""Moving or cancelling a meeting, alone or with the later ones of its series.

The subject is its id; without one the staff's list is shown.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, lines
from handlers.parts import meeting_page as page
from handlers.parts.meeting_page import read
from handlers.parts.meeting_staff import back, later_too, over, own
from storage import meetings, series
from storage.meetings import Shown
from storage.staff import is_staff


@dataclass(frozen=True, slots=True)
class Change:
    """A meeting and its new time; None cancels it.  `later`: those after it in its series too."""

    meeting: Shown
    starts_at: datetime | None
    later: bool = False


async def script(chat: Chat) -> Change | Done | Open:
    if not chat.subject:
        return Open("meeting-desk")
    found = await own(chat, chat.subject)
    if isinstance(found, Done):
        return found
    title, starts = read(chat.me, found.title), page.at(chat.text, found.starts_at, found)
    if not found.coming(chat.me.now):
        return Done(over(chat.text, chat.me, found))
    choices = [
        Choice("move", chat.text("meetings-to-move"), wide=True),
        Choice("cancel", chat.text("meetings-to-cancel"), wide=True),
    ]
    prompt = chat.text("meetings-change-what", title=title, when=starts, count=_told(found))
    what = await chat.choose("what", prompt, choices)
    later = await later_too(chat, found)
    told = _told(found) + sum(map(_told, later))
    if what == "move":
        return await _move(chat, found, told, later=len(later))
    return await _cancel(chat, found, told, later=len(later))


async def _move(chat: Chat, meeting: Shown, told: int, later: int) -> Change | Done:
    starts_at = await chat.moment("time", chat.text("meetings-ask-time"))
    new = page.at(chat.text, starts_at, meeting)
    prompt = lines(
        chat.text("meetings-later-move", count=later) if later else "",
        chat.text("meetings-move-sure", when=new, count=told),
    )
    sure = await _sure(chat, prompt, chat.text("meetings-move-yes"))
    if not sure:
        return Done(chat.text("meetings-kept"), links=back(chat.text, meeting))
    return Change(meeting, starts_at, later > 0)


async def _cancel(chat: Chat, meeting: Shown, told: int, later: int) -> Change | Done:
    title = read(chat.me, meeting.title)
    prompt = lines(
        chat.text("meetings-later-cancel", count=later) if later else "",
        chat.text("meetings-cancel-sure", title=title, count=told),
    )
    sure = await _sure(chat, prompt, chat.text("meetings-cancel-yes"))
    if not sure:
        return Done(chat.text("meetings-kept"), links=back(chat.text, meeting))
    return Change(meeting, None, later > 0)


def _told(meeting: Shown) -> int:
    """How many people are written to."""
    return meeting.signed_up + meeting.waiting


async def _sure(chat: Chat, prompt: Html, yes: Html) -> bool:
    choices = [Choice("yes", yes, wide=True), Choice("no", chat.text("meetings-no"), wide=True)]
    return await chat.confirm("sure", prompt, choices) == "yes"


async def apply(session: Any, me: Me, text: Text, result: Change | Done | Open) -> Outcome:
    if not isinstance(result, Change):
        return result
    meeting, at = result.meeting, result.starts_at
    where = (meeting.id, meeting.municipality_id)
    if not await is_staff(session, me.person, meeting.municipality_id):
        return Done(text("meetings-not-staff"))
    if at is not None and at <= me.now:
        return Refused(text("core-moment-past"), forget=("time",))
    room = series if result.later else meetings
    if at is None:
        done = int(await room.cancel(session, *where, me.now))
        told = text("meetings-was-cancelled", count=done)
    else:
        done = int(await room.move(session, *where, at, me.now))
        told = text("meetings-was-moved", when=page.at(text, at, meeting), count=done)
    if not done:
        return Done(over(text, me, meeting))
    return Done(told, links=back(text, meeting))


JOURNEYS = (Journey("meeting-change", script, apply),)
