"""Decisions are told, once; the accepted are a cohort, and whoever gives up makes room."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete, distinct, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.admission import (
    ACCEPT,
    DECLINE,
    EVENING,
    MORNING,
    RESERVE,
    places_told,
)
from bot.civic.review import NotAllowed
from storage import admission, applications, due
from storage.admission import Call, quiet
from storage.applications import Applied
from storage.places import time_zone
from storage.tables.academy import Learner
from storage.tables.admission import AdmissionCall, Application

DECIDED = "admission-decided"
"""Due: an applicant learns the decision; subject "application:<id>", as of the three others."""
MOVED = "admission-moved"
"""Due: somebody of the reserve learns that a place is theirs."""
FIRST = "admission-first"
"""Due: the cohort's first day, for one member."""
LAST = "admission-last"
"""Due: the cohort's last day, for one member."""

AFTERWARDS = timedelta(days=7)  # so long after the last day its letter still makes sense
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Figures:
    """A call in numbers; `settlements` are those that may be told."""

    applied: int
    accepted: int
    reserve: int
    declined: int
    settlements: dict[int, int]

    @property
    def undecided(self) -> int:
        return self.applied - self.accepted - self.reserve - self.declined


@dataclass(frozen=True, slots=True)
class Progress:
    """How many members of a cohort there are, have begun its track, and have finished it."""

    members: int
    begun: int
    finished: int


async def figures(session: AsyncSession, call: Call) -> Figures:
    """As they are; once everybody has been told, as they were then."""
    if call.figures is not None:
        kept = dict(call.figures)
        pairs = kept.pop("settlements")
        return Figures(**kept, settlements={id: count for id, count in pairs})
    marks = [one.mark for one in await applications.of_call(session, call.id)]
    homes = await applications.by_settlement(session, call.id)
    return Figures(
        applied=len(marks),
        accepted=marks.count(ACCEPT),
        reserve=marks.count(RESERVE),
        declined=marks.count(DECLINE),
        settlements=places_told(homes, len(marks)),
    )


async def tell(session: AsyncSession, id: int, by: int, now: datetime) -> int:
    """Everybody learns what was decided; to how many.  Raises NotAllowed.

    The call's row is held and told once; each letter is a due row of its own.
    """
    call = await admission.held(session, id)
    applied = await applications.of_call(session, id)
    if why := await _untold(session, call, applied, now):
        raise NotAllowed(why)
    counted = await figures(session, call)
    kept = {name: getattr(counted, name) for name in ("applied", "accepted", "reserve", "declined")}
    kept["settlements"] = list(counted.settlements.items())
    told = update(AdmissionCall).where(AdmissionCall.id == id, AdmissionCall.told_at.is_(None))
    await session.execute(quiet(told.values(told_at=now, figures=kept)))
    zone = await time_zone(session, call.municipality)
    await due.plan_all(session, [_row(DECIDED, one, now, _end(call, zone)) for one in applied])
    for one in applied:
        if one.mark == ACCEPT:
            await _expect(session, call, one, zone)
    await admission.log(session, "admission-told", (id, call.municipality), by, now)
    return len(applied)


async def _untold(
    session: AsyncSession, call: Call, applied: list[Applied], now: datetime
) -> str | None:
    """Why nobody can be told now."""
    today = await admission.local_day(session, call, now)
    if call.told_at is not None:
        return "told"
    if call.days.takes_applications(today):
        return "open"
    if call.days.over(today):
        return "over"
    if not all(one.mark for one in applied):
        return "undecided"
    return None if applied else "nobody"


async def leave(session: AsyncSession, application: int, now: datetime) -> None:
    """An application is taken back, with all that was answered.  Raises NotAllowed.

    If a member gives up after everybody was told, the first of the reserve has their place.
    """
    call, found = await applications.held_one(session, application)
    for kind in (DECIDED, MOVED, FIRST, LAST):
        await due.cancel(session, kind, f"application:{found.id}")
    await session.execute(quiet(delete(Application).where(Application.id == found.id)))
    if found.seat is not None and call.told_at is not None:
        await _move_up(session, call, found.seat, now)


async def _move_up(session: AsyncSession, call: Call, seat: int, now: datetime) -> None:
    if await admission.local_day(session, call, now) > call.days.moves_up_until:
        return
    first = next(iter(await reserve(session, call.id)), None)
    if first is None:
        return
    values = {"mark": ACCEPT, "reason": "", "seat": seat, "marked_at": now}
    await applications.change(session, first.id, **values)
    zone = await time_zone(session, call.municipality)
    await due.cancel(session, DECIDED, f"application:{first.id}")
    await due.plan_all(session, [_row(MOVED, first, now, _end(call, zone))])
    await _expect(session, call, first, zone)


async def reserve(session: AsyncSession, id: int) -> list[Applied]:
    """Who waits for a place, the first leading."""
    waiting = [one for one in await applications.of_call(session, id) if one.mark == RESERVE]
    return sorted(waiting, key=lambda one: (one.marked_at, one.id))


async def _expect(session: AsyncSession, call: Call, member: Applied, zone: ZoneInfo) -> None:
    """Letters of the first day and of the last one."""
    days, end = call.days, _end(call, zone)
    rows = [
        _row(FIRST, member, datetime.combine(days.starts, MORNING, zone), end),
        _row(LAST, member, datetime.combine(days.ends, EVENING, zone), end + AFTERWARDS),
    ]
    await due.plan_all(session, rows)


async def progress(session: AsyncSession, call: Call) -> Progress:
    """Counts, and never who."""
    members = select(Application.person_id).where(
        Application.call_id == call.id, Application.mark == ACCEPT
    )
    learners = select(
        func.count(distinct(Learner.person_id)),
        func.count(distinct(Learner.person_id)).filter(Learner.finished_at.is_not(None)),
    ).where(
        Learner.person_id.in_(members), Learner.course == call.course, Learner.track == call.track
    )
    begun, finished = (await session.execute(learners)).one()
    count = select(func.count()).select_from(members.subquery())
    return Progress((await session.execute(count)).scalar_one(), begun, finished)


def _row(kind: str, one: Applied, at: datetime, until: datetime) -> dict[str, Any]:
    return {
        "kind": kind,
        "subject": f"application:{one.id}",
        "person_id": one.person,
        "occurrence": "",
        "version": 0,
        "due_at": at,
        "useful_until": until,
    }


def _end(call: Call, zone: ZoneInfo) -> datetime:
    """The end of the cohort's last day."""
    day: date = call.days.ends + DAY
    return datetime.combine(day, time(0), zone)
