"""Sealing: what was voted is kept, whose vote it was is destroyed.

Each step leaves a mark in its own commit and may be repeated, so that a crash anywhere is resumed
by calling `seal` again.  What the steps undo, and how somebody might still find a link, is written
in docs/architecture.md and tried by tests/storage/test_linkage.py.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from operator import itemgetter
from secrets import token_hex
from sqlite3 import OperationalError
from typing import Any

from sqlalchemy import String, cast, delete, insert, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession

from storage import sqlite, votes
from storage.desks import NEWS
from storage.engine import core, secrets_of
from storage.keys import destroy_key
from storage.tables.electorate import (
    DeskCode,
    PaperBallot,
    PaperBatch,
    Proof,
    RegisterRow,
    Voiding,
    VoterCode,
)
from storage.tables.mail import Letter
from storage.tables.people import Draft
from storage.tables.votes import Ballot, Process, SealedBallot, SealedReceipt
from storage.tables.work import Due

Writing = Callable[[], AbstractAsyncContextManager[AsyncSession]]
Step = Callable[[Writing, int], Awaitable[None]]

SECRET = "vote"  # the journey whose letters tell what somebody picked
TELLING = (SECRET, "papers", "paper-check")  # journeys whose drafts do
REWRITTEN = (
    "ballot",
    "draft",
    "letter",
    "inbox",
    "electorate",
    "proof",
    "desk_code",
    "register_row",
    "voter_code",
    "voiding",
    "attempt",
    "due",
    "media",
    "paper_batch",
    "paper_ballot",
    "sealed_ballot",
    "sealed_receipt",
)
FEW = 5  # of one way of voting in a zone: then nobody is told which way a ballot came
LOOKS, LOOK_SECONDS = 1200, 0.05  # how long an older reader is waited for
CHUNK = 1000


class Busy(Exception):
    """Something else holds what sealing needs; call it again later."""


async def seal(writing: Writing, id: int) -> None:
    """Seal a vote whose sealing two people have confirmed, from wherever it stands to the end.

    Raises Busy.
    """
    while (step := await _next(writing, id)) in STEPS:
        await STEPS[step](writing, id)


async def _next(writing: Writing, id: int) -> str:
    async with writing() as session:
        return (await votes.locked(session, id)).seal_step


async def _copy(writing: Writing, id: int) -> None:
    """In one commit: choices and receipts into tables of their own, everything else about them out.

    Rows of one transaction share xmin; both tables are written whole, in the order of their random
    keys, so neither xmin nor place in the file says which belong together.
    """
    async with writing() as session:
        if (await votes.locked(session, id)).seal_step != "copy":
            return
        query = select(Ballot.choices, Ballot.zone, Ballot.receipt)
        found = (await session.execute(query.where(Ballot.process_id == id, ~Ballot.void))).all()
        ballots = [_sealed(row.choices, row.zone, "chat") for row in found]
        ballots += await _papers(session, id)
        _blank_methods(ballots)
        await _write(session, SealedBallot, id, sorted(ballots, key=itemgetter("key")))
        await _write(
            session, SealedReceipt, id, [{"receipt": r} for r in sorted(r[2] for r in found)]
        )
        await session.execute(delete(Ballot).where(Ballot.process_id == id))
        await _forget_proofs(session, id)
        await _blank_talk(session, id)
        await _advance(session, id, "rewrite", ballots=len(ballots))


def _sealed(choices: Sequence[str], zone: str, method: str) -> dict[str, Any]:
    return {"key": token_hex(16), "choices": choices, "zone": zone, "method": method}


async def _papers(session: AsyncSession, id: int) -> list[dict[str, Any]]:
    """Papers that count; which bundle they lay in is forgotten."""
    ours = PaperBatch.process_id == id
    query = select(PaperBallot.choices, PaperBatch.zone).join(PaperBatch)
    rows = (await session.execute(query.where(ours, PaperBatch.state == "accepted"))).all()
    bundles = select(PaperBatch.id).where(ours)
    await session.execute(delete(PaperBallot).where(PaperBallot.batch_id.in_(bundles)))
    return [_sealed(row.choices, row.zone, "paper") for row in rows]


def _blank_methods(ballots: Sequence[dict[str, Any]]) -> None:
    """Three papers of a village are known to three families."""
    counts = Counter((ballot["zone"], ballot["method"]) for ballot in ballots)
    for ballot in ballots:
        ways = [counts[ballot["zone"], method] for method in ("chat", "paper")]
        if 0 < min(ways) < FEW:
            ballot["method"] = ""


async def _forget_proofs(session: AsyncSession, id: int) -> None:
    """By what people proved who they were: numbers of lists stay, their codes go."""
    for table in (Proof, DeskCode):
        await session.execute(delete(table).where(table.process_id == id))
    for column, number in (
        (RegisterRow.key, RegisterRow.number),
        (VoterCode.code_hash, VoterCode.serial),
    ):
        blank = update(column.class_).where(column.class_.process_id == id)
        await session.execute(blank.values({column.key: cast(number, String)}))
    # What a voter was told names the objection, and its reason may name the voter's number.
    told = (Due.kind == NEWS, Due.subject == votes.subject(id))
    await session.execute(delete(Due).where(*told))
    nobody = {"identity_key": "", "number": 0}
    await session.execute(update(Voiding).where(Voiding.process_id == id).values(nobody))


async def _rewrite(writing: Writing, id: int) -> None:
    """The deleted rows leave the files; until now they could be read from free space."""
    async with writing() as session:
        engine = core(session).engine
    await rewrite(engine, REWRITTEN)
    async with writing() as session:
        await _advance(session, id, "destroy")


async def _destroy(writing: Writing, id: int) -> None:
    """Without the key nobody can make a pseudonym again, whatever backup turns up."""
    async with writing() as session:
        vote = await votes.locked(session, id)
        folder = secrets_of(session).vote_keys
    await destroy_key(folder, vote.key_print)
    async with writing() as session:
        await _advance(session, id, "done")


STEPS: Mapping[str, Step] = {"copy": _copy, "rewrite": _rewrite, "destroy": _destroy}


async def _write(
    session: AsyncSession, table: Any, id: int, rows: Sequence[Mapping[str, Any]]
) -> None:
    for start in range(0, len(rows), CHUNK):
        chunk = [{**row, "process_id": id} for row in rows[start : start + CHUNK]]
        await session.execute(insert(table), chunk)


async def _advance(session: AsyncSession, id: int, step: str, **values: Any) -> None:
    await session.execute(update(Process).where(Process.id == id).values(seal_step=step, **values))


async def _blank_talk(session: AsyncSession, id: int) -> None:
    """What was picked in unfinished conversations, and what our letters said of it."""
    ours = Letter.secret == f"{SECRET}:{id}"
    being_sent = select(Letter.id).where(ours, Letter.state == "claimed").limit(1)
    if (await session.execute(being_sent)).first():
        raise Busy("a letter of this vote is being sent")
    await session.execute(delete(Draft).where(Draft.script.in_(TELLING), Draft.subject == str(id)))
    await session.execute(
        update(Letter)
        .where(ours, Letter.state == "queued")
        .values(state="outdated", reason="sealed")
    )
    await session.execute(update(Letter).where(ours).values(body=null()))


async def rewrite(engine: AsyncEngine, tables: Sequence[str]) -> None:
    """Write tables anew (on SQLite the whole file): the deleted is gone.  Raises Busy."""
    async with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            raw = (await connection.get_raw_connection()).driver_connection
            assert isinstance(raw, sqlite.Connection)
            try:
                await raw.rewrite()
            except OperationalError as error:
                raise Busy("another process uses the file") from error
            return
        bare = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await _outlive(bare)
        for table in tables:
            await bare.exec_driver_sql(f"VACUUM (FULL, ANALYZE) {table}")


async def _outlive(connection: AsyncConnection) -> None:
    """Wait for older transactions: VACUUM keeps what one of them might still want to see.

    A writer in another database counts too: new snapshots begin at the oldest writer of the server.
    """
    mark = (await connection.exec_driver_sql("SELECT pg_current_xact_id()::text")).scalar_one()
    since = f"age('{mark}'::xid8::xid)"
    older = (
        "SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        f" AND (age(backend_xid) >= {since}"
        f" OR datname = current_database() AND age(backend_xmin) >= {since})"
    )
    for _ in range(LOOKS):
        if not (await connection.exec_driver_sql(older)).scalar_one():
            return
        await asyncio.sleep(LOOK_SECONDS)
    raise Busy("an older transaction is still open")
