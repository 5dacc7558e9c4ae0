"""How often a secret may be tried: after five wrong ones there is a pause, each twice as long.

Counted by messenger account under a code of its address, so neither deleting oneself nor a new
conversation begins anew.  Visitors of the public pages are counted by their network address.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.engine import secrets_of
from storage.keys import code
from storage.tables.electorate import Attempt
from storage.tables.people import Account

FREE = 5  # wrong tries between two pauses
DOUBLINGS = 14  # the longest pause is eleven days
KEPT = timedelta(days=30)
WEB = "web"

Who = int | str
"""An account's id, or a visitor's network address."""


async def pause(session: AsyncSession, who: Who, kind: str, now: datetime) -> datetime | None:
    """Until when nothing more is looked up for them; None if they may try."""
    query = select(Attempt.times, Attempt.last_at).where(
        Attempt.who == await _who(session, who), Attempt.kind == kind
    )
    row = (await session.execute(query)).first()
    if row is None or row.times % FREE:
        return None
    minutes: int = 2 ** min(row.times // FREE, DOUBLINGS)
    until: datetime = row.last_at + timedelta(minutes=minutes)
    return until if now < until else None


async def count(session: AsyncSession, who: Who, kind: str, now: datetime) -> None:
    """One more wrong try."""
    row = {"who": await _who(session, who), "kind": kind, "last_at": now, "times": 1}
    engine: Any = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    statement = engine.insert(Attempt).values(row)
    again = statement.on_conflict_do_update(
        index_elements=["who", "kind"], set_={"times": Attempt.times + 1, "last_at": now}
    )
    await session.execute(again)


async def tidy(session: AsyncSession, now: datetime) -> None:
    """Forget tries of a month ago."""
    await session.execute(delete(Attempt).where(Attempt.last_at < now - KEPT))


async def _who(session: AsyncSession, who: Who) -> str:
    bot, address = WEB, who
    if isinstance(who, int):
        query = select(Account.bot, Account.address).where(Account.id == who)
        bot, address = (await session.execute(query)).one()
    return code(secrets_of(session).identity_key, "attempt", bot, address)
