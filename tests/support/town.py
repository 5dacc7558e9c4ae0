"""A municipality whose people all have phones, the bot that writes to them, and who got what."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import func, insert, select

from bot.app import App, build
from bot.clock import Clock
from bot.messages import Choice, Html, Outgoing
from bot.simulator.server import Simulator
from bot.simulator.telegram_phone import TelegramPhone
from bot.simulator.viber_phone import ViberPhone
from storage import campaigns
from storage.campaigns import NewCampaign
from storage.engine import Database
from storage.letters import is_open
from storage.tables import Base
from storage.tables.mail import ANNOUNCEMENT, Campaign, Letter
from storage.tables.people import Account, Person
from tests.support import simulated
from tests.support.crowd import PLACE, municipality
from tests.support.world import TEXTS

WORDS = "განცხადება: ხვალ კრებაა"
BLOCKED, OPTED_OUT = 0.03, 0.01
CHUNK = 1000
LOOK_SECONDS = 1.0

AnyPhone = TelegramPhone | ViberPhone


@dataclass(slots=True)
class Audit:
    """Every recipient's final state beside the messengers' own record of what they took."""

    states: Counter[str] = field(default_factory=Counter)
    people: int = 0
    wrong: list[str] = field(default_factory=list)
    repeated: int = 0  # messages that somebody got once more
    unreported: int = 0  # arrived on Viber, and no receipt is noted


class Town:
    """Half of the people have Telegram and half Viber; a few have blocked the bot or opted out."""

    def __init__(
        self, database: Database, clock: Clock, simulator: Simulator, seed: int = 1
    ) -> None:
        self.database = database
        self.clock = clock
        self.simulator = simulator
        self.random = Random(seed)
        self.phones: dict[str, AnyPhone] = {}
        self.opted_out: set[str] = set()

    async def settle_in(self, people: int) -> None:
        """So many people come to live here."""
        async with self.database.writing() as session:
            await municipality(session)
        for start in range(0, people, CHUNK):
            await self._move_in(min(CHUNK, people - start))

    async def _move_in(self, count: int) -> None:
        now = self.clock.now()
        async with self.database.writing() as session:
            row = {"municipality_id": PLACE, "created_at": now}
            added = insert(Person).returning(Person.id)
            people = list((await session.execute(added, [row] * count)).scalars())
            rows = [self._account(person, place, now) for place, person in enumerate(people)]
            await session.execute(insert(Account), rows)

    def _account(self, person: int, place: int, now: Any) -> dict[str, Any]:
        bot, phone = ("viber", self._viber()) if place % 2 else ("telegram", self._telegram())
        address = str(phone.id)
        self.phones[address] = phone
        opted_out = self.random.random() < OPTED_OUT
        if opted_out:
            self.opted_out.add(address)
        account = {"person_id": person, "bot": bot, "address": address, "created_at": now}
        return {**account, "opted_out": opted_out}

    def _telegram(self) -> TelegramPhone:
        phone = self.simulator.telegram.phone()
        phone.started, phone.blocked = True, self.random.random() < BLOCKED
        return phone

    def _viber(self) -> ViberPhone:
        phone = self.simulator.viber.phone()
        phone.subscribed = self.random.random() >= BLOCKED
        return phone

    def talkers(self, count: int) -> list[AnyPhone]:
        """Some whom the bot reaches, every second one on Viber."""
        able = [phone for chat, phone in self.phones.items() if self._reached(chat)]
        half = count // 2
        telegram = [phone for phone in able if isinstance(phone, TelegramPhone)][:half]
        return [*telegram, *[phone for phone in able if isinstance(phone, ViberPhone)][:half]]

    def _reached(self, chat: str) -> bool:
        phone = self.phones[chat]
        blocked = phone.blocked if isinstance(phone, TelegramPhone) else not phone.subscribed
        return not blocked and chat not in self.opted_out

    async def announce(self) -> int:
        """Write to everybody; the campaign's id."""
        body = Outgoing(Html(WORDS), menu=(Choice("!menu", "მენიუ"),)).to_json()
        everybody = {"municipality": PLACE}
        new = NewCampaign(PLACE, ANNOUNCEMENT, {"ka": [body]}, everybody)
        async with self.database.writing() as session:
            return await campaigns.create(session, new, self.clock.now())

    async def done(self, campaign: int) -> None:
        """Wait until its last letter has ended."""
        while (await self._one(select(Campaign.state).where(Campaign.id == campaign))) != "done":
            await asyncio.sleep(LOOK_SECONDS)

    async def unsent(self, campaign: int) -> int:
        """How many people have not been written to, or whose letter is on its way."""
        ended = select(func.count()).where(Letter.campaign_id == campaign, ~is_open())
        return len(self.phones) - int(await self._one(ended))

    async def _one(self, query: Any) -> Any:
        async with self.database.reading() as session:
            return (await session.execute(query)).scalar_one()

    async def audit(self, campaign: int) -> Audit:
        """Compare what the bot says of every letter with what the messengers took."""
        found = Audit()
        taken = self.taken()
        query = (
            select(Account.address, Account.bot, Letter.state, Letter.delivered_at)
            .outerjoin(Letter, (Letter.account_id == Account.id) & (Letter.campaign_id == campaign))
            .where(Account.address.in_(select(Account.address)))
        )
        async with self.database.reading() as session:
            rows = (await session.execute(query)).all()
            written = select(func.count()).where(Letter.campaign_id == campaign)
            letters = (await session.execute(written)).scalar_one()
        found.people = len(rows)
        for chat, bot, state, delivered in rows:
            found.states[str(state)] += 1
            found.repeated += max(0, taken[chat] - 1)
            found.unreported += bot == "viber" and bool(taken[chat]) and delivered is None
            if state not in self._fates(chat, taken[chat]):
                found.wrong.append(f"{bot} {chat}: {state}, taken {taken[chat]} times")
        if letters != len(rows):
            found.wrong.append(f"{letters} letters for {len(rows)} people")
        return found

    def _fates(self, chat: str, taken: int) -> tuple[str, ...]:
        if taken:
            return ("sent",)
        if chat in self.opted_out:
            return ("opted_out",)
        # Given up after eight tries, none of which the messenger took.
        return ("failed", "unknown") if self._reached(chat) else ("unreachable",)

    def taken(self) -> Counter[str]:
        """How many announcements each chat got, by the messengers' own record."""
        books = (self.simulator.telegram.log, self.simulator.viber.log)
        return Counter(
            entry.chat for book in books for entry in book.accepted() if entry.text == WORDS
        )


async def tables(url: str) -> None:
    """Make all tables in an empty database."""
    database = Database(url)
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    await database.close()


@asynccontextmanager
async def town(url: str, folder: Path, clock: Clock, people: int) -> AsyncIterator[Town]:
    """A town whose bot works by itself; its ticks follow the loop's own time."""
    simulator = Simulator(clock)
    await simulator.start()
    settings = simulated.settings(simulator, url, folder)
    app = build(settings, clock, TEXTS)
    made = Town(app.database, clock, simulator)
    await made.settle_in(people)
    await app.web.start("127.0.0.1", settings.port)
    app.schedule.start = _by_hand  # type: ignore[method-assign]
    await app.start()
    ticking = asyncio.create_task(_tick(app))
    try:
        yield made
    finally:
        ticking.cancel()
        with suppress(asyncio.CancelledError):
            await ticking
        await app.stop()
        await simulator.stop()


async def _by_hand() -> None:
    """APScheduler reads the machine's own clock."""


async def _tick(app: App) -> None:
    while True:
        await app.schedule.tick()
        await asyncio.sleep(LOOK_SECONDS)
