"""What an author can do: correct an idea that came back, appeal against a rejection."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic import review as rules
from bot.civic.review import NotAllowed
from storage import due
from storage.cases import Case, locked, move, quiet, rejection, tell
from storage.log import note
from storage.reviews import FIX_OVER
from storage.tables.ideas import Idea
from storage.tables.reviews import Review


async def resubmit(
    session: AsyncSession, idea_id: int, author: int, changes: Mapping[str, Any], now: datetime
) -> None:
    """The author's correction: a new formal check opens.  Raises NotAllowed."""
    case = await _own(session, idea_id, author)
    if case.state != "returned" or case.fix_until is None:
        raise NotAllowed("state")
    if now >= case.fix_until:
        raise NotAllowed("late")
    await session.execute(
        quiet(update(Idea).where(Idea.id == idea_id).values(**changes, fix_until=None))
    )
    await due.cancel(session, FIX_OVER, str(idea_id))
    await move(session, case, "resubmit", now)
    await _log(session, case, author, "idea-corrected", now, {"parts": sorted(changes)})


async def lapse(session: AsyncSession, idea_id: int, now: datetime) -> None:
    """The days to correct it are over: declined, as appealable as any rejection."""
    case = await locked(session, idea_id)
    if case.state != "returned" or case.fix_until is None or now < case.fix_until:
        raise NotAllowed("state")
    await move(session, case, "lapse", now)
    last = await rejection(session, idea_id)
    await tell(session, case, f"lapse:{last.id if last else 0}", now)
    await _log(session, case, None, "idea-lapsed", now, {})


async def appeal_until(session: AsyncSession, case: Case) -> datetime | None:
    """Until when a declined idea can be appealed; None if it cannot, or has been."""
    last = await _last(session, case.id)
    if case.state != "declined" or last is None or last.stage == "appeal":
        return None
    decided = case.fix_until if last.verdict == "fix" else last.done_at
    if decided is None:
        return None
    return rules.last_moment(decided, case.edition.appeal_days, case.zone)


async def appealable(session: AsyncSession, idea_id: int, now: datetime) -> bool:
    """Whether the author of a declined idea can still appeal."""
    until = await appeal_until(session, await locked(session, idea_id, hold=False))
    return until is not None and now < until


async def appeal(
    session: AsyncSession, idea_id: int, author: int, plea: str, now: datetime
) -> Case:
    """Ask for another decision, by people who had no part in the first.  Raises NotAllowed."""
    case = await _own(session, idea_id, author)
    until = await appeal_until(session, case)
    if until is None:
        raise NotAllowed("once" if case.state == "declined" else "state")
    if now >= until:
        raise NotAllowed("late")
    await move(session, case, "appeal", now, plea=plea)
    await _log(session, case, author, "idea-appealed", now, {})
    return case


async def forget(session: AsyncSession, person_id: int) -> None:
    """The words of somebody's appeals; what was decided stays."""
    theirs = select(Idea.id).where(Idea.author_id == person_id)
    await session.execute(quiet(update(Review).where(Review.idea_id.in_(theirs)).values(plea="")))


async def answer_until(session: AsyncSession, idea_id: int) -> datetime | None:
    """Until when the author is promised an answer; None if nothing is being checked."""
    query = select(Review.due_at).where(Review.idea_id == idea_id, Review.state != "done")
    return (await session.execute(query.order_by(Review.id.desc()).limit(1))).scalar_one_or_none()


async def _own(session: AsyncSession, idea_id: int, author: int) -> Case:
    case = await locked(session, idea_id)
    if case.author != author:
        raise NotAllowed("role")
    return case


async def _last(session: AsyncSession, idea_id: int) -> Review | None:
    query = select(Review).where(Review.idea_id == idea_id, Review.state == "done")
    newest = query.order_by(Review.id.desc()).limit(1)
    row = await session.execute(newest.execution_options(populate_existing=True))
    return row.scalar_one_or_none()


async def _log(
    session: AsyncSession,
    case: Case,
    person: int | None,
    action: str,
    now: datetime,
    detail: dict[str, Any],
) -> None:
    await note(
        session,
        action,
        now,
        person=person,
        municipality=case.municipality,
        subject=f"idea:{case.id}",
        detail=detail or None,
    )
