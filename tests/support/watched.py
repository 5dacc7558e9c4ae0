"""The whole bot in a process of its own, whose event loop and memory are watched."""

import asyncio
import os
import resource
import socket
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.app import build, open_database
from bot.clock import MovableClock, SystemClock
from bot.pacing import Pacer
from bot.simulator.phone import NoButton, Phone, Shown
from bot.simulator.server import Simulator
from bot.texts import Texts
from storage import demo
from storage.engine import Database
from storage.tables import Base
from tests.support.forked import PROCESSES
from tests.support.lives import Place
from tests.support.world import Guest

TICK = 0.002  # seconds between two looks
UP = 60.0  # seconds for a process to come up
FAST = 1_000.0  # messages in a second
LULL = 0.5  # seconds without a word: the bot has said all
PATIENCE = 120.0  # seconds for any answer: others use the machine too
PAGE = os.sysconf("SC_PAGE_SIZE")


class Gauge:
    """Shared with the process: the longest stall and the most memory since the last reset."""

    def __init__(self, processes: Any) -> None:
        self._stall = processes.Value("d", 0.0)
        self._memory = processes.Value("d", 0.0)
        self._helpers = processes.Value("d", 0.0)

    def reset(self) -> None:
        self._stall.value = self._memory.value = 0.0

    @property
    def stall(self) -> float:
        """Seconds in which it worked: what others took of the machine is no stall of ours."""
        return float(self._stall.value)

    @property
    def memory(self) -> float:
        """Bytes of the bot's own process."""
        return float(self._memory.value)

    @property
    def helpers(self) -> float:
        """Bytes of the largest process that it has ever begun."""
        return float(self._helpers.value)

    async def watch(self) -> None:
        """Runs in the process itself, for ever."""
        while True:
            before, worked = time.perf_counter(), time.process_time()
            await asyncio.sleep(TICK)
            late = time.perf_counter() - before - TICK
            self._stall.value = max(self._stall.value, min(late, time.process_time() - worked))
            self._memory.value = max(self._memory.value, _memory())
            children = resource.getrusage(resource.RUSAGE_CHILDREN)
            self._helpers.value = children.ru_maxrss * 1024


class Caller(Guest):
    """A person who waits until the bot in the other process has said all it has to say."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone

    async def press(self, label: str, *, message: Shown | None = None) -> Shown | None:
        """Press a button once it is there: a slow machine may pause between two messages."""
        async with asyncio.timeout(PATIENCE):
            while True:
                try:
                    return await super().press(label, message=message)
                except NoButton:
                    await self.phone.heard(after=self.phone.last(), timeout=PATIENCE)

    async def _do(self, act: Any) -> Shown:
        await act
        await self.phone.heard(timeout=PATIENCE)
        await self.phone.quiet(LULL, timeout=PATIENCE)
        return self.phone.last()


class Bot:
    """The demo's municipality, served by a process of its own to both simulated messengers."""

    def __init__(self, folder: Path) -> None:
        self.simulator = Simulator(MovableClock(), limits=False)
        self._folder = folder
        self.gauge = Gauge(PROCESSES)
        self._process: Any = None
        self.database: Database

    async def start(self) -> None:
        await self.simulator.start()
        place = self._place()
        self.database = open_database(place.settings())
        async with self.database.engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with self.database.writing() as session:
            await demo.fill(session, SystemClock().now())
        alive = PROCESSES.Event()
        arguments = place, alive, self.gauge
        self._process = PROCESSES.Process(target=_live, args=arguments, daemon=True)
        self._process.start()
        assert await asyncio.to_thread(alive.wait, UP), "the process did not come up"

    async def stop(self) -> None:
        self._process.kill()
        await asyncio.to_thread(self._process.join)
        await self.database.close()
        await self.simulator.stop()

    def telegram(self, name: str) -> Caller:
        return Caller(self.simulator.telegram.phone(name, "ka"))

    def viber(self, name: str) -> Caller:
        return Caller(self.simulator.viber.phone(name, "ka"))

    def _place(self) -> Place:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        telegram, viber = self.simulator.telegram, self.simulator.viber
        return Place(
            f"sqlite:///{self._folder}/watched.db",
            self._folder,
            port,
            self.simulator.telegram_url,
            telegram.token,
            self.simulator.viber_url,
            viber.token,
        )


def _live(place: Place, alive: Any, gauge: Gauge) -> None:
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(place, alive, gauge))


async def _serve(place: Place, alive: Any, gauge: Gauge) -> None:
    app = build(place.settings(), SystemClock(), Texts())
    for bot, delivery in app.deliveries.items():  # replies are timed, not the messengers' limits
        limits = replace(app.channels[bot].limits, per_second=FAST, per_chat=FAST)
        delivery.pacer = Pacer(limits, SystemClock())
    await app.web.start("127.0.0.1", place.port)
    await app.start()
    alive.set()
    await gauge.watch()


def _memory() -> float:
    """What of this process is in memory now."""
    return float(Path("/proc/self/statm").read_text().split()[1]) * PAGE
