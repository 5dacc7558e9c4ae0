"""What the simulated platforms will do later, in the clock's time."""

import asyncio
import heapq
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count

from bot.clock import Clock

LOOK = 0.05
"""Real seconds between two looks at the clock."""


class Agenda:
    """Acts due at a moment of the clock.

    The simulator looks at the clock and never sleeps on it: a sleep on a virtual clock would move
    everybody's time.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._due: list[tuple[datetime, int, Callable[[], None]]] = []
        self._order = count()

    @property
    def waiting(self) -> int:
        """Acts not yet due."""
        return len(self._due)

    def after(self, seconds: float, act: Callable[[], None]) -> None:
        when = self._clock.now() + timedelta(seconds=seconds)
        heapq.heappush(self._due, (when, next(self._order), act))

    def tick(self) -> None:
        """Do what is due by now."""
        while self._due and self._due[0][0] <= self._clock.now():
            heapq.heappop(self._due)[2]()

    async def run(self) -> None:
        while True:
            await asyncio.sleep(LOOK)
            self.tick()
