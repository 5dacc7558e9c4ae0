"""What the calendar of an edition promises: rows that fall due when a phase begins."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.edition import Calendar
from bot.civic.hours import before_close
from storage import due, idea_rounds
from storage.audiences import unconfirmed
from storage.tables.people import Draft
from storage.tables.work import Log
from storage.votes import Vote, subject

PHASE = "phase"
REMIND = "vote-remind"
SOON, LAST_DAYS, CHECK = "soon", "last-days", "voting-soon"
"""Beside the phases: the announcement itself, the end of a long vote, a look ahead for staff."""

RETRY = timedelta(hours=1)
AHEAD = timedelta(days=3)
LONG = timedelta(days=7)  # a vote of which people are reminded once before it ends


async def plan(session: AsyncSession, id: int, dates: Calendar, now: datetime) -> None:
    """Promise every phase that is ahead or runs; promised again, what has not happened moves."""
    rows = {
        "proposing": (dates.propose_from, dates.propose_until),
        "reviewing": (dates.propose_until, dates.review_until),
        "showing": (dates.review_until, dates.opens_at),
        CHECK: (dates.opens_at - AHEAD, dates.opens_at),
        "voting": (dates.opens_at, dates.closes_at),
    }
    if dates.closes_at - dates.opens_at >= LONG:
        rows[LAST_DAYS] = (dates.closes_at - AHEAD, dates.closes_at)
    for occurrence, (at, until) in rows.items():
        if until > now:
            await promise(session, id, occurrence, at, until)
    await idea_rounds.plan(session, id, dates)


async def promise(
    session: AsyncSession, id: int, occurrence: str, at: datetime, until: datetime
) -> None:
    """One consequence of a date."""
    await due.plan(session, PHASE, subject(id), at, occurrence=occurrence, useful_until=until)


async def try_again(
    session: AsyncSession, id: int, occurrence: str, now: datetime, until: datetime
) -> None:
    """The same in an hour, under the next name: this row ends with the present try."""
    name, _, tries = occurrence.partition("+")
    await promise(session, id, f"{name}+{int(tries or 0) + 1}", now + RETRY, until)


async def plan_reminder(session: AsyncSession, vote: Vote) -> None:
    """Promise to remind those whose ballot is not confirmed, once, before the vote closes."""
    at = before_close(vote.opens_at, vote.closes_at)
    await due.plan(session, REMIND, subject(vote.id), at, useful_until=vote.closes_at)


async def any_pending(session: AsyncSession, id: int) -> bool:
    """Whether anybody has begun a ballot and not confirmed it."""
    query = select(Draft.id).where(unconfirmed(id)).limit(1)
    return (await session.execute(query)).first() is not None


async def last_move(session: AsyncSession, id: int) -> dict[str, Any]:
    """The latest change of the calendar as the log keeps it: its dates and its reason."""
    query = (
        select(Log.detail)
        .where(Log.action == "edition-moved", Log.subject == subject(id))
        .order_by(Log.id.desc())
        .limit(1)
    )
    return (await session.execute(query)).scalar_one() or {}
