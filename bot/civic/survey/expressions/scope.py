"""What an expression may look at while it is evaluated."""

from collections.abc import Sequence
from datetime import datetime
from random import Random
from typing import Protocol

from bot.civic.survey.expressions.values import Value


class Scope(Protocol):
    """The answers as one question sees them.  None of it comes from the machine.

    `now` is aware, in the zone whose clock people read.
    """

    @property
    def now(self) -> datetime: ...

    @property
    def random(self) -> Random: ...

    @property
    def current(self) -> str:
        """What "." stands for: the answer being checked."""

    def at_the_beginning(self) -> "Scope":
        """The same when the interview began: with another `now`."""

    def answer(self, name: str) -> Value:
        """A question's answer, "" without one; a tuple of all where it is repeated elsewhere."""

    def indexed(self, name: str, places: Sequence[tuple[str, int]]) -> str:
        """A repeated question's answer in the given instances, outermost first, from 1."""

    def position(self, levels: int) -> int:
        """The instance's number of the group so many levels up; 1 where it is not repeated."""

    def column(self, name: str) -> str:
        """A column of the choice that a filter looks at."""

    def choice(self, question: str, id: str) -> str:
        """What a question's choice is called; "" where there is none."""
