"""Receiver, turns and delivery over one channel in memory, with journeys a test brings."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.clock import Clock, VirtualClock
from bot.delivery import Delivery
from bot.dispatch import Dispatcher
from bot.journey import Done, Journey, Me
from bot.messages import Heard, Html, Incoming, Outgoing
from bot.receive import Receiver
from bot.texts import Texts
from bot.turns import Turns
from storage.engine import Database
from storage.media import Owner
from tests.support.fake_channel import FakeChannel

TEXTS = Texts()


async def echo(chat: Any) -> str:
    """Asks for a word until it gets one."""
    return str(await chat.ask("word", "Say something"))


async def thank(session: Any, me: Me, text: Any, result: str) -> Done:
    return Done(Html(f"You said {result}"))


ECHO = {name: Journey(name, echo, thank) for name in ("menu", "welcome")}


class House:
    """What stands between a channel and the database."""

    def __init__(
        self,
        database: Database,
        journeys: Mapping[str, Journey] = ECHO,
        clock: Clock | None = None,
        channel: FakeChannel | None = None,
    ) -> None:
        self.database = database
        self.clock = clock or VirtualClock()
        self.channel = channel or FakeChannel()
        self.stale: set[str] = set()
        self.delivery = Delivery(self.channel, database, self.clock, self._ready, self._fresh)
        turns = Turns(TEXTS, journeys, {self.channel.bot: self.channel.limits})
        self.dispatcher = Dispatcher(
            database, turns, self.clock, lambda bot: self.delivery.wake(), self._fetch
        )
        self.receiver = Receiver(database, self.clock, self.dispatcher.wake)

    def event(self, chat: str, text: str = "hello", **more: Any) -> Incoming:
        return self.channel.event(
            chat, self.clock.now(), more.pop("heard", Heard.TEXT), text=text, **more
        )

    async def hear(self, *events: Incoming) -> None:
        """Store events, run their turns and send what they wrote."""
        await self.receiver.receive(events)
        await self.settle()

    async def settle(self) -> None:
        await self.dispatcher.settle()
        await self.delivery.take_hold()
        await self.delivery.settle()

    def said(self, chat: str) -> list[str]:
        """What the channel took for a chat."""
        return [message.text.plain() for address, message in self.channel.sent if address == chat]

    async def close(self) -> None:
        await self.receiver.close()
        await self.dispatcher.close()
        await self.delivery.close()

    @staticmethod
    async def _ready(message: Outgoing) -> Outgoing:
        return message

    async def _fresh(self, session: Any, letter: Any) -> bool:
        return letter.subject not in self.stale

    @staticmethod
    async def _fetch(heard: Incoming, owner: Owner) -> Incoming:
        return replace(heard, media="stored")
