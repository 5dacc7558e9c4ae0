"""The platform's limits, kept at the moment of sending: per bot and per chat, replies first."""

import asyncio
import heapq
from collections import deque
from datetime import datetime, timedelta
from itertools import count

from bot.channel import Limits
from bot.clock import Clock


class Pacer:
    """Hands out one bot's sending slots, the most urgent lane first.

    A slot is given when its time has come and never in advance, so a pause is not followed by a
    burst.  `hold` stops everything for a while, as a messenger's 429 asks.
    """

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._clock = clock
        self._gap = timedelta(seconds=1 / limits.per_second)
        self._chat_gap = timedelta(seconds=1 / limits.per_chat)
        self._burst = limits.chat_burst
        self._next = clock.now()
        self._held = clock.now()
        self._chats: dict[str, deque[datetime]] = {}
        self._line: list[tuple[int, int, asyncio.Future[None]]] = []
        self._order = count()
        self._usher: asyncio.Task[None] | None = None

    @property
    def per_second(self) -> float:
        return 1 / self._gap.total_seconds()

    def hold(self, seconds: float) -> None:
        """Send nothing for a while."""
        self._held = max(self._held, self._clock.now() + timedelta(seconds=seconds))

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
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._line, (lane, next(self._order), turn))
        if self._usher is None:
            self._usher = asyncio.create_task(self._let_in())
        await turn

    async def _let_in(self) -> None:
        """One at a time, as long as somebody waits."""
        try:
            while self._line:
                now = self._clock.now()
                wait = (max(self._next, self._held) - now).total_seconds()
                if wait > 0:
                    await self._clock.sleep(wait)
                    continue
                _, _, turn = heapq.heappop(self._line)
                if not turn.done():
                    self._next = now + self._gap
                    turn.set_result(None)
        finally:
            self._usher = None

    def _note(self, chat: str) -> None:
        self._chats.setdefault(chat, deque()).append(self._clock.now())
        if len(self._chats) > 10_000:
            cold = self._clock.now() - self._chat_gap * self._burst
            self._chats = {chat: sent for chat, sent in self._chats.items() if sent[-1] > cold}
