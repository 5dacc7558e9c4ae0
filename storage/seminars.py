"""Seminars of the Academy as learners and coordinators see them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.meetings import LISTED, Shown, shown
from storage.tables.meetings import SEMINAR, Meeting, Signup


@dataclass(frozen=True, slots=True)
class Held:
    """How many seminars have been held, and how many people came to them, each time counted."""

    count: int
    came: int


async def coming(session: AsyncSession, municipality: str, now: datetime) -> list[Shown]:
    """Seminars ahead with all their dates, the next one first."""
    return await _ahead(session, municipality, now)


async def of_lesson(
    session: AsyncSession, municipality: str, lesson: str, now: datetime
) -> Shown | None:
    """The next seminar that belongs to a lesson ("course.lesson")."""
    found = await _ahead(session, municipality, now, Meeting.lesson == lesson)
    return found[0] if found else None


async def _ahead(
    session: AsyncSession, municipality: str, now: datetime, *conditions: Any
) -> list[Shown]:
    query = (
        shown()
        .where(Meeting.municipality_id == municipality, Meeting.kind == SEMINAR)
        .where(Meeting.state == "planned", Meeting.starts_at > now, *conditions)
        .order_by(Meeting.starts_at, Meeting.id)
        .limit(LISTED)
    )
    return [Shown(*row) for row in await session.execute(query)]


async def taken(session: AsyncSession, person: int, now: datetime) -> list[Shown]:
    """Seminars that have begun and for which somebody had a seat or came, the last one first."""
    there = or_(Signup.seat.is_not(None), Signup.came_at.is_not(None))
    mine = select(Signup.meeting_id).where(Signup.person_id == person, there)
    query = (
        shown()
        .where(Meeting.id.in_(mine), Meeting.kind == SEMINAR, Meeting.state != "cancelled")
        .where(Meeting.starts_at <= now)
        .order_by(Meeting.starts_at.desc(), Meeting.id.desc())
    )
    return [Shown(*row) for row in await session.execute(query)]


async def attended(session: AsyncSession, person: int) -> int:
    """At how many seminars somebody was."""
    query = (
        select(func.count())
        .select_from(Signup)
        .join(Meeting, Meeting.id == Signup.meeting_id)
        .where(Signup.person_id == person, Signup.came_at.is_not(None), Meeting.kind == SEMINAR)
    )
    return int((await session.execute(query)).scalar_one())


async def held(session: AsyncSession, municipality: str, now: datetime) -> Held:
    """What a municipality's seminars come to; those counted by hand too."""
    marked = select(func.count(Signup.came_at)).where(Signup.meeting_id == Meeting.id)
    came = Meeting.by_hand + marked.scalar_subquery()
    query = select(func.count(), func.coalesce(func.sum(came), 0)).where(
        Meeting.municipality_id == municipality,
        Meeting.kind == SEMINAR,
        Meeting.state != "cancelled",
        Meeting.starts_at <= now,
    )
    count, people = (await session.execute(query)).one()
    return Held(int(count), int(people))
