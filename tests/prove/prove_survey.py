"""Results of a survey that ten thousand people have answered, while others go on talking."""

import asyncio
import gc
import statistics
import tempfile
import time
from collections.abc import Awaitable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import insert

from bot.civic.survey.form import Form, Item, Kind, Option
from bot.tools import WorkTools
from handlers.citizen.needs_publish import publish
from storage import demo, surveys, tables
from storage.demo.place import DEMO
from storage.demo.surveys import ITEMS, LISTS
from storage.engine import Database
from storage.places import settlements
from storage.surveys import NewSurvey
from storage.tables.people import Person
from storage.tables.surveys import SurveyResponse
from tests.dialogues.test_arriving import join
from tests.prove.report import Report
from tests.support.world import Guest, World

TITLE = "A survey's results, counted from 10,000 sheets while others talk"
PEOPLE = 10_000
SECONDS = 2.0  # for table and chart of a survey
STALL = 0.25  # seconds that the event loop may stand still, on a machine that others use too
TICK = 0.002
SIZES = {"7 questions": 0, "60 questions": 53}
WHO = (
    Item("sex", Kind.ONE, {"ka": "სქესი"}, options="sex"),
    Item("age", Kind.INTEGER, {"ka": "ასაკი"}),
)
SEX = tuple(Option(id, {"ka": id}) for id in "fm")


async def prove(report: Report) -> None:
    for name, more in SIZES.items():
        with tempfile.TemporaryDirectory() as folder:
            await _one(report, Path(folder), name, more)


async def _one(report: Report, folder: Path, name: str, more: int) -> None:
    address = f"sqlite:///{folder}/survey.db"
    await _made(address)
    world = await World.open(address, folder)
    try:
        id = await _asked(world, more)
        gc.collect()  # what making the answers has left behind is not the survey's
        nino = world.telegram()
        await join(nino)
        quiet, _, _ = await _while(nino, asyncio.sleep(SECONDS))
        work = publish({"survey": id}, _tools(world))
        busy, seconds, stall = await _while(nino, work)
    finally:
        await world.close()
    report.figure(f"{name}: read, counted, drawn, kept", f"{seconds:.2f} s")
    report.figure(f"{name}: longest stall of the event loop", f"{stall * 1000:.0f} ms")
    replies = " → ".join(f"{statistics.median(times) * 1000:.0f}" for times in (quiet, busy))
    report.figure(f"{name}: a reply, alone → meanwhile (median)", f"{replies} ms")
    if not more and seconds > SECONDS:
        report.fail(f"{name}: not within {SECONDS:.0f} s")
    if stall > STALL:
        report.fail(f"{name}: the event loop stood still for {stall * 1000:.0f} ms")


async def _made(address: str) -> None:
    database = Database(address)
    async with database.engine.begin() as connection:
        await connection.run_sync(tables.Base.metadata.create_all)
    await database.close()


def _tools(world: World) -> WorkTools:
    tools = world.app.workers._tools
    assert isinstance(tools, WorkTools)
    return tools


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
