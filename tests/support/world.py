"""The whole house with both simulated messengers, in virtual time, one step after the other.

Nothing runs on its own but the channels: after every act of a phone the world waits until the
event is stored, then runs the turns and sends the letters, so a test needs no waiting of its own.
"""

import asyncio
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from sqlalchemy import select

from bot.app import App, build
from bot.channel import Event
from bot.clock import VirtualClock
from bot.messages import Incoming
from bot.simulator.phone import Phone, Shown
from bot.simulator.server import Simulator
from bot.texts import Texts
from storage.tables.mail import Letter
from tests.support import simulated

PATIENCE = 10.0  # real seconds until an event must have arrived
TEXTS = Texts()


class Guest:
    """A person with a phone: every act ends when the bot has answered it."""

    def __init__(self, world: "World", bot: str, phone: Phone) -> None:
        self.world = world
        self.bot = bot
        self.phone = phone

    async def start(self, code: str = "") -> Shown | None:
        return await self._do(self.phone.start(code))

    async def say(self, text: str) -> Shown | None:
        return await self._do(self.phone.say(text))

    async def press(self, label: str, *, message: Shown | None = None) -> Shown | None:
        return await self._do(self.phone.press(label, message=message))

    async def share_phone(self, number: str = "", *, own: bool = True) -> Shown | None:
        return await self._do(self.phone.share_phone(number, own=own))

    async def share_place(self, lat: float, lon: float) -> Shown | None:
        return await self._do(self.phone.share_place(lat, lon))

    async def photo(self, data: bytes) -> Shown | None:
        return await self._do(self.phone.photo(data))

    async def voice(self, data: bytes) -> Shown | None:
        return await self._do(self.phone.voice(data))

    async def video(self, data: bytes, *, size: int | None = None) -> Shown | None:
        return await self._do(self.phone.video(data, size=size))

    async def file(self, name: str, data: bytes, *, size: int | None = None) -> Shown | None:
        return await self._do(self.phone.document(data, name, size=size))

    async def sticker(self) -> Shown | None:
        return await self._do(self.phone.sticker())

    async def block(self) -> None:
        await self._do(self.phone.block())

    async def unblock(self) -> None:
        await self.phone.unblock()

    @property
    def address(self) -> str:
        """The messenger's name for the chat, as accounts keep it."""
        return str(cast(Any, self.phone).id)

    def last(self) -> Shown:
        return self.phone.last()

    def buttons(self) -> list[str]:
        return self.phone.buttons()

    def screen(self) -> list[Shown]:
        return self.phone.screen()

    @property
    def heard(self) -> int:
        """How many events of this chat the bot has kept."""
        return self.world.stored[self.address]

    async def _do(self, act: Any) -> Shown | None:
        before = self.heard
        await act
        await self.world.arrival(self.address, before)
        await self.world.settle()
        return self.phone.last() if self.phone.screen() else None


class World:
    """Both messengers, one municipality's bot, one clock that moves only when told."""

    def __init__(self, app: App, simulator: Simulator, clock: VirtualClock) -> None:
        self.app = app
        self.simulator = simulator
        self.clock = clock
        self.database = app.database
        self.texts = TEXTS
        self.stored: Counter[str] = Counter()  # events by chat
        self._arrived = asyncio.Condition()
        self._running: list[asyncio.Task[None]] = []

    @classmethod
    async def open(cls, database_url: str, folder: Path, *, limits: bool = True) -> "World":
        clock = VirtualClock()
        simulator = Simulator(clock, limits=limits)
        await simulator.start()
        settings = simulated.settings(simulator, database_url, folder)
        world = cls(build(settings, clock, TEXTS), simulator, clock)
        await world._start(settings.port)
        return world

    async def _start(self, port: int) -> None:
        app = self.app
        await app.web.start("127.0.0.1", port)
        for bot, channel in app.channels.items():
            await channel.open(self._receive, app._welcome)
            assert await app.deliveries[bot].take_hold()
            self._running.append(asyncio.create_task(app.deliveries[bot]._hold.keep()))
            self._running.append(asyncio.create_task(channel.run()))

    async def close(self) -> None:
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        await self.app.web.stop()
        await self.app.receiver.close()
        for delivery in self.app.deliveries.values():
            await delivery.close()
        for channel in self.app.channels.values():
            await channel.close()
        async with self.database.reading() as session:
            malformed = select(Letter.id).where(Letter.state == "refused")
            refused = list((await session.execute(malformed)).scalars())
        await self.database.close()
        await self.simulator.stop()
        assert not refused, "a messenger refused these letters"
        assert not self.simulator.complaints, list(self.simulator.complaints)

    def telegram(self, name: str = "ნინო", language: str = "ka") -> Guest:
        return Guest(self, "telegram", self.simulator.telegram.phone(name, language))

    def viber(self, name: str = "გია", language: str = "ka") -> Guest:
        return Guest(self, "viber", self.simulator.viber.phone(name, language))

    def guest(self, messenger: str, name: str = "ნინო", language: str = "ka") -> Guest:
        return (
            self.telegram(name, language) if messenger == "telegram" else self.viber(name, language)
        )

    async def settle(self) -> None:
        """Run the turns and send the letters until nothing is left that is due now."""
        await self.app.dispatcher.settle()
        for delivery in self.app.deliveries.values():
            await delivery.settle()
        await self.simulator.viber.fetched()  # before a test moves the clock: addresses expire

    async def tick(self) -> None:
        """Do all that has fallen due: reminders, campaigns, jobs, and the letters they write."""
        self.simulator.tick()
        idle = 0
        for _ in range(5):
            worked = await self.app.schedule.tick() + await self.app.workers.drain()
            await self.settle()
            idle = 0 if worked else idle + 1
            if idle == 2:  # one may still have ended a campaign
                break

    async def arrival(self, chat: str, before: int) -> None:
        """Wait until more events of a chat are stored than `before`."""
        async with asyncio.timeout(PATIENCE), self._arrived:
            await self._arrived.wait_for(lambda: self.stored[chat] > before)

    async def _receive(self, events: Sequence[Event]) -> None:
        await self.app.receive(events)
        async with self._arrived:
            self.stored.update(event.chat for event in events if isinstance(event, Incoming))
            self._arrived.notify_all()


def transcript(*guests: Guest) -> str:
    """Both sides of a chat as a person would copy it, for golden tests."""
    return "\n\n".join(_chat(guest) for guest in guests)


def _chat(guest: Guest) -> str:
    shown = guest.phone.chat()
    return "\n".join(
        f"{'>' if message.mine else '<'} {message.text}"
        + "".join(f"\n  [{'] ['.join(row)}]" for row in message.buttons)
        for message in shown
    )
