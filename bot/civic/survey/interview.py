"""A survey's interview: its steps in order, each depending on the answers before it.

    for step in interview.steps(answers, sitting):
        if step.act is not Act.TELL:
            answers[step.key] = await ask(step)

An answer counts from when its question is passed, and only if it was asked and is taken; whatever
else the mapping holds is not looked at.  So a walk over stored answers gives the same steps as the
conversation that collected them, and an answer whose question is hidden now does not count.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Self

from bot.civic.survey.answers import Place, path
from bot.civic.survey.build import Builder
from bot.civic.survey.checks import calculations, check, too_much
from bot.civic.survey.form import ASKED, HOLDING, Form, Kind
from bot.civic.survey.known import Known
from bot.civic.survey.nodes import Node
from bot.civic.survey.plan import Plan
from bot.civic.survey.problems import Problem, Unsound
from bot.civic.survey.sitting import Sitting
from bot.civic.survey.step import Act, Step
from bot.civic.survey.walk import Walk

Answers = Mapping[str, str]
"""Stored answers by path; see bot.civic.survey.answers."""


class Interview:
    """A form ready to be asked.  Built once and kept: it holds nothing of any person."""

    def __init__(
        self, form: Form, nodes: Sequence[Node], plan: Plan, warnings: Sequence[Problem]
    ) -> None:
        self.form = form
        self.warnings = tuple(warnings)
        self._nodes = nodes
        self._plan = plan

    @classmethod
    def of(cls, form: Form) -> Self:
        """Raises Unsound for a form that cannot be asked."""
        builder = Builder(form)
        nodes = builder.build(form.items)
        every = [inner for node in nodes for inner in node.walk()]
        ordered, circles = calculations(every)
        plan = Plan.of(every, ordered, form.languages[0])
        problems = [*builder.problems, *check(every), *circles, *too_much(plan)]
        if any(problem.fatal for problem in problems):
            raise Unsound(problems)
        return cls(form, nodes, plan, problems)

    def steps(self, answers: Answers, sitting: Sitting) -> Iterator[Step]:
        """What to ask and to tell, in order; `answers` may grow between two of them."""
        return Walk(Known(self._plan, sitting), answers).run(self._nodes)

    def seconds(self, sitting: Sitting) -> int:
        """What a whole interview may take: questions that wait for a condition count half."""
        sure = sum(step.seconds for step in self.steps({}, sitting) if step.act is Act.ASK)
        every = (node.seconds for node in self._plan.nodes.values() if node.kind in ASKED)
        return (sure + max(sure, sum(every))) // 2

    def cleaned(self, answers: Answers, sitting: Sitting) -> dict[str, str]:
        """What is to be stored: answers that count and results of calculations, by path."""
        known = Known(self._plan, sitting)
        for _ in Walk(known, answers).run(self._nodes):
            pass
        return dict(_stored(known, self._nodes, ()))


def _stored(known: Known, nodes: Sequence[Node], place: Place) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if node.kind is Kind.REPEAT:
            for inner in known.places(node.repeats, place):
                yield from _stored(known, node.items, inner)
        elif node.kind in HOLDING:
            yield from _stored(known, node.items, place)
        elif value := known.value(node.name, place):
            yield path(node.name, node.repeats, place), value
