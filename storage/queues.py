"""What waits in the outbox: for whoever writes more into it, and for those who watch over it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.engine import core
from storage.letters import is_open
from storage.tables.mail import Letter


@dataclass(frozen=True, slots=True)
class Waiting:
    """Letters of a bot's lane that are due and not sent, and the seconds the oldest has waited."""

    bot: str
    lane: int
    letters: int
    age: float


async def waiting(session: AsyncSession, now: datetime) -> list[Waiting]:
    """Every lane in which something is due."""
    query = (
        select(Letter.bot, Letter.lane, func.count(), func.min(Letter.due_at))
        .where(is_open(), Letter.due_at <= now)
        .group_by(Letter.bot, Letter.lane)
        .order_by(Letter.bot, Letter.lane)
    )
    rows = await core(session).execute(query)
    return [
        Waiting(bot, lane, int(count), (now - oldest).total_seconds())
        for bot, lane, count, oldest in rows
    ]


async def is_long(
    session: AsyncSession, bot: str, lane: int, letters: int, since: datetime
) -> bool:
    """Whether more than so many letters are ahead of a new one, and the queue moves.

    One that is still as long as it was at `since` stands still.
    """
    query = (
        select(Letter.written_at)
        .where(Letter.bot == bot, Letter.lane <= lane, is_open())
        .order_by(Letter.lane, Letter.id)
        .offset(letters)
        .limit(1)
    )
    written = (await core(session).execute(query)).scalar_one_or_none()
    return written is not None and written > since
