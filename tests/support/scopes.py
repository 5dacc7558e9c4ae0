"""A scope for trying expressions without a form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from random import Random

from bot.civic.survey.expressions import Value


@dataclass(frozen=True)
class Told:
    """Answers by name; every repeat is at its first instance, its parent at the second."""

    answers: Mapping[str, Value] = field(default_factory=dict)
    current: str = ""
    now: datetime = datetime(2026, 11, 28, 10, tzinfo=UTC)
    row: Mapping[str, str] = field(default_factory=dict)
    random: Random = field(default_factory=lambda: Random(7))

    def at_the_beginning(self) -> "Told":
        return replace(self)

    def answer(self, name: str) -> Value:
        return self.answers.get(name, "")

    def indexed(self, name: str, places: Sequence[tuple[str, int]]) -> str:
        found = self.answers.get(name, ())
        place = places[-1][1]
        return found[place - 1] if isinstance(found, tuple) and place <= len(found) else ""

    def position(self, levels: int) -> int:
        return levels

    def column(self, name: str) -> str:
        return self.row.get(name, "")

    def choice(self, question: str, id: str) -> str:
        return f"{question}: {id}"
