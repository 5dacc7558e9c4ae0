"""Which calculations follow from which answers, worked out once for a form."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from bot.civic.survey.form import Kind
from bot.civic.survey.nodes import Node

Follower = tuple[Node, int]
"""A calculation, and how many repeats it shares with what decides it.

They share none where it looks into other instances of a repeat: it changes with any of them.
"""


@dataclass(frozen=True, slots=True)
class Plan:
    """A form's nodes by name, and its calculations in order.

    By name too: what a calculation `needs` are those it looks at, in order, and itself; `follows`
    are those that an answer decides, `begins` those that one more instance of a repeat decides.
    `language` is the one that every text has.
    """

    nodes: Mapping[str, Node]
    calculations: Sequence[Node]
    needs: Mapping[str, Sequence[Node]]
    follows: Mapping[str, Sequence[Follower]]
    begins: Mapping[str, Sequence[Follower]]
    language: str

    @classmethod
    def of(cls, nodes: Sequence[Node], calculations: Sequence[Node], language: str) -> Self:
        """From calculations of which each comes after those it looks at."""
        known = {node.name: node for node in nodes}
        sources = _sources(calculations)
        far = _far(calculations)
        needs = {
            node.name: [one for one in calculations if one.name in sources[node.name]]
            for node in calculations
        }
        follows: dict[str, list[Follower]] = {}
        for node in calculations:
            for name in sources[node.name] & known.keys():
                shared = 0 if node.name in far else common(node.repeats, known[name].repeats)
                follows.setdefault(name, []).append((node, shared))
        return cls(known, calculations, needs, follows, dict(_begins(nodes, follows)), language)

    @property
    def links(self) -> int:
        """How many calculations follow from how many names: the work of one walk."""
        return sum(map(len, self.follows.values()))


def _sources(calculations: Sequence[Node]) -> dict[str, set[str]]:
    """The names that decide each calculation, through other calculations too, and its own."""
    sources: dict[str, set[str]] = {}
    for node in calculations:
        direct = node.sources()
        sources[node.name] = {node.name}.union(
            direct, *(sources.get(name, set()) for name in direct)
        )
    return sources


def _far(calculations: Sequence[Node]) -> frozenset[str]:
    """Those that look into other instances of a repeat, or at one that does."""
    far: set[str] = set()
    for node in calculations:
        expression = node.expressions.get("calculation")
        if (expression and expression.far) or not far.isdisjoint(node.sources()):
            far.add(node.name)
    return frozenset(far)


def _begins(
    nodes: Sequence[Node], follows: Mapping[str, Sequence[Follower]]
) -> Iterator[tuple[str, list[Follower]]]:
    """Whatever stands in a repeat, its next instance brings one more of it."""
    for repeat in nodes:
        if repeat.kind is Kind.REPEAT:
            inside = [node for node in nodes if node.repeats == repeat.repeats]
            decided = (follower for node in inside for follower in follows.get(node.name, ()))
            yield (
                repeat.name,
                list({node.name: (node, shared) for node, shared in decided}.values()),
            )


def common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many repeats two nodes stand in together."""
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length
