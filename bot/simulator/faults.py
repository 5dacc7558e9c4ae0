"""Switches that make a platform misbehave, each as real ones do."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random
from typing import Any

HELD = 0.2
"""Real seconds after which a held-back update goes out even if no other one has overtaken it."""


class Fault(StrEnum):
    """What may happen to one send."""

    FLOOD = "flood"  # too many requests: HTTP 429 on Telegram, status 12 on Viber
    BROKEN = "broken"  # HTTP 500
    LOST = "lost"  # not accepted, and no answer comes
    UNSURE = "unsure"  # accepted, and no answer comes
    BLOCKED = "blocked"  # as if the person had blocked the bot


@dataclass(frozen=True, slots=True)
class Canned:
    """A ready answer instead of the platform's own."""

    status: int
    body: dict[str, Any] = field(default_factory=dict)


class Faults:
    """Faults of one server: planned for the next sends, or drawn at a rate from a seeded source.

    `retry_after` goes into the answer to FLOOD.  LOST and UNSURE keep the caller waiting `hang`
    real seconds and then close the connection; above the caller's own limit it is a time-out.
    """

    def __init__(self, seed: int = 0) -> None:
        self.rates: dict[Fault, float] = {}
        self.duplicates = 0.0
        self.disorder = 0.0
        self.retry_after = 3
        self.hang = 0.0
        self._planned: deque[Fault | Canned | None] = deque()
        self._double = 0
        self._swap = 0
        self._held: Callable[[], None] | None = None
        self._random = Random(seed)

    def next(self, fault: Fault | Canned | None, count: int = 1) -> None:
        """The next `count` sends meet this fault, or none, after those planned earlier."""
        self._planned.extend([fault] * count)

    def double(self, count: int = 1) -> None:
        """The next `count` updates are delivered twice."""
        self._double += count

    def swap(self, count: int = 1) -> None:
        """The next `count` updates are overtaken by the one after."""
        self._swap += count

    def seed(self, seed: int) -> None:
        self._random.seed(seed)

    def clear(self) -> None:
        """Back to a platform that works; `hang` and `retry_after` stay."""
        self.rates.clear()
        self._planned.clear()
        self.duplicates = self.disorder = 0.0
        self._double = self._swap = 0

    @property
    def planned(self) -> int:
        return len(self._planned)

    def draw(self) -> Fault | Canned | None:
        """What happens to the send at hand."""
        if self._planned:
            return self._planned.popleft()
        if not self.rates:
            return None
        at = self._random.random()
        for fault, rate in self.rates.items():
            if at < rate:
                return fault
            at -= rate
        return None

    def mix(self, deliver: Callable[[], None]) -> None:
        """Deliver an update: once, twice, or after the next one."""
        if self._held is None and self._chance("_swap", self.disorder):
            self._held = deliver
            asyncio.get_running_loop().call_later(HELD, self._release)
            return
        deliver()
        if self._chance("_double", self.duplicates):
            deliver()
        self._release()

    def _release(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            held()

    def _chance(self, planned: str, rate: float) -> bool:
        left: int = getattr(self, planned)
        if left:
            setattr(self, planned, left - 1)
            return True
        return rate > 0 and self._random.random() < rate
