"""Holding a meeting again: every week, every month or on listed days.  Subject: its id."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.civic.series import MOST, at_dates, monthly, weekly
from bot.conversation import Chat
from bot.formats import day, typed_day
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, lines
from handlers.parts import meeting_page as page
from handlers.parts.meeting_staff import back, over, own
from storage import series
from storage.meetings import Shown
from storage.staff import is_staff

BETWEEN = re.compile(r"[,;\n]+")
SHOWN = 12  # dates that are read back


@dataclass(frozen=True, slots=True)
class Again:
    """A meeting, and when it is held again."""

    meeting: Shown
    moments: tuple[datetime, ...]


async def script(chat: Chat) -> Again | Done:
    meeting = await own(chat, chat.subject)
    if isinstance(meeting, Done):
        return meeting
    if not meeting.coming(chat.me.now):
        return Done(over(chat.text, chat.me, meeting))
    moments = await _moments(chat, meeting)
    told = [page.at(chat.text, moment, meeting) for moment in moments[:SHOWN]]
    more = len(moments) - len(told)
    listed = lines(*told, chat.text("meetings-more-dates", count=more) if more else "")
    choices = [
        Choice("yes", chat.text("meetings-repeat-yes"), wide=True),
        Choice("how", chat.text("meetings-repeat-other"), wide=True),
    ]
    prompt = chat.text("meetings-repeat-sure", count=len(moments), dates=listed)
    if await chat.confirm("sure", prompt, choices) == "how":
        chat.edit("how", "times", "days")
    return Again(meeting, tuple(moments))


async def _moments(chat: Chat, meeting: Shown) -> list[datetime]:
    text = chat.text
    choices = [
        Choice("week", text("meetings-every-week"), wide=True),
        Choice("month", text("meetings-every-month"), wide=True),
        Choice("days", text("meetings-on-days"), wide=True),
    ]
    how = await chat.choose("how", text("meetings-ask-repeat"), choices)
    if how != "days":
        times = await chat.number("times", text("meetings-ask-times"), at_least=1, at_most=MOST - 1)
        assert times is not None
        return {"week": weekly, "month": monthly}[how](meeting.starts_at, meeting.zone, times)
    said = await chat.ask("days", text("meetings-ask-days"), check=_check(chat, meeting))
    return _at(meeting, [found for one in _parts(said) if (found := typed_day(one))])


def _at(meeting: Shown, days: list[date]) -> list[datetime]:
    return sorted(set(at_dates(meeting.starts_at, meeting.zone, days)))


def _parts(said: str) -> list[str]:
    return [part for part in BETWEEN.split(said) if part.strip()]


def _check(chat: Chat, meeting: Shown) -> Any:
    def problem(said: str) -> str | None:
        parts = _parts(said)
        if not parts or len(parts) >= MOST:
            return chat.text("meetings-bad-days")
        for part in parts:
            found = typed_day(part)
            if found is None:
                return chat.text("meetings-bad-day", said=part.strip())
            if _at(meeting, [found])[0] <= chat.me.now:
                return chat.text("meetings-day-past", day=day(found))
        return None

    return problem


async def apply(session: Any, me: Me, text: Text, result: Again | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    meeting = result.meeting
    if not await is_staff(session, me.person, meeting.municipality_id):
        return Done(text("meetings-not-staff"))
    where = (meeting.id, meeting.municipality_id)
    count = await series.repeat(session, *where, result.moments, me.now)
    dates = (text("meetings-dates"), Open("meetings", f"s{meeting.series_id or meeting.id}"))
    return Done(text("meetings-repeated", count=count), links=(dates, *back(text, meeting)))


JOURNEYS = (Journey("meeting-repeat", script, apply),)
