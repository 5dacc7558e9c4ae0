"""What announcements cost where a messenger charges, and what a municipality may spend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import sessions
from storage.audiences import count_on
from storage.tables.mail import Campaign
from storage.tables.people import Municipality

EURO = 10_000
"""Money is counted in 1/10,000 of a euro: one message costs little more than a cent."""

ROUNDED = 10  # people: what it costs must not tell their number, nor who has written lately
UNDERWAY = timedelta(hours=2)  # from the full hour; within it an announcement has gone out


@dataclass(frozen=True, slots=True)
class Terms:
    """The municipality's rules of announcing; `price` 0: nothing is charged, `ceiling` 0: none."""

    municipality_id: str
    approve_from: int
    price: int
    ceiling: int
    zone: ZoneInfo


async def terms(session: AsyncSession, municipality_id: str) -> Terms:
    query = select(
        Municipality.approve_from,
        Municipality.message_price,
        Municipality.monthly_ceiling,
        Municipality.time_zone,
    ).where(Municipality.id == municipality_id)
    approve_from, price, ceiling, zone = (await session.execute(query)).one()
    return Terms(municipality_id, approve_from, price, ceiling * EURO, ZoneInfo(zone))


async def set_terms(session: AsyncSession, municipality_id: str, values: Mapping[str, int]) -> None:
    """Change approve_from, message_price or monthly_ceiling."""
    changed = update(Municipality).where(Municipality.id == municipality_id).values(dict(values))
    await session.execute(changed.execution_options(synchronize_session=False))


async def estimate(
    session: AsyncSession,
    audience: Mapping[str, Any],
    terms: Terms,
    bodies: Mapping[str, Sequence[Mapping[str, Any]]],
    at: datetime,
) -> int:
    """At most so much, if it begins at this moment."""
    charged = await charged_people(session, audience, at)
    return terms.price * charged * max(map(messages, bodies.values()), default=0)


async def charged_people(session: AsyncSession, audience: Mapping[str, Any], at: datetime) -> int:
    """How many are written to outside of a session where that costs, rounded up to tens.

    A session counts that is surely open until the last letter is out.  It is looked at by the hour,
    and less than ten of them do not count, or trying hours would tell when somebody wrote.
    """
    last = at.replace(minute=0, second=0, microsecond=0) + UNDERWAY
    talking = sessions.open_at(last)
    everybody, free = await count_on(session, audience, sessions.CHARGED, talking)
    return -(-everybody // ROUNDED) * ROUNDED - in_tens(free)


def in_tens(free: int) -> int:
    """How many of those who are written to for nothing may be told."""
    return free // ROUNDED * ROUNDED


def messages(bodies: Sequence[Mapping[str, Any]]) -> int:
    """How many messages these are at most: a file stands alone, a caption may be too long."""
    return sum(2 if (body.get("picture") or body.get("document")) else 1 for body in bodies)


async def spent(session: AsyncSession, terms: Terms, now: datetime) -> int:
    """What announcements of this month cost, those ahead included."""
    local = now.astimezone(terms.zone)
    begun = local.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    query = select(func.coalesce(func.sum(Campaign.cost), 0)).where(
        Campaign.municipality_id == terms.municipality_id, Campaign.hold_until >= begun
    )
    return int((await session.execute(query)).scalar_one())


async def too_dear(session: AsyncSession, terms: Terms, cost: int, now: datetime) -> bool:
    """Whether the month's ceiling would be exceeded."""
    return bool(terms.ceiling) and cost + await spent(session, terms, now) > terms.ceiling


async def lock(session: AsyncSession, municipality_id: str) -> None:
    """Two announcements are not agreed upon at once, each without the other's cost."""
    row = select(Municipality.id).where(Municipality.id == municipality_id)
    await session.execute(row.with_for_update(key_share=True))
