"""Two pairs of eyes that turn out to be one: somebody has linked both accounts they decided with.

A decision that has not been built upon waits for a real second person again; one that has is
kept, with the log and the public record saying so.
"""

from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import pairs
from storage.cases import Case, change, locked, quiet, tell
from storage.log import note
from storage.reviews import list_made
from storage.tables.announcements import Announcement
from storage.tables.ideas import Idea
from storage.tables.reviews import BallotList, Review
from storage.tables.votes import Irregularity, Process


async def part(session: AsyncSession, kept: int, gone: int, now: datetime) -> None:
    """Called before two people become one, so that nobody stands as their own second."""
    both = (kept, gone)
    query = select(Review.id, Review.idea_id).where(
        Review.reviewer_id.in_(both), Review.second_id.in_(both)
    )
    for id, idea_id in (await session.execute(query.order_by(Review.id))).all():
        case = await locked(session, idea_id)
        again = await _stands_last(session, case, id)
        await change(session, id, second_id=None)
        if again:
            await _look_again(session, case, id, now)
        await note(
            session,
            "review-one-person",
            now,
            municipality=case.municipality,
            subject=f"idea:{case.id}",
            detail={"review": id, "again": again},
        )
    await _part_lists(session, both)
    await _part_announcements(session, both, now)
    await pairs.part(session, both, now)


async def withdraw(session: AsyncSession, person: int, municipality: str | None = None) -> None:
    """Whoever leaves is no first of two any more: they might come back as the second."""
    for column, waits in (
        (Process.seal_by, Process.state == "objections"),
        (Process.release_by, Process.id.in_(await _unreleased(session, person))),
    ):
        theirs = update(Process).where(column == person, waits)
        if municipality is not None:
            theirs = theirs.where(Process.municipality_id == municipality)
        await session.execute(quiet(theirs.values({column.key: None})))
    waiting = (Announcement.made_by == person, Announcement.state == "proposed")
    theirs = update(Announcement).where(*waiting)
    if municipality is not None:
        theirs = theirs.where(Announcement.municipality_id == municipality)
    await session.execute(quiet(theirs.values(state="dropped")))


async def _part_announcements(session: AsyncSession, both: tuple[int, int], now: datetime) -> None:
    """It went out; that one person alone had wanted it is written down."""
    same = Announcement.made_by.in_(both) & Announcement.agreed_by.in_(both)
    lone = update(Announcement).where(same).values(agreed_by=None)
    for id in (await session.execute(quiet(lone.returning(Announcement.id)))).scalars().all():
        await note(session, "announce-one-person", now, subject=f"announcement:{id}")


async def _unreleased(session: AsyncSession, person: int) -> list[int]:
    """Counts that this person, and nobody else yet, would have told."""
    query = select(Process.id, Process.referee).where(Process.release_by == person)
    rows = await session.execute(query)
    return [id for id, referee in rows if not (referee or {}).get("released")]


async def _stands_last(session: AsyncSession, case: Case, id: int) -> bool:
    """Whether nothing but the idea's state rests on this decision."""
    newest = select(Review.id, Review.verdict).where(Review.idea_id == case.id)
    last = (await session.execute(newest.order_by(Review.id.desc()).limit(1))).one()
    fresh = (last.id, case.state, last.verdict) in (
        (id, "admitted", "pass"),
        (id, "declined", "reject"),
    )
    return fresh and not await list_made(session, case.process)


async def _look_again(session: AsyncSession, case: Case, id: int, now: datetime) -> None:
    await change(session, id, state="proposed", done_at=None)
    await session.execute(quiet(update(Idea).where(Idea.id == case.id).values(state="reviewing")))
    await tell(session, case, f"again:{id}", now)


async def _part_lists(session: AsyncSession, both: tuple[int, int]) -> None:
    same = BallotList.made_by.in_(both) & BallotList.agreed_by.in_(both)
    lone = update(BallotList).where(same).values(made_by=None).returning(BallotList.process_id)
    for process_id in (await session.execute(quiet(lone))).scalars().all():
        row = {"process_id": process_id, "kind": "list-one-person"}
        await session.execute(insert(Irregularity).values(row))
