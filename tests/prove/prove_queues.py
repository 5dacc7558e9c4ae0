"""With a million letters behind it the outbox is as quick and small as with ten thousand."""

import asyncio
import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from storage import campaigns, digests, due, letters, mail, queues
from storage.engine import Database
from storage.letters import Held, Wanted
from storage.tables.mail import BULK
from storage.tables.topics import DIGEST
from tests.prove.report import Report
from tests.support import databases, history
from tests.support.crowd import NOW, PLACE
from tests.support.history import Ask, fill, plan, scans, seconds
from tests.support.postgres import VARIABLE
from tests.support.town import tables

TITLE = "Queue queries take the same time and memory with 10,000 and 1,000,000 letters in history"
FEW, MANY, WAITING = 10_000, 1_000_000, 600
LONGER = 3.0  # times; what is read grows by none, but the trees of the indexes grow higher
MORE = 10  # megabytes that a process may need on top; a million letters alone would be hundreds
LEAST = 0.0005  # seconds: below, a ratio would measure the machine

HELD = Held("fake", "holder", 1)
LEASE = timedelta(seconds=60)


async def claim(session: AsyncSession) -> None:
    held = await letters.hold(session, HELD.name, HELD.holder, NOW, LEASE)
    assert held is not None
    taken = await letters.claim(session, held, Wanted("token", NOW, NOW + LEASE, BULK, 120))
    assert len(taken) == 120


async def gather(session: AsyncSession) -> None:
    held = await letters.hold(session, HELD.name, HELD.holder, NOW, LEASE)
    assert held is not None
    taken = await letters.claim(session, held, Wanted("token", NOW, NOW + LEASE, BULK, 120))
    wanted = [replace(letter, choice=DIGEST, edit="") for letter in taken]
    assert len(await digests.gather(session, wanted, NOW)) == 120


async def evening(session: AsyncSession) -> None:
    assert await digests.waiting(session, 7) == []


async def carried(session: AsyncSession) -> None:
    assert await digests.carried(session, 7) == []


async def settled(session: AsyncSession) -> None:
    await digests.settle(session, {7}, NOW)


async def take_over(session: AsyncSession) -> None:
    assert await letters.release_all(session, HELD) == 0


async def superseded(session: AsyncSession) -> None:
    ids = list(range(history.RECIPIENTS - 119, history.RECIPIENTS + 1))
    assert await letters.superseded(session, ids) == set()


async def receipt(session: AsyncSession) -> None:
    assert await letters.note_receipt(session, ("fake", "chat-7", "ref-1-7"), "delivered", NOW)


async def queue_age(session: AsyncSession) -> None:
    [lane] = await queues.waiting(session, NOW)
    assert lane.letters == WAITING


async def is_long(session: AsyncSession) -> None:
    assert await queues.is_long(session, "fake", BULK, 500, NOW - timedelta(days=2))


async def any_due(session: AsyncSession) -> None:
    assert not await due.any_due(session, NOW)


async def report_of(session: AsyncSession) -> None:
    report = await campaigns.report(session, 1, PLACE)
    assert report is not None and report.counts == {"sent": history.RECIPIENTS}


async def next_event(session: AsyncSession) -> None:
    assert await mail.oldest_open(session, "fake", "chat-7") is None


QUERIES: Mapping[str, Ask] = {
    "claim of 120 letters": claim,
    "claim of 120 letters for a digest": gather,
    "what waits for a digest": evening,
    "what a digest tells": carried,
    "the end of a digest": settled,
    "taking over what was claimed": take_over,
    "edits that a later one replaces": superseded,
    "a receipt": receipt,
    "queue age": queue_age,
    "is the queue long": is_long,
    "is anything due": any_due,
    "report of a campaign": report_of,
    "a chat's next event": next_event,
}


@dataclass(frozen=True, slots=True)
class Measured:
    """What one query took, and how it was done."""

    seconds: float
    plan: list[str]


@dataclass(frozen=True, slots=True)
class Measures:
    """Every query on one history, and the memory of a process that sends what waits, in MB."""

    queries: dict[str, Measured]
    memory: float


async def measured(url: str, size: int) -> Measures:
    """On a history of so many letters."""
    await tables(url)
    database = Database(url)
    try:
        await fill(database, size, WAITING)
        queries = {
            name: Measured(await seconds(database, ask), await plan(database, ask))
            for name, ask in QUERIES.items()
        }
        return Measures(queries, await _memory(url))
    finally:
        await database.close()


async def _memory(url: str) -> float:
    command = (sys.executable, "-m", "tests.support.outbox", url)
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    said, _ = await process.communicate()
    sent, kilobytes = map(int, said.split())
    assert sent == WAITING
    return kilobytes / 1024


async def prove(report: Report) -> None:
    with tempfile.TemporaryDirectory() as folder:
        sizes = [await measured(f"sqlite:///{folder}/{size}.db", size) for size in (FEW, MANY)]
    _compare(report, "SQLite", *sizes)
    given = os.environ[VARIABLE]
    sizes = []
    for size in (FEW, MANY):
        url = await databases.copy(given, databases.sibling(given, f"queues_{size}"))
        sizes.append(await measured(url, size))
        await databases.drop(url)
    _compare(report, "PostgreSQL", *sizes)


def _compare(report: Report, engine: str, few: Measures, many: Measures) -> None:
    memory = f"{few.memory:.0f} → {many.memory:.0f} MB"
    report.figure(f"{engine}: memory of a process that sends {WAITING} letters", memory)
    if many.memory > few.memory + MORE:
        report.fail(f"{engine}: memory grows with the history: {memory}")
    for name in QUERIES:
        before, after = few.queries[name].seconds, many.queries[name].seconds
        ratio = max(after, LEAST) / max(before, LEAST)
        times = f"{before * 1000:.2f} → {after * 1000:.2f} ms, {ratio:.1f} times"
        report.figure(f"{engine}: {name}", times)
        report.line(f"{engine}, {name}: {_short(many.queries[name].plan)}")
        if ratio > LONGER:
            report.fail(f"{engine}: {name} takes {ratio:.1f} times as long")
        if found := scans(many.queries[name].plan):
            report.fail(f"{engine}: {name} reads a whole table: {found}")


def _short(lines: list[str]) -> str:
    """The steps that look into a table."""
    looks = ("SEARCH", "SCAN", "Scan")
    steps = [line.strip(" ->") for line in lines if any(look in line for look in looks)]
    return "; ".join(dict.fromkeys(steps))
