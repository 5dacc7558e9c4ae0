"""A thousand people answer each form at random, over the simulator; real ones by MONAWILE_DATA."""

import asyncio
import gc
import os
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from bot.civic.survey.form import Form
from storage import demo, tables
from storage.engine import Database
from tests.prove.report import Report
from tests.rules.test_respondents import FORMS
from tests.support import ram
from tests.support.polling import poll
from tests.support.world import World
from tests.support.xlsforms import real

TITLE = "1,000 respondents of each form, half on each messenger"
PEOPLE = 1_000
TOGETHER = 100  # in one house; the others are asked in other houses


@dataclass(frozen=True, slots=True)
class Walked:
    """What came of some of a form's respondents."""

    ended: int
    different: int
    events: int


async def prove(report: Report) -> None:
    forms = dict(FORMS)
    if folder := os.environ.get("MONAWILE_DATA"):
        forms |= real(Path(folder))
    else:
        report.line("Real forms are left out: MONAWILE_DATA names no folder with them.")
    report.line(
        "They slip and go back now and then. What is stored is compared with what was said; "
        "whoever is asked for what no guess satisfies leaves."
    )
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        for name, form in forms.items():
            _tell(report, name, await _walked(pool, form))


def _tell(report: Report, name: str, walks: Sequence[Walked]) -> None:
    ended, different = sum(walk.ended for walk in walks), sum(walk.different for walk in walks)
    events = sum(walk.events for walk in walks)
    report.figure(
        f"{name}: to the end, stored otherwise, messages", f"{ended}, {different}, {events:,}"
    )
    if different:
        report.fail(f"{name}: {different} sheets are not what was said")
    if not ended:
        report.fail(f"{name}: nobody came to the end")


async def _walked(pool: ProcessPoolExecutor, form: Form) -> list[Walked]:
    loop = asyncio.get_running_loop()
    seeds = range(PEOPLE // TOGETHER)
    return await asyncio.gather(*(loop.run_in_executor(pool, walk, form, seed) for seed in seeds))


def walk(form: Form, seed: int) -> Walked:
    """Some people, in a house of their own; raises where any of them meets an error."""
    gc.set_threshold(50_000, 20, 50)  # a tenth of all time went into looking for cycles
    with tempfile.TemporaryDirectory(dir=ram.folder()) as folder:
        return asyncio.run(_walk(form, seed, Path(folder)))


async def _walk(form: Form, seed: int, folder: Path) -> Walked:
    address = f"sqlite:///{folder}/respondents.db"
    database = Database(address)
    async with database.engine.begin() as connection:
        await connection.run_sync(tables.Base.metadata.create_all)
    await database.close()
    world = await World.open(address, folder)
    async with world.database.writing() as session:
        await demo.fill(session, world.clock.now())
    found = await poll(world, form, TOGETHER, seed)
    await world.close()
    different = sum(stored != said for stored, said in zip(found.stored, found.said, strict=False))
    different += abs(len(found.stored) - len(found.said))
    return Walked(len(found.said), different, found.events)
