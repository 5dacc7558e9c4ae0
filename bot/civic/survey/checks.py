"""Whether what a form refers to exists, comes in time and leads nowhere in a circle."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from bot.civic.survey.expressions import Reason
from bot.civic.survey.expressions.special import REFERENCE
from bot.civic.survey.form import CHOOSING, Kind
from bot.civic.survey.nodes import CALCULATED, Node
from bot.civic.survey.plan import Plan
from bot.civic.survey.problems import Problem, Trouble

LINKS = 5_000  # calculations by names that decide them; the largest real form has some hundreds
OPENED = "${"
NAME = re.compile(r"[^\W\d][\w.-]*")
LIVE = ("relevant", "constraint", "required", "default", "choice_filter", "count")
"""Columns that are looked at when the question is reached; calculations follow every answer."""


def check(nodes: Sequence[Node]) -> Iterator[Problem]:
    """Problems of nodes in the order in which they are asked."""
    known = {node.name: node for node in nodes}
    yield from _names(nodes)
    for node in nodes:
        yield from _references(node, known)
        yield from _quotes(node, known)
        if node.kind in CHOOSING:
            yield from _options(node)
        if node.kind is Kind.RANGE:
            yield from _range(node)
    yield from _later(nodes)


def _names(nodes: Sequence[Node]) -> Iterator[Problem]:
    seen: Counter[str] = Counter()
    for node in nodes:
        seen[node.name] += 1
        if seen[node.name] > 1:
            yield _problem(node, "name", Trouble.DUPLICATE, detail=node.name)
        if not NAME.fullmatch(node.name):
            yield _problem(node, "name", Trouble.BAD_NAME, detail=node.name)


def _references(node: Node, known: Mapping[str, Node]) -> Iterator[Problem]:
    for column, expression in node.expressions.items():
        for name, at in expression.names.items():
            if name not in known:
                yield _problem(node, column, Trouble.UNKNOWN_NAME, at, name)


def _quotes(node: Node, known: Mapping[str, Node]) -> Iterator[Problem]:
    texts = {"label": node.label, "hint": node.hint, **node.messages}
    for column, wordings in texts.items():
        for text in getattr(node.item, column).values():
            if at := _unclosed(text):
                yield _problem(node, column, Reason.UNCLOSED, at, OPENED)
        for name in sorted(wordings.names - known.keys()):
            yield _problem(node, column, Trouble.UNKNOWN_NAME, detail=name)
    for choice in node.offer.choices if node.offer.quotes else ():
        for name in sorted(choice.label.names - known.keys()):
            yield _problem(node, "options", Trouble.UNKNOWN_NAME, detail=name)


def _unclosed(text: str) -> int:
    """The character of a "${" that nothing closes, or 0."""
    return REFERENCE.sub(lambda found: " " * len(found[0]), text).find(OPENED) + 1


def _options(node: Node) -> Iterator[Problem]:
    choices = node.offer.choices
    if not choices:
        yield _problem(node, "options", Trouble.NO_OPTIONS, detail=node.item.options)
        return
    picks = choices if node.kind in (Kind.MANY, Kind.RANK) else ()  # are told apart by blanks
    blank = next((c.option.id for c in picks if c.option.id.split() != [c.option.id]), None)
    if blank:
        yield _problem(node, "options", Trouble.BLANK_IN_OPTION, detail=blank)
    if (shown := node.expressions.get("choice_filter")) is None:
        return
    columns = {column for choice in choices for column in choice.row}
    for column, at in shown.columns.items():
        if column not in columns:
            yield _problem(node, "choice_filter", Trouble.UNKNOWN_COLUMN, at, column)


def _range(node: Node) -> Iterator[Problem]:
    backwards = node.least is not None and node.most is not None and node.least > node.most
    if backwards or (node.step is not None and node.step <= 0):
        yield _problem(node, "most" if backwards else "step", Trouble.BAD_RANGE)


def _later(nodes: Sequence[Node]) -> Iterator[Problem]:
    """Questions that are looked at before they are asked."""
    places = {node.name: place for place, node in enumerate(nodes) if node.kind not in CALCULATED}
    for place, node in enumerate(nodes):
        for column in LIVE if node.kind in CALCULATED else (*LIVE, "calculation"):
            expression = node.expressions.get(column)
            for name, at in expression.names.items() if expression else ():
                own = name == node.name and column == "constraint"
                if places.get(name, -1) >= place and not own:
                    yield _problem(node, column, Trouble.LATER, at, name)
        for column, wordings in (("label", node.label), ("hint", node.hint)):
            for name in sorted(wordings.names):
                if places.get(name, -1) >= place:
                    yield _problem(node, column, Trouble.LATER, detail=name)


def calculations(nodes: Sequence[Node]) -> tuple[list[Node], list[Problem]]:
    """Calculated ones, each after those it looks at; or those that look at one another."""
    known = {node.name: node for node in nodes if node.kind in CALCULATED}
    uses = {name: node.sources() & known.keys() for name, node in known.items()}
    try:
        return [known[name] for name in TopologicalSorter(uses).static_order()], []
    except CycleError as circle:
        names = circle.args[1]
        node = known[names[0]]
        return [], [_problem(node, "calculation", Trouble.CYCLE, detail=" ".join(names))]


def too_much(plan: Plan) -> Iterator[Problem]:
    """Calculations that would take too long in a turn."""
    if plan.links > LINKS:
        last = plan.calculations[-1]
        yield _problem(last, "calculation", Trouble.TOO_MANY, detail=str(plan.links))


def _problem(
    node: Node, column: str, trouble: Trouble | Reason, at: int = 0, detail: str = ""
) -> Problem:
    return Problem(node.item.row, node.name, column, trouble, at, detail)
