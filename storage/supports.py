"""Who stands behind an idea, and what happens when they are enough."""

from datetime import datetime

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.edition import Edition
from storage import due, reviews
from storage.tables.ideas import Idea, Support
from storage.tables.votes import Process

REACHED = "idea-supported"
"""Due at once when an idea has enough supporters: its author is told.  Subject: the idea."""


async def support(session: AsyncSession, idea_id: int, person_id: int, now: datetime) -> None:
    """Stand behind an idea; the second time is a violated constraint.

    The last supporter that its edition asks for brings it into review.
    """
    query = (
        select(Idea.state, Idea.author_id, Process.edition)
        .outerjoin(Process, Process.id == Idea.process_id)
        .where(Idea.id == idea_id)
        .with_for_update(of=Idea)  # of two at the same moment one must see the other
    )
    state, author, edition = (await session.execute(query)).one()
    await session.execute(insert(Support).values(idea_id=idea_id, person_id=person_id, at=now))
    if state != "submitted" or edition is None:
        return
    if await count(session, idea_id) >= Edition.from_json(edition).support:
        await _reached(session, idea_id, author, now)


async def begin_reached(session: AsyncSession, process_id: int, needed: int, now: datetime) -> None:
    """Ideas that came to enough supporters otherwise, by a merger, go into review as well."""
    query = select(Idea.id, Idea.author_id).where(
        Idea.process_id == process_id, Idea.state == "submitted"
    )
    rows = (await session.execute(query.order_by(Idea.id).with_for_update())).all()
    for idea_id, author in rows:
        if await count(session, idea_id) >= needed:
            await _reached(session, idea_id, author, now)


async def _reached(session: AsyncSession, idea_id: int, author: int, now: datetime) -> None:
    await due.plan(session, REACHED, str(idea_id), now, person_id=author)
    await reviews.begin(session, idea_id, now)


async def count(session: AsyncSession, idea_id: int) -> int:
    """How many stand behind an idea."""
    query = select(func.count()).select_from(Support).where(Support.idea_id == idea_id)
    return int((await session.execute(query)).scalar_one())


async def take_back(session: AsyncSession, idea_id: int, person_id: int) -> None:
    """Stand behind it no longer."""
    await session.execute(
        delete(Support).where(Support.idea_id == idea_id, Support.person_id == person_id)
    )
