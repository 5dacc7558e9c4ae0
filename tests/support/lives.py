"""A house that is killed and started again, over and over, while people go on writing to it."""

import asyncio
import os
import random
import signal
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from sqlalchemy import func, select

from bot import holding
from bot.app import App, Parts, open_database, open_media, real_channels
from bot.clock import MovableClock, SystemClock
from bot.journey import Done, Journey, Me
from bot.messages import Html
from bot.settings import Settings
from bot.simulator.phone import Impossible, Phone
from bot.simulator.server import Simulator
from bot.texts import Texts
from storage.engine import Database
from storage.tables import Base
from storage.tables.work import Log
from tests.support.forked import PROCESSES
from tests.support.serving import free_port

PATIENCE = 60.0  # real seconds after which an answer counts as lost
EFFECT = "chaos"
QUESTION = "A word?"


async def ask(chat: Any) -> str:
    return str(await chat.ask("word", QUESTION))


async def note(session: Any, me: Me, text: Any, result: str) -> Done:
    """The effect that must happen once: a row that nothing but the machinery keeps single."""
    session.add(Log(at=me.now, person_id=me.person, action=EFFECT, subject=result))
    return Done(Html(f"done {result}"))


JOURNEYS = {name: Journey(name, ask, note) for name in ("menu", "welcome")}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a life lives: everything the next process needs to go on."""

    database_url: str
    folder: Path
    port: int
    telegram_url: str
    telegram_token: str
    viber_url: str
    viber_token: str

    @classmethod
    def beside(cls, simulator: Simulator, url: str, folder: Path) -> "Place":
        """A place for a bot of these messengers, on a free port."""
        telegram, viber = simulator.telegram, simulator.viber
        return cls(
            url, folder, free_port(), simulator.telegram_url, telegram.token,
            simulator.viber_url, viber.token,
        )  # fmt: skip

    def settings(self) -> Settings:
        return Settings(
            _env_file=None,
            database_url=self.database_url,
            telegram_token=SecretStr(self.telegram_token),
            telegram_api_url=self.telegram_url,
            viber_token=SecretStr(self.viber_token),
            viber_api_url=self.viber_url,
            public_url=f"http://127.0.0.1:{self.port}",
            port=self.port,
            secret_key=SecretStr("a key for tests, forty characters long..."),
            vote_keys_dir=self.folder / "keys",
            data_dir=self.folder,
        )


def live(place: Place, alive: Any) -> None:
    """One process, until it is killed.  Its lease is short, so that lives follow each other."""
    holding.LEASE = timedelta(seconds=0.6)
    asyncio.run(_live(place, alive))


async def _live(place: Place, alive: Any) -> None:
    settings, clock, texts = place.settings(), SystemClock(), Texts()
    database = open_database(settings)
    media = open_media(settings, database, clock)
    channels = real_channels(settings, clock, media, texts)
    app = App(settings, clock, Parts(JOURNEYS, texts, channels), media, database)
    await app.web.start("127.0.0.1", place.port)
    await app.start()
    alive.set()
    await asyncio.Event().wait()


@dataclass(slots=True)
class Toll:
    """What the kills cost."""

    kills: int = 0
    words: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    repeated_messages: int = 0


class Killing:
    """People write, the process is killed, the next one goes on."""

    def __init__(self, database_url: str, folder: Path, *, people: int, seed: int = 1) -> None:
        self._simulator = Simulator(MovableClock(), limits=False)
        self._url, self._folder, self._people = database_url, folder, people
        self._random = random.Random(seed)
        self._over = False
        self.toll = Toll()

    async def run(self, kills: int) -> Toll:
        """Kill so many times while everybody keeps writing, then let them finish and count."""
        await _tables(self._url)
        await self._simulator.start()
        place = Place.beside(self._simulator, self._url, self._folder)
        process = await self._born(place)  # Viber keeps nothing for a bot without a webhook
        clock = asyncio.create_task(self._hurry())
        talks = [
            asyncio.create_task(self._talk(n, phone)) for n, phone in enumerate(self._phones())
        ]
        for _ in range(kills):
            await asyncio.sleep(self._random.uniform(0.02, 0.7))
            os.kill(process.pid or 0, signal.SIGKILL)
            await asyncio.to_thread(process.join)
            self.toll.kills += 1
            process = await self._born(place)
        self._over = True
        said = [word for words in await asyncio.gather(*talks) for word in words]
        clock.cancel()
        process.kill()
        await asyncio.to_thread(process.join)
        await self._count(said)
        await self._simulator.stop()
        return self.toll

    async def _born(self, place: Place) -> Any:
        alive = PROCESSES.Event()
        process = PROCESSES.Process(target=live, args=(place, alive), daemon=True)
        process.start()
        assert await asyncio.to_thread(alive.wait, 30), "the process did not come up"
        return process

    def _phones(self) -> list[Phone]:
        half = self._people // 2
        telegram = [self._simulator.telegram.phone(f"t{n}") for n in range(half)]
        viber = [self._simulator.viber.phone(f"v{n}") for n in range(self._people - half)]
        return [*telegram, *viber]

    async def _hurry(self) -> None:
        """The simulated platforms repeat a failed webhook after 10 s, 60 s ... of their time."""
        clock = self._simulator.world.clock
        assert isinstance(clock, MovableClock)
        while True:
            await asyncio.sleep(0.2)
            clock.move(timedelta(seconds=30))

    async def _talk(self, number: int, phone: Phone) -> list[str]:
        """One person: asks for the question, answers it, waits for the thanks, again and again."""
        said: list[str] = []
        while not self._over:
            word = f"w{number}-{len(said)}"
            asked = _times(phone, QUESTION)
            await self._knock(phone, first=not said)
            if not await self._shown(phone, QUESTION, more_than=asked):
                self.toll.lost.append(word)
                break
            await phone.say(word)
            said.append(word)
            if not await self._shown(phone, f"done {word}"):
                self.toll.lost.append(word)
                break
        self.toll.repeated_messages += _repeats(phone)
        return said

    @staticmethod
    async def _knock(phone: Phone, *, first: bool) -> None:
        """A new person on Telegram presses Start; a message subscribes on Viber."""
        try:
            await phone.say("go")
        except Impossible:
            assert first
            await phone.start()

    @staticmethod
    async def _shown(phone: Phone, text: str, more_than: int = 0) -> bool:
        try:
            async with asyncio.timeout(PATIENCE):
                while _times(phone, text) <= more_than:
                    last = phone.last() if phone.screen() else None
                    await phone.heard(after=last, timeout=PATIENCE)
        except TimeoutError:
            return False
        return True

    async def _count(self, said: list[str]) -> None:
        database = Database(self._url)
        async with database.reading() as session:
            query = (
                select(Log.subject, func.count()).where(Log.action == EFFECT).group_by(Log.subject)
            )
            effects = {subject: count for subject, count in await session.execute(query)}
        await database.close()
        self.toll.words = len(said)
        self.toll.lost += [word for word in said if word not in effects]
        self.toll.doubled += [word for word, count in effects.items() if count > 1]


async def _tables(url: str) -> None:
    database = Database(url)
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    await database.close()


def _times(phone: Phone, text: str) -> int:
    return sum(shown.text.startswith(text) for shown in phone.screen())


def _repeats(phone: Phone) -> int:
    thanks = [shown.text for shown in phone.screen() if shown.text.startswith("done")]
    return len(thanks) - len(set(thanks))
