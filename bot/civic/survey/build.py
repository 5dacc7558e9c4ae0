"""Items compiled to nodes; every fault on the way is noted, none ends the building."""

import re
from collections.abc import Iterable

from bot.civic.amounts import Amount, exact
from bot.civic.survey.expressions import Expression, Fault, compile
from bot.civic.survey.form import HOLDING, Form, Item, Kind
from bot.civic.survey.nodes import Node
from bot.civic.survey.offers import NOTHING, Offer
from bot.civic.survey.problems import Problem, Trouble
from bot.civic.survey.wording import Wordings

DEEPEST = 20  # groups inside one another
MOST = 3_000  # items
MESSAGES = ("constraint_message", "required_message")
EXPRESSIONS = ("relevant", "constraint", "calculation", "choice_filter", "count")
ALWAYS = frozenset({"yes", "true", "t", "1", "true()"})
NEVER = frozenset({"", "no", "false", "f", "0", "false()"})
# Like pyxform: a default is computed if it quotes an answer or is one function's result.
COMPUTED = re.compile(r"\$\{|^\s*[a-z][\w:-]*\(.*\)\s*$", re.DOTALL)


class Builder:
    """Builds the nodes of one form; `problems` grows meanwhile."""

    def __init__(self, form: Form) -> None:
        self.problems: list[Problem] = []
        self._left = MOST
        self._offers = {name: Offer(options) for name, options in form.lists.items()}

    def build(self, items: Iterable[Item], around: tuple[Node, ...] = ()) -> list[Node]:
        nodes = []
        for item in items:
            self._left -= 1
            if self._left == -1:
                self._note(item, "name", Trouble.TOO_MANY, detail=str(MOST))
            if self._left < 0:
                break
            nodes.append(self._node(item, around))
        return nodes

    def _node(self, item: Item, around: tuple[Node, ...]) -> Node:
        least, most, step = (self._bound(item, column) for column in ("least", "most", "step"))
        node = Node(
            item,
            around,
            _repeats(item, around),
            self._compiled(item),
            Wordings.of(item.label),
            Wordings.of(item.hint),
            {column: Wordings.of(getattr(item, column)) for column in MESSAGES},
            required=item.required.strip().casefold() in ALWAYS,
            default="" if COMPUTED.search(item.default) else item.default.strip(),
            least=least,
            most=most,
            step=step,
            offer=self._offers.get(item.options, NOTHING),
        )
        if len(around) >= DEEPEST:
            self._note(item, "name", Trouble.TOO_NESTED, detail=str(DEEPEST))
        elif item.kind in HOLDING:
            node.items.extend(self.build(item.items, (*around, node)))
        return node

    def _compiled(self, item: Item) -> dict[str, Expression]:
        texts = {column: getattr(item, column) for column in EXPRESSIONS}
        if item.kind is Kind.META:
            del texts["calculation"]
        if item.required.strip().casefold() not in ALWAYS | NEVER:
            texts["required"] = item.required
        if COMPUTED.search(item.default):
            texts["default"] = item.default
        found = {column: self._cell(item, column, text) for column, text in texts.items()}
        return {column: expression for column, expression in found.items() if expression}

    def _cell(self, item: Item, column: str, text: str) -> Expression | None:
        if not text.strip():
            return None
        try:
            return compile(text, in_choices=column == "choice_filter")
        except Fault as fault:
            problem = Problem(item.row, item.name, column, fault.reason, fault.column, fault.detail)
            self.problems.append(problem)
            return None

    def _bound(self, item: Item, column: str) -> Amount | None:
        text = getattr(item, column).strip()
        try:
            return exact(text) if text else None
        except ValueError:
            self._note(item, column, Trouble.BAD_RANGE, detail=text)
            return None

    def _note(self, item: Item, column: str, trouble: Trouble, detail: str = "") -> None:
        self.problems.append(Problem(item.row, item.name, column, trouble, detail=detail))


def _repeats(item: Item, around: tuple[Node, ...]) -> tuple[str, ...]:
    outer = around[-1].repeats if around else ()
    return (*outer, item.name) if item.kind is Kind.REPEAT else outer
