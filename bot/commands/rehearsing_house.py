"""The house of a rehearsal: the real app on a throw-away database, two messengers, own time."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from sqlalchemy import Select, func, select
from sqlalchemy.exc import OperationalError

from bot.app import App, build
from bot.clock import VirtualClock
from bot.rehearsing.hands import Hands
from bot.settings import Settings
from bot.simulator.phone import Phone
from bot.simulator.server import Simulator
from bot.texts import Texts
from storage import schema
from storage.tables.mail import Campaign, Inbox, Letter
from storage.tables.work import Job

HOST = "127.0.0.1"
LOOK_SECONDS, GLANCE_SECONDS = 0.05, 0.01
LOOKS = 3  # without anything to do, one after the other: then nothing is on its way
PATIENCE = 1800.0  # real seconds until all that is due must be done


WORK = (
    select(Job.id).where(Job.state == "open"),
    select(Campaign.id).where(Campaign.state.in_(("expanding", "sending"))),
)


@dataclass(slots=True)
class House:
    """Everything there is, and time."""

    app: App
    simulator: Simulator
    clock: VirtualClock
    texts: Texts

    def hands(self, name: str, place: int) -> Hands:
        """A person with a phone: every second one has Viber."""
        messenger = self.simulator.viber if place % 2 else self.simulator.telegram
        return Hands(messenger.phone(name), self.texts, self.answered)

    def phones(self) -> list[Phone]:
        """Everybody's."""
        telegram, viber = self.simulator.telegram.phones, self.simulator.viber.phones
        return [*telegram.values(), *viber.values()]

    async def answered(self) -> None:
        """Until every event is handled and every letter sent."""
        async with asyncio.timeout(PATIENCE):
            while await self._any(*self._talk()):  # noqa: ASYNC110, the rows are the event
                await asyncio.sleep(GLANCE_SECONDS)

    async def until(self, moment: datetime) -> None:
        """The clock goes to this moment, and all that falls due is done."""
        self.clock.move(max(moment - self.clock.now(), moment - moment))
        await self.settle()

    async def settle(self) -> None:
        """Until no event, job or letter is waiting.  Raises TimeoutError."""
        idle = 0
        async with asyncio.timeout(PATIENCE):
            while idle < LOOKS:
                busy = await self._tick() or await self._any(*self._talk(), *WORK)
                idle = 0 if busy else idle + 1
                await asyncio.sleep(LOOK_SECONDS)

    async def _tick(self) -> bool:
        """Whether anything was due; on a busy machine a tick may find the database taken."""
        try:
            return bool(await self.app.schedule.tick())
        except OperationalError:
            return True

    def _talk(self) -> tuple[Select[int], ...]:
        unsent = Letter.state.in_(("queued", "claimed")), Letter.due_at <= self.clock.now()
        return select(Inbox.id).where(Inbox.state == "open"), select(Letter.id).where(*unsent)

    async def _any(self, *queries: Select[int]) -> bool:
        async with self.app.database.reading() as session:
            for query in queries:
                if (await session.execute(query.limit(1))).first():
                    return True
        return False

    async def lost(self) -> dict[str, int]:
        """Events, jobs and letters that were given up, by table."""
        failed = (("inbox", Inbox), ("job", Job), ("letter", Letter))
        found: dict[str, int] = {}
        async with self.app.database.reading() as session:
            for name, table in failed:
                query = select(func.count()).where(_state(table) == "failed")
                found[name] = int((await session.execute(query)).scalar_one())
        return {name: count for name, count in found.items() if count}


def _state(table: Any) -> Any:
    return table.state


@asynccontextmanager
async def opened(url: str, folder: Path) -> AsyncIterator[House]:
    """A house in which nobody lives yet."""
    clock, texts = VirtualClock(), Texts()
    simulator = Simulator(clock)
    await simulator.start(HOST)
    settings = _settings(simulator, url, folder)
    app = build(settings, clock, texts)
    await schema.upgrade(app.database)
    await app.web.start(HOST, settings.port)
    await app.start()
    try:
        yield House(app, simulator, clock, texts)
    finally:
        await app.stop()
        await simulator.stop()


def _settings(simulator: Simulator, url: str, folder: Path) -> Settings:
    port = _free_port()
    return Settings(
        _env_file=None,
        database_url=url,
        telegram_token=SecretStr(simulator.telegram.token),
        telegram_api_url=simulator.telegram_url,
        viber_token=SecretStr(simulator.viber.token),
        viber_api_url=simulator.viber_url,
        public_url=f"http://{HOST}:{port}",
        port=port,
        secret_key=SecretStr("only for a rehearsal, on a throw-away copy"),
        vote_keys_dir=folder / "vote-keys",
        data_dir=folder,
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
