"""The walk over a form: what is asked and told, in order."""

from collections.abc import Iterator, Mapping, Sequence
from math import isnan

from bot.civic.survey.answers import YES, Place
from bot.civic.survey.form import CHOOSING, Kind
from bot.civic.survey.known import Known, View
from bot.civic.survey.nodes import CALCULATED, Node
from bot.civic.survey.step import Act, Step

INSTANCES = 50  # of one repeat inside its place
STEPS = 2_000  # of a walk; no instance is begun after them


class Walk:
    """One walk.  Answers are looked up when their step has been passed."""

    def __init__(self, known: Known, answers: Mapping[str, str]) -> None:
        self._known = known
        self._answers = answers
        self._steps = 0
        self._asked = 0

    def run(self, nodes: Sequence[Node], place: Place = ()) -> Iterator[Step]:
        for node in nodes:
            if node.kind in CALCULATED or not self._known.holds(node, place):
                continue
            if node.kind is Kind.GROUP:
                yield from self.run(node.items, place)
            elif node.kind is Kind.REPEAT:
                yield from self._repeat(node, place)
            elif node.kind is Kind.NOTE:
                yield self._step(Act.TELL, node, place)
            else:
                yield from self._ask(node, place)

    def _ask(self, node: Node, place: Place) -> Iterator[Step]:
        step = self._step(Act.ASK, node, place)
        if node.kind in CHOOSING and not step.has_options:
            return
        self._asked += 1
        step.place = self._asked
        yield step
        value = self._answers.get(step.key, "")
        if value and step.refusal(value) is None:
            self._known.settle(node, place, value)

    def _repeat(self, node: Node, place: Place) -> Iterator[Step]:
        for number in range(1, INSTANCES + 1):
            if "count" in node.expressions:
                if number > self._count(node, place):
                    return
            elif number > 1:
                more = self._step(Act.MORE, node, (*place, number - 1))
                yield more
                if self._answers.get(more.key) != YES:
                    return
            if self._steps >= STEPS:
                return
            self._known.begin(node, (*place, number))
            yield from self.run(node.items, (*place, number))

    def _count(self, node: Node, place: Place) -> float:
        said = node.expressions["count"].number(View(self._known, node, place))
        return 0 if isnan(said) else said

    def _step(self, act: Act, node: Node, place: Place) -> Step:
        self._steps += 1
        return Step(act, self._known, node, place, self._asked)
