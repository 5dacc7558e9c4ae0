"""A vote by raised hands: what can be true of its numbers, and what was decided.

Everybody who may vote has one hand for each question; some keep it down.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hands:
    """How many hands went up for each option, among how many who could have voted."""

    counts: Sequence[int]
    present: int

    @property
    def none(self) -> int:
        """Who raised no hand; below nought where more hands were counted than people."""
        return self.present - sum(self.counts)

    @property
    def possible(self) -> bool:
        return self.none >= 0 and all(count >= 0 for count in self.counts)

    @property
    def first(self) -> int | None:
        """The place of the option with most hands; None if several share it, or none has any."""
        most = max(self.counts, default=0)
        leading = [place for place, count in enumerate(self.counts) if count == most]
        return leading[0] if most and len(leading) == 1 else None

    @property
    def majority(self) -> bool:
        """Whether more than half of those present want the first."""
        return self.first is not None and 2 * self.counts[self.first] > self.present


def percent(part: int, whole: int) -> str:
    """A share with one decimal, rounded down, so that a threshold is never reached by rounding."""
    tenths = 1000 * part // whole
    return f"{tenths // 10}.{tenths % 10}"
