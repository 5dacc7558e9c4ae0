"""Time is handed in, never fetched: everything that waits or stamps takes a Clock."""

import asyncio
import time as _time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What the bot needs of time."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""

    async def sleep(self, seconds: float) -> None:
        """Wait; returns once `now()` has moved on by at least `seconds`."""


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(max(0.0, seconds))


class MovableClock:
    """Real time plus an offset that a person may move forward: the demo's clock."""

    def __init__(self) -> None:
        self.offset = timedelta(0)
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.offset

    def move(self, by: timedelta) -> None:
        """Jump ahead.  Sleepers whose moment has come wake at once.  Going back is refused."""
        if by < timedelta(0):
            raise ValueError("the clock moves forward only")
        self.offset += by
        self._moved.set()
        self._moved = asyncio.Event()

    async def sleep(self, seconds: float) -> None:
        until = self.now() + timedelta(seconds=seconds)
        while (left := (until - self.now()).total_seconds()) > 0:
            try:
                async with asyncio.timeout(left):
                    await self._moved.wait()
            except TimeoutError:
                return


class VirtualClock:
    """Time that moves only when somebody waits: a sleep takes no real time and advances the clock.

    Bot and simulator share one, so a platform's limits are kept and tested without waiting.
    """

    def __init__(self, start: datetime = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)) -> None:
        self._now = start

    def now(self) -> datetime:
        return self._now

    def move(self, by: timedelta) -> None:
        if by < timedelta(0):
            raise ValueError("the clock moves forward only")
        self._now += by

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)  # whoever can act now does so before the time moves
        self._now += timedelta(seconds=max(0.0, seconds))


class Stopwatch:
    """Monotonic seconds since the start, for measuring and never for deciding."""

    def __init__(self) -> None:
        self._start = _time.monotonic()

    def seconds(self) -> float:
        return _time.monotonic() - self._start
