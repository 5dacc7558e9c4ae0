"""A form's items with their expressions compiled, each knowing where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.civic.amounts import Amount
from bot.civic.survey.expressions import Expression
from bot.civic.survey.form import Item, Kind
from bot.civic.survey.offers import NOTHING, Offer
from bot.civic.survey.wording import Wordings

CALCULATED = frozenset({Kind.CALCULATE, Kind.META})
LETTERS = 15  # read in a second
# Seconds to answer on a phone; a guess until there are interviews to measure.
SECONDS = {
    **{Kind.TEXT: 30, Kind.INTEGER: 8, Kind.DECIMAL: 10, Kind.RANGE: 8, Kind.DATE: 12},
    **{Kind.TIME: 10, Kind.MOMENT: 15, Kind.ONE: 6, Kind.MANY: 12, Kind.RANK: 25},
    **{Kind.BARCODE: 25, Kind.PHOTO: 30, Kind.AUDIO: 45, Kind.VIDEO: 60},
    **{Kind.PLACE: 20, Kind.ACKNOWLEDGE: 4},
}


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One compiled item.

    `around` are the groups and repeats it stands in, outermost first.  `repeats` are the repeats
    its answers are given in; a repeat itself is the last of its own.
    """

    item: Item
    around: tuple["Node", ...]
    repeats: tuple[str, ...]
    expressions: Mapping[str, Expression]  # by column: relevant, constraint, ...
    label: Wordings
    hint: Wordings
    messages: Mapping[str, Wordings]  # by column: constraint_message, required_message
    required: bool = False  # always; else an expression may say so
    default: str = ""  # a fixed one; else an expression may give it
    least: Amount | None = None
    most: Amount | None = None
    step: Amount | None = None
    offer: Offer = NOTHING
    items: list["Node"] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.item.name

    @property
    def kind(self) -> Kind:
        return self.item.kind

    @property
    def outside(self) -> int:
        """How many repeats its own conditions stand in."""
        return len(self.repeats) - (self.kind is Kind.REPEAT)

    @property
    def seconds(self) -> int:
        """What it takes to read and to answer."""
        letters = max(map(len, self.item.label.values()), default=0)
        return SECONDS.get(self.kind, 0) + letters // LETTERS

    def walk(self) -> Iterator["Node"]:
        """It, and all that it holds, in order."""
        yield self
        for node in self.items:
            yield from node.walk()

    def sources(self) -> set[str]:
        """The names that decide its calculation, and whether it and what is around it is asked."""
        used = [node.expressions.get("relevant") for node in (self, *self.around)]
        return {
            name
            for expression in (*used, self.expressions.get("calculation"))
            if expression
            for name in expression.names
        }
