"""The platform's limits, kept at the moment of sending: per bot and per chat, replies first."""

import asyncio
import heapq
from collections import deque
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import count

from bot.channel import Limits
from bot.clock import Clock

REMEMBERED = 10_000  # chats, before those are forgotten that may get a message anyway
ANSWERS = 0  # the lane that may take the next slot before its time


class Pacer:
    """Hands out one bot's sending slots, the most urgent lane first.

    Slots follow each other at an even pace, so a pause is not followed by a burst.  One that is
    given late by less than half a gap makes no other late, and an answer may take the next one
    early, for which whoever comes after waits: so at 28 a second there are at most 30 in any
    second.  A call that writes to many has a pace of its own.  `hold` stops everything for a
    while, as a messenger's 429 asks.
    """

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._clock = clock
        self._gap = timedelta(seconds=1 / limits.per_second)
        self._chat_gap = timedelta(seconds=1 / limits.per_chat)
        self._burst = limits.chat_burst
        self._next = clock.now()
        self._call_gap = timedelta(seconds=1 / limits.calls_per_second)
        self._next_call = clock.now()
        self._held = clock.now()
        self.held_seconds = 0.0
        self._chats: dict[str, deque[datetime]] = {}
        self._line: list[tuple[int, int, asyncio.Future[None]]] = []
        self._order = count()
        self._usher: asyncio.Task[None] | None = None

    @property
    def per_second(self) -> float:
        return 1 / self._gap.total_seconds()

    def hold(self, seconds: float) -> None:
        """Send nothing for a while."""
        now = self._clock.now()
        until = max(self._held, now + timedelta(seconds=seconds))
        self.held_seconds += (until - max(self._held, now)).total_seconds()
        self._held = until

    def held_for(self) -> float:
        """Seconds until sending may go on."""
        return max(0.0, (self._held - self._clock.now()).total_seconds())

    def chat_wait(self, chat: str) -> float:
        """Seconds until this chat may get another message."""
        sent = self._chats.get(chat)
        now = self._clock.now()
        while sent and sent[0] <= now - self._chat_gap * self._burst:
            sent.popleft()
        if not sent or len(sent) < self._burst:
            return 0.0
        return (sent[0] + self._chat_gap * self._burst - now).total_seconds()

    def may_get(self, chat: str) -> bool:
        """Whether this chat need not wait."""
        return not self.chat_wait(chat)

    async def call(self, chats: Sequence[str]) -> None:
        """Wait for the moment of one call that writes to all of these."""
        while (wait := self._wait(self._next_call)) > 0:
            await self._clock.sleep(wait)
        self._next_call = self._clock.now() + self._call_gap
        for chat in chats:
            self._note(chat)

    async def slot(self, lane: int, chat: str) -> None:
        """Wait for the moment to send one message."""
        while True:
            while (wait := self.chat_wait(chat)) > 0:
                await self._clock.sleep(wait)
            await self._turn(lane)
            if not self.chat_wait(chat):
                self._note(chat)
                return

    async def _turn(self, lane: int) -> None:
        if (not self._line or lane < self._line[0][0]) and self._take(lane):
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._line, (lane, next(self._order), turn))
        if self._usher is None:
            self._usher = asyncio.create_task(self._let_in())
        await turn

    async def _let_in(self) -> None:
        """One at a time, as long as somebody waits."""
        try:
            while self._line:
                wait = self._wait(self._due(self._line[0][0]))
                if wait > 0:
                    await self._clock.sleep(wait)
                    continue
                lane, _, turn = self._line[0]
                if turn.done() or self._take(lane):
                    heapq.heappop(self._line)
                    if not turn.done():
                        turn.set_result(None)
        finally:
            self._usher = None

    def _take(self, lane: int) -> bool:
        """Take the slot if its time has come."""
        if self._wait(self._due(lane)) > 0:
            return False
        self._next = max(self._next, self._clock.now() - self._gap / 2) + self._gap
        return True

    def _due(self, lane: int) -> datetime:
        return self._next - self._gap if lane == ANSWERS else self._next

    def _wait(self, moment: datetime) -> float:
        return (max(moment, self._held) - self._clock.now()).total_seconds()

    def _note(self, chat: str) -> None:
        self._chats.setdefault(chat, deque()).append(self._clock.now())
        if len(self._chats) > REMEMBERED:
            cold = self._clock.now() - self._chat_gap * self._burst
            warm = (item for item in self._chats.items() if item[1] and item[1][-1] > cold)
            self._chats = dict(warm)
