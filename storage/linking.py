"""Bringing another messenger to the same person, by a one-time code."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.codes import new_one_time_code
from storage import academy, digests, electorate, topics
from storage.belongings import bury, hand_over
from storage.engine import savepoint
from storage.people import code_hash
from storage.tables.people import Account, Link, Person

LINK_MINUTES = 15
SETTINGS = (
    Person.id,
    Person.name,
    Person.phone_key,
    Person.consent,
    Person.municipality_id,
    Person.settlement_id,
    Person.age_from,
)


@dataclass(frozen=True, slots=True)
class Bridge:
    """A code that somebody showed on one messenger to use on another."""

    person_id: int
    expires_at: datetime
    used: bool

    def open(self, now: datetime) -> bool:
        return not self.used and now < self.expires_at


async def new_link(session: AsyncSession, person_id: int, now: datetime) -> str:
    """A one-time code for a quarter of an hour.  It is nowhere but in the answer."""
    code = new_one_time_code()
    expires_at = now + timedelta(minutes=LINK_MINUTES)
    await session.execute(
        insert(Link).values(code_hash=code_hash(code), person_id=person_id, expires_at=expires_at)
    )
    return code


async def find_link(session: AsyncSession, code: str) -> Bridge | None:
    """Whose code this is, used up or not."""
    query = select(Link.person_id, Link.expires_at, Link.used_at.is_not(None))
    row = (await session.execute(query.where(Link.code_hash == code_hash(code)))).first()
    return Bridge(*row) if row else None


async def bring(session: AsyncSession, code: str, person_id: int, now: datetime) -> bool:
    """Use a code up: all accounts and belongings of this person go to the one who showed it.

    False if the code is used, expired, unknown or the person's own.  Raises ballots.Paused.
    """
    used = (
        update(Link)
        .where(
            Link.code_hash == code_hash(code),
            Link.used_at.is_(None),
            Link.expires_at > now,
            Link.person_id != person_id,
        )
        .values(used_at=now)
        .returning(Link.person_id)
        .execution_options(synchronize_session=False)
    )
    kept = (await session.execute(used)).scalar_one_or_none()
    if kept is None:
        return False
    await unite(session, int(kept), person_id, now)
    return True


async def unite(session: AsyncSession, kept: int, gone: int, now: datetime) -> None:
    """Two people turned out to be one: what only one of them has told us is true of both.

    Raises ballots.Paused, with nothing changed.
    """
    async with savepoint(session):
        await _unite(session, kept, gone, now)


async def _unite(session: AsyncSession, kept: int, gone: int, now: datetime) -> None:
    query = (
        select(*SETTINGS).where(Person.id.in_((kept, gone))).order_by(Person.id).with_for_update()
    )
    await electorate.hold(session, kept, gone)
    rows = {row.id: row for row in await session.execute(query)}
    await bury(session, gone, now)  # first, for a phone belongs to one person only
    mine, theirs = rows[kept], rows[gone]
    changes: dict[str, Any] = {}
    if mine.consent is None and theirs.consent is not None:
        changes |= {
            "consent": theirs.consent,
            "municipality_id": theirs.municipality_id,
            "settlement_id": theirs.settlement_id,
        }
    changes["name"] = mine.name or theirs.name
    changes["phone_key"] = mine.phone_key or theirs.phone_key
    changes["age_from"] = max(mine.age_from, theirs.age_from)
    both = Account.person_id.in_((kept, gone))
    stopped = await session.execute(select(Account.id).where(both, Account.opted_out).limit(1))
    if stopped.first():  # STOP was said for all messengers, and only the person takes it back
        await session.execute(update(Account).where(both).values(opted_out=True))
    await session.execute(update(Person).where(Person.id == kept).values(changes))
    await topics.join(session, kept, gone)
    await academy.join(session, kept, gone)
    await hand_over(session, kept, gone, now)
    await digests.follow(session, kept, now)
