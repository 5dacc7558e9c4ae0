"""An announcement whose processes are killed over and over while they send it."""

import asyncio
import os
import random
import signal
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot import holding
from bot.clock import SystemClock
from bot.simulator.server import Simulator
from storage.engine import Database
from tests.support import town_apart
from tests.support.lives import Place
from tests.support.town import WORDS, Audit, Town

LEASE = timedelta(seconds=0.6)  # short, so that lives follow each other
MESSAGES = 40  # at most, that all processes together send from one kill to the next
AT_MOST = 20.0  # seconds, if they send nothing at all
ON_ITS_WAY = timedelta(seconds=2)  # what a process had sent when it died may be read after that
WINDOW = {"Telegram": 100, "Viber": 300}  # messages whose marks one kill may take along
LOOK_SECONDS = 0.003


def live(place: Place, alive: Any) -> None:
    """One process, until it is killed."""
    holding.LEASE = LEASE
    town_apart.live(place, alive)


@dataclass(slots=True)
class Toll:
    """What the kills cost: everybody's final state, and what was shown twice without a reason."""

    kills: list[datetime] = field(default_factory=list)
    audit: Audit = field(default_factory=Audit)
    unexplained: list[str] = field(default_factory=list)
    most_repeated: dict[str, int] = field(default_factory=dict)  # by one kill
    unsent: int = 0  # letters at the last kill


class KilledTown:
    """So many processes send one announcement to so many people."""

    def __init__(self, url: str, folder: Path, *, people: int, processes: int) -> None:
        self._url, self._folder, self._people = url, folder, people
        self._simulator = Simulator(SystemClock())
        self._random = random.Random(people)
        self._processes = processes
        self._lives: list[tuple[Any, Any]] = []  # each process, and whether it has come up
        self.toll = Toll()

    async def run(self, kills: int) -> Toll:
        """Announce, kill a process so many times, let the last ones finish, and compare."""
        async with self._opened() as town:
            for _ in range(self._processes):
                await town_apart.come_up(self._born()[1])
            campaign = await town.announce()
            for _ in range(kills):
                await self._kill()
            self.toll.unsent = await town.unsent(campaign)
            await town.done(campaign)
            self.toll.audit = await town.audit(campaign)
            self._explain()
        return self.toll

    @asynccontextmanager
    async def _opened(self) -> AsyncIterator[Town]:
        database = Database(self._url)
        await self._simulator.start()
        try:
            town = Town(database, SystemClock(), self._simulator)
            await town.settle_in(self._people)
            yield town
        finally:
            for process, _ in self._lives:
                process.kill()
                await asyncio.to_thread(process.join)
            await database.close()
            await self._simulator.stop()

    async def _kill(self) -> None:
        """Kill any that lives; another is born in its place."""
        up = [life for life in self._lives if life[1].is_set()]
        life = self._random.choice(up or self._lives)
        await town_apart.come_up(life[1])
        await self._sends(self._random.randint(1, MESSAGES))
        self._lives.remove(life)
        os.kill(life[0].pid, signal.SIGKILL)
        self.toll.kills.append(SystemClock().now())
        await asyncio.to_thread(life[0].join)
        self._born()

    async def _sends(self, messages: int) -> None:
        """Wait until so many more messages have come; then for a moment within the next."""
        books = self._simulator.telegram.log.entries, self._simulator.viber.log.entries
        enough = sum(map(len, books)) + messages
        with suppress(TimeoutError):
            async with asyncio.timeout(AT_MOST):
                while sum(map(len, books)) < enough:
                    await asyncio.sleep(LOOK_SECONDS)
        await asyncio.sleep(self._random.uniform(0, 10 * LOOK_SECONDS))

    def _born(self) -> tuple[Any, Any]:
        place = Place.beside(self._simulator, self._url, self._folder)
        life = town_apart.born(live, place)
        self._lives.append(life)
        return life

    def _explain(self) -> None:
        """Whatever was shown again had been sent before a kill and was sent again after it."""
        for platform in (self._simulator.telegram, self._simulator.viber):
            before: dict[str, datetime] = {}
            repeated: Counter[datetime] = Counter()
            for entry in platform.log.accepted():
                if entry.text != WORDS:
                    continue
                if entry.chat in before:
                    since = before[entry.chat] - ON_ITS_WAY
                    kills = [at for at in self.toll.kills if since <= at < entry.at]
                    repeated.update(kills[:1])
                    self.toll.unexplained += [] if kills else [entry.chat]
                before[entry.chat] = entry.at
            name = "Viber" if platform is self._simulator.viber else "Telegram"
            self.toll.most_repeated[name] = max(repeated.values(), default=0)
