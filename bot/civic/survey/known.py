"""What is known at one moment of an interview: answers that count, and what follows from them."""

from collections.abc import Mapping, Sequence
from random import Random

from bot.civic.survey.answers import LONGEST, Place, path
from bot.civic.survey.expressions import Value
from bot.civic.survey.form import CHOOSING, Kind
from bot.civic.survey.nodes import Node
from bot.civic.survey.plan import Plan
from bot.civic.survey.sitting import Sitting
from bot.civic.survey.wording import Wordings


class Known:
    """Grows by `settle` and `begin`; calculations follow at once."""

    def __init__(self, plan: Plan, sitting: Sitting) -> None:
        self.plan = plan
        self.sitting = sitting
        self.languages = (sitting.language, plan.language)
        self.values: dict[str, dict[Place, str]] = {}
        self.instances: dict[tuple[str, ...], list[Place]] = {(): [()]}
        self._calculate_inside((), ())

    def settle(self, node: Node, place: Place, value: str) -> None:
        """An answer that counts."""
        self._put(node, place, value)
        self._follow(node, place)

    def begin(self, repeat: Node, place: Place) -> None:
        """Another instance of a repeat; its number is the last of the place."""
        self.instances.setdefault(repeat.repeats, []).append(place)
        self._put(repeat, place, str(place[-1]))
        for node in (*self._calculate_inside(repeat.repeats, place), repeat):
            self._follow(node, place)

    def holds(self, node: Node, place: Place) -> bool:
        """Whether its own condition lets a node be asked; those around it are not looked at."""
        relevant = node.expressions.get("relevant")
        return relevant is None or relevant.true(View(self, node, place))

    def said(self, wordings: Wordings, viewer: Node, place: Place) -> str:
        """A text of a node in the language of the sitting, answers filled in."""
        view = View(self, viewer, place)
        return wordings.filled(self.languages, lambda name: self._shown(name, view.answer(name)))

    def places(self, repeats: tuple[str, ...], within: Place) -> list[Place]:
        """Instances inside a place, in order."""
        found = self.instances.get(repeats, [])
        size = len(within)
        return [place for place in found if place[:size] == within] if size else found

    def label(self, node: Node, id: str) -> str:
        """What a choice is called; "" where there is none."""
        choices = node.offer.by_id.get(id)
        # Quotes inside a choice's label are left out: they could lead in a circle.
        return choices[0].label.filled(self.languages, lambda name: "") if choices else ""

    def _shown(self, name: str, value: Value) -> str:
        node = self.plan.nodes[name]
        values = value if isinstance(value, tuple) else (str(value),)
        return ", ".join(self._reading(node, one) for one in values if one)

    def _reading(self, node: Node, value: str) -> str:
        if node.kind in CHOOSING:
            ids = [value] if node.kind is Kind.ONE else value.split()
            return ", ".join(self.label(node, id) or id for id in ids)
        return self.sitting.shows(node.kind, value)

    def _put(self, node: Node, place: Place, value: str) -> None:
        self.values.setdefault(node.name, {})[place] = value

    def _follow(self, node: Node, place: Place) -> None:
        """Calculate again what looks at a node, wherever that is."""
        for calculation in self.plan.follows.get(node.name, ()):
            far = calculation.name in self.plan.far
            shared = 0 if far else common(calculation.repeats, node.repeats)
            for other in self.places(calculation.repeats, place[:shared]):
                self._calculate(calculation, other)

    def _calculate_inside(self, repeats: tuple[str, ...], place: Place) -> list[Node]:
        inside = [node for node in self.plan.calculations if node.repeats == repeats]
        for calculation in inside:
            self._calculate(calculation, place)
        return inside

    def _calculate(self, node: Node, place: Place) -> None:
        around = (other for other in (*node.around, node) if "relevant" in other.expressions)
        hidden = not all(self.holds(other, place[: other.outside]) for other in around)
        self._put(node, place, "" if hidden else self._result(node, place))

    def _result(self, node: Node, place: Place) -> str:
        if node.kind is Kind.META:
            return self.sitting.metadata(node.item.calculation.strip() or node.name)
        calculation = node.expressions.get("calculation")
        return calculation.text(View(self, node, place))[:LONGEST] if calculation else ""


class View:
    """The answers as one node sees them from its place; the scope of its expressions."""

    __slots__ = ("_known", "_node", "_place", "_random", "choice_row", "current", "now")

    def __init__(
        self, known: Known, node: Node, place: Place, current: str = "", begun: bool = False
    ) -> None:
        self._known = known
        self._node = node
        self._place = place
        self._random: Random | None = None
        self.current = current
        self.now = known.sitting.begun if begun else known.sitting.now
        self.choice_row: Mapping[str, str] = {}

    @property
    def random(self) -> Random:
        if self._random is None:
            where = path(self._node.name, self._node.repeats, self._place)
            self._random = Random(f"{self._known.sitting.seed} {where}")
        return self._random

    def at_the_beginning(self) -> "View":
        return View(self._known, self._node, self._place, self.current, begun=True)

    def answer(self, name: str) -> Value:
        if name == self._node.name and self.current:
            return self.current
        node = self._known.plan.nodes[name]
        values = self._known.values.get(name, {})
        if not node.repeats:
            return values.get((), "")
        shared = min(common(node.repeats, self._node.repeats), len(self._place))
        if shared == len(node.repeats):
            return values.get(self._place[:shared], "")
        places = self._known.places(node.repeats, self._place[:shared])
        return tuple(values.get(place, "") for place in places)

    def indexed(self, name: str, places: Sequence[tuple[str, int]]) -> str:
        node = self._known.plan.nodes[name]
        given = dict(zip(self._node.repeats, self._place, strict=False)) | dict(places)
        place = tuple(given.get(repeat, 1) for repeat in node.repeats)
        return self._known.values.get(name, {}).get(place, "")

    def position(self, levels: int) -> int:
        around = self._node.around
        if not 0 < levels <= len(around) or around[-levels].kind is not Kind.REPEAT:
            return 1
        return self._place[len(around[-levels].repeats) - 1]

    def column(self, name: str) -> str:
        return self.choice_row.get(name, "")

    def choice(self, question: str, id: str) -> str:
        return self._known.label(self._known.plan.nodes[question], id)


def common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many repeats two nodes stand in together."""
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length
