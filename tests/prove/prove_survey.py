"""Results of a survey that ten thousand people have answered, while others go on talking."""

import asyncio
import gc
import os
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import insert

from bot.app import App
from bot.civic.survey.form import Form, Item, Kind, Option
from bot.working import WorkerProcess
from storage import demo, jobs, surveys, tables
from storage.demo.place import DEMO
from storage.demo.surveys import ITEMS, LISTS
from storage.engine import Database
from storage.places import settlements
from storage.surveys import RESULTS, NewSurvey
from storage.tables.people import Person
from storage.tables.surveys import SurveyResponse
from tests.prove.report import Report
from tests.support import databases
from tests.support.acts import join
from tests.support.postgres import VARIABLE
from tests.support.world import Guest, World

TITLE = "A survey's results, counted from 10,000 sheets while others talk"
PEOPLE = 10_000
SECONDS = 2.0  # from the end of a survey until table and chart are there
STALL = 0.1  # seconds that the event loop may stand still
SLOWER = 1.5  # times: how much longer a reply may take meanwhile
TICK = 0.002
SIZES = {"7 questions": 0, "60 questions": 53}
WHO = (
    Item("sex", Kind.ONE, {"ka": "სქესი"}, options="sex"),
    Item("age", Kind.INTEGER, {"ka": "ასაკი"}),
)
SEX = tuple(Option(id, {"ka": id}) for id in "fm")


async def prove(report: Report) -> None:
    for size, more in SIZES.items():
        with tempfile.TemporaryDirectory() as folder:
            address = f"sqlite:///{folder}/survey.db"
            await _one(report, Path(folder), f"SQLite, {size}", address, more)
            async with _postgres() as address:
                await _one(report, Path(folder), f"PostgreSQL, {size}", address, more)


@asynccontextmanager
async def _postgres() -> AsyncIterator[str]:
    given = os.environ[VARIABLE]
    address = await databases.copy(given, databases.sibling(given, "survey"))
    yield address
    await databases.drop(address)


async def _one(report: Report, folder: Path, name: str, address: str, more: int) -> None:
    await _made(address)
    world = await World.open(address, folder)
    work = Work(world.app, address, folder)
    try:
        id = await _asked(world, more)
        gc.collect()  # what making the answers has left behind is not the survey's
        nino = world.telegram()
        await join(nino)
        await work.ready()
        first, _, _ = await _while(nino, asyncio.sleep(SECONDS))
        before = work.computed()
        busy, seconds, stall = await _while(nino, work.results(id))
        computed = work.computed() - before
        last, _, _ = await _while(nino, asyncio.sleep(SECONDS))
    finally:
        await work.stop()
        await world.close()
    alone, meanwhile = statistics.median([*first, *last]), statistics.median(busy)
    said = f"{seconds:.2f} s, of which computing {computed:.2f} s"
    report.figure(f"{name}: from asking to table and chart", said)
    report.figure(f"{name}: longest stall of the event loop", f"{stall * 1000:.0f} ms")
    times = f"{alone * 1000:.0f} → {meanwhile * 1000:.0f} ms, {meanwhile / alone:.2f} times"
    report.figure(f"{name}: a reply, alone → meanwhile (median of {len(busy)})", times)
    if seconds > SECONDS:
        report.fail(f"{name}: not within {SECONDS:.0f} s")
    if stall > STALL:
        report.fail(f"{name}: the event loop stood still for {stall * 1000:.0f} ms")
    if meanwhile > SLOWER * alone:
        report.fail(f"{name}: replies took {meanwhile / alone:.1f} times as long")


