"""A town whose bot is a process of its own, so that the messengers' work does not slow it down."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.app import build
from bot.clock import SystemClock
from bot.simulator.server import Simulator
from storage.engine import Database
from tests.support.forked import PROCESSES
from tests.support.lives import Place
from tests.support.town import Town
from tests.support.world import TEXTS

BORN_WITHIN = 60.0  # real seconds


@asynccontextmanager
async def town_apart(url: str, folder: Path, people: int) -> AsyncIterator[Town]:
    """Simulator and phones are here, the bot serves them from over there, in real time."""
    simulator, database = Simulator(SystemClock()), Database(url)
    await simulator.start()
    town = Town(database, SystemClock(), simulator)
    await town.settle_in(people)
    process, alive = born(live, Place.beside(simulator, url, folder))
    try:
        await come_up(alive)
        yield town
    finally:
        process.kill()
        await asyncio.to_thread(process.join)
        await database.close()
        await simulator.stop()


def live(place: Place, alive: Any) -> None:
    """The bot's process, until it is killed."""
    asyncio.run(_live(place, alive))


async def _live(place: Place, alive: Any) -> None:
    app = build(place.settings(), SystemClock(), TEXTS)
    await app.web.start("127.0.0.1", place.port)
    await app.start()
    alive.set()
    await asyncio.Event().wait()


def born(live: Any, place: Place) -> tuple[Any, Any]:
    """A process, and the event that tells when it has come up."""
    alive = PROCESSES.Event()
    process = PROCESSES.Process(target=live, args=(place, alive), daemon=True)
    process.start()
    return process, alive


async def come_up(alive: Any) -> None:
    assert await asyncio.to_thread(alive.wait, BORN_WITHIN), "the process did not come up"
