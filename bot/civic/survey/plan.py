"""Which calculations follow from which answers, worked out once for a form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from bot.civic.survey.nodes import Node


@dataclass(frozen=True, slots=True)
class Plan:
    """A form's nodes by name; by name too, the calculations that it decides, in order.

    `far` are those that look into other instances of a repeat, and so change with any of them.
    `language` is the one that every text has.
    """

    nodes: Mapping[str, Node]
    calculations: Sequence[Node]
    follows: Mapping[str, Sequence[Node]]
    far: frozenset[str]
    language: str

    @classmethod
    def of(cls, nodes: Sequence[Node], calculations: Sequence[Node], language: str) -> Self:
        """From calculations of which each comes after those it looks at."""
        known = {node.name: node for node in nodes}
        return cls(known, calculations, _follows(calculations), _far(calculations), language)

    @property
    def links(self) -> int:
        """How many calculations follow from how many names: the work of one walk."""
        return sum(map(len, self.follows.values()))


def _follows(calculations: Sequence[Node]) -> Mapping[str, Sequence[Node]]:
    """Through other calculations too."""
    sources: dict[str, set[str]] = {}
    follows: dict[str, list[Node]] = {}
    for node in calculations:
        direct = node.sources()
        sources[node.name] = direct.union(*(sources.get(name, set()) for name in direct))
        for name in sources[node.name]:
            follows.setdefault(name, []).append(node)
    return follows


def _far(calculations: Sequence[Node]) -> frozenset[str]:
    far: set[str] = set()
    for node in calculations:
        expression = node.expressions.get("calculation")
        if (expression and expression.far) or not far.isdisjoint(node.sources()):
            far.add(node.name)
    return frozenset(far)
