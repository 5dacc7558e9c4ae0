"""Many people who write at the same moment: the house answers them all, then they go on."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

from bot.simulator.phone import Shown
from tests.support.world import Guest, World

T = TypeVar("T")


class Throng:
    """Talks that go on in rounds: everybody acts once, then all answers come."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._talking = 0
        self._acted: list[tuple[str, int]] = []  # chats, and how often each was heard before
        self._answered = asyncio.Event()

    def guest(self, messenger: str, name: str) -> Guest:
        phones = getattr(self._world.simulator, messenger)
        return _Member(self._world, messenger, phones.phone(name, "ka"), self)

    async def hold(self, talks: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
        """All these talks to their ends, each an act of its guest a round."""
        self._talking = len(talks)
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self._held(talk)) for talk in talks]
        return [task.result() for task in tasks]

    async def _held(self, talk: Coroutine[Any, Any, T]) -> T:
        result = await talk
        self._talking -= 1
        if self._acted and len(self._acted) == self._talking:
            await self._answer()
        return result

    async def acted(self, chat: str, before: int) -> None:
        """Wait until the bot has answered everybody."""
        self._acted.append((chat, before))
        answered = self._answered
        if len(self._acted) < self._talking:
            await answered.wait()
        else:
            await self._answer()

    async def _answer(self) -> None:
        for chat, before in self._acted:
            await self._world.arrival(chat, before)
        await self._world.settle()
        self._acted = []
        self._answered.set()
        self._answered = asyncio.Event()


class _Member(Guest):
    """Somebody of a throng."""

    def __init__(self, world: World, bot: str, phone: Any, throng: Throng) -> None:
        super().__init__(world, bot, phone)
        self._throng = throng

    async def _do(self, act: Any) -> Shown | None:
        before = self.heard
        await act
        await self._throng.acted(self.address, before)
        return self.phone.last() if self.phone.screen() else None
