"""Questions and changes about what happens at a time: the row is the promise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, delete, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.work import Due

KEY = ["kind", "subject", "person_id", "occurrence"]
CHUNK = 500  # rows of one statement


class Outdated(Exception):
    """Raised by due work: what the row promised no longer holds; nothing it wrote is kept."""


@dataclass(frozen=True, slots=True)
class DueRow:
    """A row whose time has come."""

    id: int
    kind: str
    subject: str
    person_id: int
    occurrence: str
    version: int
    due_at: datetime
    useful_until: datetime | None
    attempts: int


async def plan(
    session: AsyncSession,
    kind: str,
    subject: str,
    due_at: datetime,
    *,
    person_id: int = 0,
    occurrence: str = "",
    version: int = 0,
    useful_until: datetime | None = None,
) -> None:
    """Promise something for a time.  Promised again with another time or version, the row moves."""
    row = {
        "kind": kind,
        "subject": subject,
        "person_id": person_id,
        "occurrence": occurrence,
        "version": version,
        "due_at": due_at,
        "useful_until": useful_until,
    }
    await plan_all(session, [row])


async def plan_all(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    """Promise many things; each row has the arguments of `plan`, all of them."""
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    for start in range(0, len(rows), CHUNK):
        insert = engine.insert(Due).values(list(rows[start : start + CHUNK]))
        new = insert.excluded
        kept = and_(Due.state == "done", Due.due_at == new.due_at, Due.version == new.version)
        changes = {
            "due_at": new.due_at,
            "version": new.version,
            "useful_until": new.useful_until,
            "state": case((kept, "done"), else_="open"),
            "attempts": 0,
            "retry_at": None,
            "outage_id": case((kept, Due.outage_id)),
        }
        await session.execute(insert.on_conflict_do_update(index_elements=KEY, set_=changes))


async def put_off(
    session: AsyncSession,
    kind: str,
    subject: str,
    whose: tuple[int, str],
    times: tuple[datetime, datetime | None],
) -> None:
    """Move what has not happened yet.

    `whose` are the person and the occurrence, `times` when it is due and until when it is useful.
    """
    await session.execute(
        update(Due)
        .where(Due.kind == kind, Due.subject == subject, Due.state == "open")
        .where(Due.person_id == whose[0], Due.occurrence == whose[1])
        .values(due_at=times[0], useful_until=times[1])
        .execution_options(synchronize_session=False)
    )


async def cancel(
    session: AsyncSession, kind: str, subject: str, *, person_id: int | None = None
) -> None:
    """Take back what has not happened yet, for one person or for everybody."""
    gone = delete(Due).where(Due.kind == kind, Due.subject == subject, Due.state == "open")
    if person_id is not None:
        gone = gone.where(Due.person_id == person_id)
    await session.execute(gone)


async def claim_due(session: AsyncSession, now: datetime, limit: int) -> list[DueRow]:
    """Rows whose time has come, the earliest first, locked until the transaction ends.

    The caller does the consequence and finishes each row in the same transaction: exactly once.
    """
    query = (
        select(
            Due.id,
            Due.kind,
            Due.subject,
            Due.person_id,
            Due.occurrence,
            Due.version,
            Due.due_at,
            Due.useful_until,
            Due.attempts,
        )
        .where(*_due(now))
        .order_by(Due.due_at, Due.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [DueRow(*row) for row in await session.execute(query)]


async def any_due(session: AsyncSession, now: datetime) -> bool:
    """Whether a claim is worth a writing transaction."""
    return (await session.execute(select(Due.id).where(*_due(now)).limit(1))).first() is not None


async def overdue(session: AsyncSession, now: datetime) -> int:
    """How many rows have come due and are not worked off."""
    query = select(func.count()).select_from(Due).where(*_due(now))
    return int((await session.execute(query)).scalar_one())


async def finish_due(session: AsyncSession, id: int, state: str) -> None:
    """The row's end: done, outdated or failed."""
    await session.execute(_change(id).values(state=state, retry_at=None))


async def retry_due(session: AsyncSession, id: int, at: datetime) -> None:
    """One more failed attempt; try again at this time."""
    await session.execute(_change(id).values(attempts=Due.attempts + 1, retry_at=at))


async def due_states(session: AsyncSession, kind: str, subject: str) -> dict[str, int]:
    """How many rows of a subject are in each state: why did a reminder go, or not."""
    query = (
        select(Due.state, func.count())
        .where(Due.kind == kind, Due.subject == subject)
        .group_by(Due.state)
    )
    return {state: int(count) for state, count in await session.execute(query)}


def _due(now: datetime) -> tuple[Any, ...]:
    return (
        Due.state == "open",
        Due.due_at <= now,
        or_(Due.retry_at.is_(None), Due.retry_at <= now),
    )


def _change(id: int) -> Any:
    return update(Due).where(Due.id == id).execution_options(synchronize_session=False)
