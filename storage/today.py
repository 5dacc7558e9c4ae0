"""Everything that a member of staff owes: one list over all subjects."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage import (
    admission_duties,
    announcements,
    disputes,
    idea_reports,
    lots,
    question_desk,
    release,
    review_pages,
    vote_duties,
    works,
)
from storage.owed import Owed, Query
from storage.tables.people import Municipality

QUERIES: tuple[Query, ...] = (
    review_pages.owed,
    disputes.owed,
    works.owed,
    release.owed,
    lots.owed,
    idea_reports.owed,
    vote_duties.owed,
    announcements.owed,
    question_desk.owed,
    admission_duties.owed,
)
"""A subject with something owed has one line here."""


@dataclass(frozen=True, slots=True)
class Office:
    """The municipality as its letters name it."""

    name: dict[str, str]
    main_language: str
    zone: ZoneInfo


async def owed_by(
    session: AsyncSession, person: int, municipality: str, now: datetime
) -> list[Owed]:
    """What this person owes in this municipality, the most urgent first."""
    found = [one for query in QUERIES for one in await query(session, person, municipality, now)]
    return sorted(found, key=lambda one: (one.due is None, one.due))


async def office(session: AsyncSession, municipality: str) -> Office:
    """For letters of a municipality."""
    query = select(Municipality.name, Municipality.main_language, Municipality.time_zone)
    row = (await session.execute(query.where(Municipality.id == municipality))).one()
    return Office(row[0], row[1], ZoneInfo(row[2]))
