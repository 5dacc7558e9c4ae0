"""What an author is told of an idea: where it stands, until when something can be done."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.civic.edition import Edition
from storage.cases import locked
from storage.remedies import appeal_until
from storage.tables.ideas import Idea
from storage.tables.people import Municipality
from storage.tables.reviews import Review
from storage.tables.votes import Process, Project


@dataclass(frozen=True, slots=True)
class News:
    """An idea as its author hears of it.  `into` is the (number, title) it was merged into."""

    id: int
    number: int
    title: str
    text: str
    author: int
    state: str
    municipality: str
    office_phone: str
    process: int
    fix_until: datetime | None
    into: tuple[int, str] | None
    project: int | None
    edition: Edition
    zone: ZoneInfo
    appeal_until: datetime | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a check said."""

    stage: str
    verdict: str
    criterion: str
    reason: str
    due_at: datetime


async def news(session: AsyncSession, idea_id: int) -> News | None:
    """The idea, if it belongs to an edition."""
    target = aliased(Idea)
    query = (
        select(
            Idea.id,
            Idea.number,
            Idea.title,
            Idea.text,
            Idea.author_id,
            Idea.state,
            Idea.municipality_id,
            Municipality.office_phone,
            Idea.process_id,
            Idea.fix_until,
            target.number,
            target.title,
            Project.number,
            Process.edition,
            Municipality.time_zone,
        )
        .join(Municipality, Municipality.id == Idea.municipality_id)
        .join(Process, Process.id == Idea.process_id)
        .outerjoin(target, target.id == Idea.merged_into)
        .outerjoin(Project, Project.idea_id == Idea.id)
        .where(Idea.id == idea_id, Process.edition.is_not(None))
    )
    row: Any = (await session.execute(query)).first()
    if row is None:
        return None
    *plain, into, title, project, edition, zone = row
    until = await appeal_until(session, await locked(session, idea_id, hold=False))
    target_idea = (into, title) if into else None
    edited = Edition.from_json(edition)
    values = [*plain, target_idea, project, edited, ZoneInfo(zone), until]
    return News(*values)


async def decision(session: AsyncSession, review_id: int) -> Decision | None:
    """One check, decided or about to be."""
    query = select(
        Review.stage, Review.verdict, Review.criterion, Review.reason, Review.due_at
    ).where(Review.id == review_id)
    row = (await session.execute(query)).first()
    return Decision(*row) if row else None


async def last_fault(session: AsyncSession, idea_id: int) -> Decision | None:
    """What the author was last asked to correct, or why the idea was rejected."""
    query = (
        select(Review.stage, Review.verdict, Review.criterion, Review.reason, Review.due_at)
        .where(Review.idea_id == idea_id, Review.state == "done", Review.stage != "appeal")
        .where(Review.verdict.in_(("fix", "reject")))
        .order_by(Review.id.desc())
        .limit(1)
    )
    row = (await session.execute(query)).first()
    return Decision(*row) if row else None


async def other(session: AsyncSession, idea_id: int) -> tuple[int, str] | None:
    """(number, title) of an idea."""
    row = (await session.execute(select(Idea.number, Idea.title).where(Idea.id == idea_id))).first()
    return (row[0], row[1]) if row else None
