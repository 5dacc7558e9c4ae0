"""Questions and changes about people, their accounts and their drafts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.codes import is_one_time_code, is_receipt, normalise
from storage.base import table
from storage.engine import core
from storage.tables.people import (
    Account,
    Door,
    Draft,
    Municipality,
    Person,
)

DRAFT_DAYS = 30
LONGEST_CODE = 32


class Conflict(Exception):
    """Somebody else wrote the same row in between: run the whole turn again."""


@dataclass(frozen=True, slots=True)
class Who:
    """A person as a turn knows them."""

    language: str
    municipality_id: str | None
    settlement_id: int | None
    main_language: str
    time_zone: str


@dataclass(frozen=True, slots=True)
class Parked:
    """An unfinished conversation."""

    script: str
    subject: str
    updated_at: datetime


async def meet(
    session: AsyncSession, bot: str, address: str, language: str, now: datetime
) -> tuple[int, int]:
    """First contact: a new person with this account.  Returns (person id, account id)."""
    person = insert(Person).values(language=language, name="", created_at=now).returning(Person.id)
    person_id = int((await core(session).execute(person)).scalar_one())
    account = (
        insert(Account)
        .values(person_id=person_id, bot=bot, address=address, created_at=now)
        .returning(Account.id)
    )
    return person_id, int((await core(session).execute(account)).scalar_one())


async def who_is(session: AsyncSession, person_id: int) -> Who:
    """The person's settings, as they are now."""
    query = (
        select(
            Person.language,
            Person.municipality_id,
            Person.settlement_id,
            Municipality.main_language,
            Municipality.time_zone,
        )
        .outerjoin(Municipality, Municipality.id == Person.municipality_id)
        .where(Person.id == person_id)
    )
    row = (await core(session).execute(query)).one()
    return Who(row[0], row[1], row[2], row[3] or "ka", row[4] or "Asia/Tbilisi")


async def set_reachable(session: AsyncSession, account_id: int, reachable: bool) -> None:
    """Whether the messenger lets us write to this account; says nothing about consent."""
    await core(session).execute(
        update(Account).where(Account.id == account_id).values(reachable=reachable)
    )


async def opt_out(session: AsyncSession, person_id: int, out: bool) -> None:
    """Stop or resume everything but answers, on all messengers of this person."""
    await core(session).execute(
        update(Account).where(Account.person_id == person_id).values(opted_out=out)
    )


async def find_draft(
    session: AsyncSession, person_id: int, script: str, subject: str
) -> tuple[int, dict[str, Any], int] | None:
    """(id, state, version) of a parked conversation."""
    query = select(Draft.id, Draft.state, Draft.version).where(
        Draft.person_id == person_id, Draft.script == script, Draft.subject == subject
    )
    row = (await core(session).execute(query)).first()
    return (row[0], row[1], row[2]) if row else None


drafts = table(Draft)

KEEP_DRAFT = (
    update(drafts)
    .where(drafts.c.id == bindparam("draft"), drafts.c.version == bindparam("seen"))
    .values(state=bindparam("now_state"), version=drafts.c.version + 1, updated_at=bindparam("now"))
)


async def keep_draft(
    session: AsyncSession, id: int, version: int, state: dict[str, Any], now: datetime
) -> None:
    """Store the state of a known draft.  Raises Conflict if another messenger was quicker."""
    values = {"draft": id, "seen": version, "now_state": state, "now": now}
    if (await core(session).execute(KEEP_DRAFT, values)).rowcount != 1:
        raise Conflict


async def new_draft(
    session: AsyncSession,
    person_id: int,
    script: str,
    subject: str,
    state: dict[str, Any],
    now: datetime,
) -> int:
    """Store a new draft.  Raises Conflict if the same one was opened elsewhere just now."""
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    statement = (
        engine.insert(Draft)
        .values(
            person_id=person_id,
            script=script,
            subject=subject,
            state=state,
            version=0,
            updated_at=now,
        )
        .on_conflict_do_nothing(index_elements=["person_id", "script", "subject"])
        .returning(Draft.id)
    )
    id = (await core(session).execute(statement)).scalar_one_or_none()
    if id is None:
        raise Conflict
    return int(id)


async def keep_door(session: AsyncSession, account_id: int, code: str) -> None:
    """Remember the code somebody came with until they can be answered; '' forgets it."""
    await core(session).execute(update(Account).where(Account.id == account_id).values(door=code))


async def point_to_draft(session: AsyncSession, account_id: int, draft_id: int | None) -> None:
    """Make a draft the account's current one."""
    await core(session).execute(
        update(Account).where(Account.id == account_id).values(draft_id=draft_id)
    )


async def drop_draft(session: AsyncSession, id: int, version: int) -> None:
    """Take a known draft out.  Raises Conflict if another turn has changed or finished it."""
    gone = delete(Draft).where(Draft.id == id, Draft.version == version)
    if (await core(session).execute(gone)).rowcount != 1:
        raise Conflict


async def parked(session: AsyncSession, person_id: int, scripts: Sequence[str]) -> list[Parked]:
    """Unfinished conversations of these journeys, the latest first."""
    query = (
        select(Draft.script, Draft.subject, Draft.updated_at)
        .where(Draft.person_id == person_id, Draft.script.in_(scripts))
        .order_by(Draft.updated_at.desc())
    )
    return [Parked(*row) for row in await core(session).execute(query)]


async def expire_drafts(session: AsyncSession, now: datetime) -> int:
    """Drop drafts nobody touched for 30 days; how many there were."""
    old = delete(Draft).where(Draft.updated_at < now - timedelta(days=DRAFT_DAYS))
    return int((await core(session).execute(old)).rowcount)


async def is_code(session: AsyncSession, typed: str) -> bool:
    """Whether a typed word is a door's code or has the form of a one-time code or a receipt.

    Whether that one exists is not told here: wrong ones are counted where it is used.
    """
    code = as_code(typed)
    if is_one_time_code(code) or is_receipt(code):
        return True
    return (
        await core(session).execute(select(Door.code).where(Door.code == code))
    ).first() is not None


def as_code(typed: str) -> str:
    """A typed or linked code as it is stored; cut where no code is that long."""
    return normalise(typed)[:LONGEST_CODE]


def code_hash(code: str) -> str:
    """What is kept of a one-time code."""
    return sha256(normalise(code).encode()).hexdigest()
