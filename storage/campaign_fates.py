"""What became of a campaign's letters beyond their state: seen, refused for which reason."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import sessions, spending
from storage.audiences import UNSENT, count_people
from storage.letters import UNFINISHED
from storage.tables.mail import RETRY, Campaign, Letter


@dataclass(frozen=True, slots=True)
class Written:
    """A campaign as it was written: what its correction or its repeat needs."""

    id: int
    municipality_id: str
    kind: str
    state: str
    audience: dict[str, Any]
    bodies: dict[str, list[dict[str, Any]]]
    follows: int | None
    made_by: int | None
    cost: int
    hold_until: datetime


@dataclass(frozen=True, slots=True)
class Receipts:
    """People whose messenger has said that the message arrived, or was seen."""

    delivered: int
    seen: int


@dataclass(frozen=True, slots=True)
class Progress:
    """Letters that have ended, of all there will be."""

    state: str
    since: datetime
    ended: int
    people: int


async def find(session: AsyncSession, id: int) -> Written | None:
    query = select(
        Campaign.id,
        Campaign.municipality_id,
        Campaign.kind,
        Campaign.state,
        Campaign.audience,
        Campaign.bodies,
        Campaign.follows_id,
        Campaign.made_by,
        Campaign.cost,
        Campaign.hold_until,
    ).where(Campaign.id == id)
    row = (await session.execute(query)).first()
    return Written(*tuple(row)) if row else None


async def receipts(session: AsyncSession, id: int) -> Receipts:
    """By the letter that fared best: a messenger may be silent about a part."""
    arrived = func.coalesce(Letter.delivered_at, Letter.seen_at).is_not(None)
    query = select(
        func.count(case((arrived, Letter.account_id)).distinct()),
        func.count(case((Letter.seen_at.is_not(None), Letter.account_id)).distinct()),
    ).where(Letter.campaign_id == id, Letter.state == "sent")
    return Receipts(*(await session.execute(query)).one())


async def reasons(session: AsyncSession, id: int) -> dict[str, int]:
    """People for whom it was refused, by the reason's code."""
    query = (
        select(Letter.reason, func.count(Letter.account_id.distinct()))
        .where(Letter.campaign_id == id, Letter.state.in_(("refused", "failed")))
        .group_by(Letter.reason)
        .order_by(Letter.reason)
    )
    return {reason: int(count) for reason, count in await session.execute(query)}


async def progress(session: AsyncSession, id: int) -> Progress | None:
    """How far it has come."""
    query = select(Campaign.state, Campaign.hold_until, Campaign.people).where(Campaign.id == id)
    row = (await session.execute(query)).first()
    if row is None:
        return None
    ended = select(func.count(Letter.account_id.distinct())).where(
        Letter.campaign_id == id, Letter.state.not_in(UNFINISHED)
    )
    count = int((await session.execute(ended)).scalar_one())
    return Progress(row.state, row.hold_until, count, row.people)


async def retryable(session: AsyncSession, id: int) -> dict[str, int]:
    """How many people can be tried once more, by how their letter ended."""
    counts = {}
    for state in UNSENT:
        counts[state] = await count_people(session, {"missed": [id, [state]]})
    return {state: count for state, count in counts.items() if count}


async def refs(session: AsyncSession, id: int, accounts: Collection[int]) -> dict[int, str]:
    """The messenger's ids of a campaign's messages and of its repeats', where one was all of it."""
    repeats = and_(Campaign.follows_id == id, Campaign.kind == RETRY)
    ids = select(Campaign.id).where(or_(Campaign.id == id, repeats))
    query = (
        select(Letter.account_id, func.max(Letter.sent_ref))
        .where(Letter.campaign_id.in_(ids), Letter.account_id.in_(accounts))
        .where(Letter.state == "sent", Letter.part_of.is_(None))
        .group_by(Letter.account_id)
        .having(func.count() == 1)
    )
    return {account: ref for account, ref in await session.execute(query) if ref}


async def settle(session: AsyncSession, id: int) -> None:
    """What it costs is what was charged, once nothing more goes out.

    So many as may not be told were free are counted as if they had been charged.
    """
    place = select(Campaign.municipality_id).where(Campaign.id == id)
    terms = await spending.terms(session, (await session.execute(place)).scalar_one())
    free = func.count(case((and_(Letter.state == "sent", Letter.charged.is_(False)), 1)))
    parts = (
        select(func.count(), free)
        .where(Letter.campaign_id == id, Letter.bot.in_(sessions.CHARGED))
        .where(Letter.state.in_(("sent", "claimed", "unknown")))
        .group_by(Letter.part)
    )
    rows = await session.execute(parts)
    charged = sum(count - spending.in_tens(free) for count, free in rows)
    changed = update(Campaign).where(Campaign.id == id).values(cost=charged * terms.price)
    await session.execute(changed.execution_options(synchronize_session=False))


def plain(bodies: Sequence[dict[str, Any]]) -> bool:
    """Whether these words stand alone, so that other words can take their place."""
    return len(bodies) == 1 and not (bodies[0].get("picture") or bodies[0].get("document"))
