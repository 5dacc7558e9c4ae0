"""Short codes on posters and in posts, and where they lead."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.codes import new_short_code
from storage.tables.people import Door


@dataclass(frozen=True, slots=True)
class Way:
    """Where a door leads."""

    municipality_id: str
    settlement_id: int | None
    journey: str
    subject: str


async def find_door(session: AsyncSession, code: str) -> Way | None:
    """The door of a normalised code."""
    query = select(Door.municipality_id, Door.settlement_id, Door.journey, Door.subject)
    row = (await session.execute(query.where(Door.code == code))).first()
    return Way(*row) if row else None


async def new_door(session: AsyncSession, way: Way, now: datetime) -> str:
    """A new code that leads there."""
    while True:
        code = new_short_code()
        if await find_door(session, code) is None:
            break
    await keep_door(session, code, way, now)
    return code


async def door_to(session: AsyncSession, way: Way, now: datetime) -> str:
    """The code that leads there; the same one whenever it is asked for."""
    query = select(Door.code).where(
        Door.municipality_id == way.municipality_id,
        Door.settlement_id.is_(None),
        Door.journey == way.journey,
        Door.subject == way.subject,
    )
    known = (await session.execute(query.order_by(Door.made_at).limit(1))).scalar_one_or_none()
    return known or await new_door(session, way, now)


async def keep_door(session: AsyncSession, code: str, way: Way, now: datetime) -> None:
    """Let this very code lead there."""
    await session.execute(
        insert(Door).values(
            code=code,
            municipality_id=way.municipality_id,
            settlement_id=way.settlement_id,
            journey=way.journey,
            subject=way.subject,
            made_at=now,
        )
    )


async def doors_of(session: AsyncSession, municipality_id: str) -> dict[str, Way]:
    """Every door of a municipality by its code, the oldest first."""
    query = (
        select(Door.code, Door.municipality_id, Door.settlement_id, Door.journey, Door.subject)
        .where(Door.municipality_id == municipality_id)
        .order_by(Door.made_at, Door.code)
    )
    return {row[0]: Way(*row[1:]) for row in await session.execute(query)}
