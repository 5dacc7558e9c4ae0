"""Slow work as rows: asked for inside a turn, done by a worker that holds the row for a while."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.mail import Inbox
from storage.tables.people import Account
from storage.tables.work import Job

LEASE = timedelta(minutes=5)
ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Claimed:
    """A job in one worker's hands."""

    id: int
    kind: str
    args: dict[str, Any]
    account_id: int | None
    attempts: int


async def ask_for(
    session: AsyncSession,
    kind: str,
    args: dict[str, Any],
    now: datetime,
    *,
    account_id: int | None = None,
    nonce: str = "",
) -> None:
    """Add a job.  With an account its result comes back into that chat as an event."""
    await session.execute(
        insert(Job).values(
            kind=kind,
            args={**args, "nonce": nonce},
            account_id=account_id,
            state="open",
            attempts=0,
            due_at=now,
            claim="",
            made_at=now,
        )
    )


async def claim_job(session: AsyncSession, worker: str, now: datetime) -> Claimed | None:
    """The oldest due job, held for five minutes; a dead worker's job falls due again by itself."""
    due = (
        select(Job.id)
        .where(Job.state == "open", Job.due_at <= now)
        .order_by(Job.due_at, Job.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    claim = (
        update(Job)
        .where(Job.id.in_(due))
        .values(attempts=Job.attempts + 1, due_at=now + LEASE, claim=worker)
        .returning(Job.id, Job.kind, Job.args, Job.account_id, Job.attempts)
        .execution_options(synchronize_session=False)
    )
    row = (await session.execute(claim)).first()
    return Claimed(*row) if row else None


async def finish_job(
    session: AsyncSession,
    job: Claimed,
    worker: str,
    result: Any,
    now: datetime,
    *,
    failed: bool = False,
) -> tuple[str, str] | None:
    """Keep the result once; the (bot, chat) to wake if somebody waits for it in a chat.

    What it was made of is forgotten: it may hold a name.
    """
    done = (
        update(Job)
        .where(Job.id == job.id, Job.claim == worker, Job.state == "open")
        .values(state="failed" if failed else "done", result=result, args={})
        .execution_options(synchronize_session=False)
    )
    if (await session.execute(done)).rowcount != 1 or job.account_id is None:  # type: ignore[attr-defined]
        return None
    query = select(Account.bot, Account.address).where(Account.id == job.account_id)
    bot, chat = (await session.execute(query)).one()
    payload = {
        "v": 1,
        "bot": bot,
        "event": f"job:{job.id}",
        "chat": chat,
        "heard": "work",
        "at": now.isoformat(),
        "text": json.dumps(result),
        "nonce": job.args.get("nonce", ""),
    }
    await session.execute(
        insert(Inbox).values(
            bot=bot,
            event=f"job:{job.id}",
            chat=chat,
            payload=payload,
            state="open",
            attempts=0,
            received_at=now,
        )
    )
    return bot, chat


async def any_due(session: AsyncSession, now: datetime) -> bool:
    """Whether a claim is worth a writing transaction."""
    query = select(Job.id).where(Job.state == "open", Job.due_at <= now).limit(1)
    return (await session.execute(query)).first() is not None


async def unfinished(session: AsyncSession) -> int:
    """How many wait or are at work."""
    query = select(func.count()).select_from(Job).where(Job.state == "open")
    return int((await session.execute(query)).scalar_one())


async def keep_job(session: AsyncSession, job: Claimed, worker: str, now: datetime) -> None:
    """The work takes longer: hold it for another five minutes."""
    await session.execute(
        update(Job)
        .where(Job.id == job.id, Job.claim == worker, Job.state == "open")
        .values(due_at=now + LEASE)
        .execution_options(synchronize_session=False)
    )


async def release(session: AsyncSession, worker: str, now: datetime) -> None:
    """This worker has died: what it held is due at once."""
    await session.execute(
        update(Job)
        .where(Job.state == "open", Job.claim == worker, Job.claim != "")
        .values(due_at=now, claim="")
        .execution_options(synchronize_session=False)
    )


async def put_off(session: AsyncSession, job: Claimed, worker: str, until: datetime) -> None:
    """Try again later."""
    await session.execute(
        update(Job)
        .where(Job.id == job.id, or_(Job.claim == worker, Job.claim == ""))
        .values(due_at=until, claim="")
        .execution_options(synchronize_session=False)
    )