class Work:
    """The process of slow work, as `serve` keeps it, on the world's database."""

    def __init__(self, app: App, address: str, folder: Path) -> None:
        self.clock, self.database, self.dispatcher = app.clock, app.database, app.dispatcher
        self._done = asyncio.Event()
        settings = {
            "DATABASE_URL": address,
            "SECRET_KEY": "a key for tests, forty characters long...",
            "DATA_DIR": str(folder),
            "VOTE_KEYS_DIR": str(folder / "vote-keys"),
        }
        self._worker = WorkerProcess(self, {**os.environ, **settings})
        self._running = asyncio.create_task(self._worker.run())

    def sending_all(self) -> None:
        self._done.set()

    async def ready(self) -> None:
        while not self._worker.name:
            await asyncio.sleep(TICK)

    def computed(self) -> float:
        """Seconds of processor time that it has used."""
        assert self._worker.process
        stat = Path(f"/proc/{self._worker.process.pid}/stat").read_text()
        user, system = stat.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    async def results(self, survey: int) -> None:
        """Ask for a survey's results, and wait for them."""
        async with self.database.writing() as session:
            await jobs.ask_for(session, RESULTS, {"survey": survey}, datetime.now(UTC))
        await self._done.wait()
        async with self.database.reading() as session:
            found = await surveys.find(session, survey)
        assert found and found.results and found.results["charts"]

    async def stop(self) -> None:
        self._running.cancel()
        with suppress(asyncio.CancelledError):
            await self._running


async def _made(address: str) -> None:
    database = Database(address)
    async with database.engine.begin() as connection:
        await connection.run_sync(tables.Base.metadata.create_all)
    await database.close()


async def _asked(world: World, more: int) -> int:
    """A survey with its answers, and this many further questions; its id."""
    now, chance = world.clock.now(), Random(1)
    further = [
        Item(f"q{at}", Kind.ONE, {"ka": f"კითხვა {at}"}, options="light") for at in range(more)
    ]
    form = Form({"ka": "გამოკითხვა"}, ("ka",), (*ITEMS, *WHO, *further), {**LISTS, "sex": SEX})
    times = now - timedelta(days=1), now + timedelta(days=1)
    async with world.database.writing() as session:
        await demo.fill(session, now)
        id = await surveys.add(session, NewSurvey(DEMO, dict(form.title), {"ka": ""}, *times), form)
        villages = [village.id for village in await settlements(session, DEMO)]
        blank = {"municipality_id": DEMO, "language": "ka", "created_at": now}
        added = insert(Person).returning(Person.id)
        people = list((await session.execute(added, [blank] * PEOPLE)).scalars())
        rows = [
            {
                "survey_id": id,
                "person_id": person,
                "settlement_id": chance.choice(villages),
                "language": chance.choices(("ka", "az"), (9, 1))[0],
                "answered_at": now,
                "answers": _answers(chance, form),
            }
            for person in people
        ]
        await session.execute(insert(SurveyResponse), rows)
    return id


def _answers(chance: Random, form: Form) -> dict[str, str]:
    given = {
        "walk": str(chance.randint(1, 60)),
        "age": str(chance.randint(14, 90)),
        "words": "ხიდი",
    }
    for item in form.items:
        if item.options:
            ids = [option.id for option in form.lists[item.options]]
            picks = chance.sample(ids, 3 if item.kind is Kind.MANY else 1)
            given[item.name] = " ".join(picks)
    return given


async def _while(nino: Guest, work: Awaitable[Any]) -> tuple[list[float], float, float]:
    """How long single replies took while work was done, the work itself, the longest stall."""
    stalls: list[float] = []
    watching = asyncio.create_task(_watch(stalls))
    replies: list[float] = []
    begun = time.perf_counter()
    task = asyncio.ensure_future(work)
    while not task.done():
        said = time.perf_counter()
        await nino.say("/menu")
        replies.append(time.perf_counter() - said)
    await task
    seconds = time.perf_counter() - begun
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching
    return replies, seconds, max(stalls)


async def _watch(stalls: list[float]) -> None:
    """How much later than asked for this is woken up."""
    while True:
        before = time.perf_counter()
        await asyncio.sleep(TICK)
        stalls.append(time.perf_counter() - before - TICK)
