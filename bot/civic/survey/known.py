"""What is known at one moment of an interview: answers that count, and what follows from them."""

from collections.abc import Mapping, Sequence
from random import Random

from bot.civic.survey.answers import LONGEST, Place, path
from bot.civic.survey.expressions import Value
from bot.civic.survey.form import CHOOSING, Kind
from bot.civic.survey.nodes import Node
from bot.civic.survey.plan import Follower, Plan, common
from bot.civic.survey.sitting import Sitting
from bot.civic.survey.wording import Wordings


class Known:
    """Grows by `settle` and `begin`.

    A calculation is worked out when it is looked at, and anew after what decides it has changed.
    """

    def __init__(self, plan: Plan, sitting: Sitting) -> None:
        self.plan = plan
        self.sitting = sitting
        self.languages = (sitting.language, plan.language)
        self._values: dict[str, dict[Place, str]] = {}
        self._instances: dict[tuple[str, ...], list[Place]] = {(): [()]}
        self._due: dict[str, set[Place]] = {
            node.name: {()} for node in plan.calculations if not node.repeats
        }

    def settle(self, node: Node, place: Place, value: str) -> None:
        """An answer that counts."""
        self._put(node, place, value)
        self._expect(self.plan.follows.get(node.name, ()), place)

    def begin(self, repeat: Node, place: Place) -> None:
        """Another instance of a repeat; its number is the last of the place."""
        self._instances.setdefault(repeat.repeats, []).append(place)
        self._put(repeat, place, str(place[-1]))
        self._expect(self.plan.begins[repeat.name], place)

    def value(self, name: str, place: Place) -> str:
        """An answer that counts, or what a calculation gives; "" without one."""
        if name in self._due:
            self._work_out(name)
        return self._values.get(name, {}).get(place, "")

    def holds(self, node: Node, place: Place) -> bool:
        """Whether its own condition lets a node be asked; those around it are not looked at."""
        relevant = node.expressions.get("relevant")
        return relevant is None or relevant.true(View(self, node, place))

    def said(self, wordings: Wordings, viewer: Node, place: Place) -> str:
        """A text of a node in the language of the sitting, answers filled in."""

        def quoted(name: str) -> str:
            return self._shown(name, View(self, viewer, place).answer(name))

        return wordings.filled(self.languages, quoted)

    def places(self, repeats: tuple[str, ...], within: Place) -> list[Place]:
        """Instances inside a place, in order."""
        size = len(within)
        if size == len(repeats):
            return [within]
        found = self._instances.get(repeats, [])
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
        self._values.setdefault(node.name, {})[place] = value

    def _expect(self, followers: Sequence[Follower], place: Place) -> None:
        """These are to be worked out anew, wherever they share the place."""
        for node, shared in followers:
            places = self.places(node.repeats, place[:shared])
            self._due.setdefault(node.name, set()).update(places)

    def _work_out(self, name: str) -> None:
        for node in self.plan.needs[name]:
            for place in self._due.pop(node.name, ()):
                self._calculate(node, place)

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
        known = self._known
        repeats = known.plan.nodes[name].repeats
        if not repeats:
            return known.value(name, ())
        shared = min(common(repeats, self._node.repeats), len(self._place))
        if shared == len(repeats):
            return known.value(name, self._place[:shared])
        return tuple(
            known.value(name, place) for place in known.places(repeats, self._place[:shared])
        )

    def indexed(self, name: str, places: Sequence[tuple[str, int]]) -> str:
        node = self._known.plan.nodes[name]
        given = dict(zip(self._node.repeats, self._place, strict=False)) | dict(places)
        place = tuple(given.get(repeat, 1) for repeat in node.repeats)
        return self._known.value(name, place)

    def position(self, levels: int) -> int:
        around = self._node.around
        if not 0 < levels <= len(around) or around[-levels].kind is not Kind.REPEAT:
            return 1
        return self._place[len(around[-levels].repeats) - 1]

    def column(self, name: str) -> str:
        return self.choice_row.get(name, "")

    def choice(self, question: str, id: str) -> str:
        return self._known.label(self._known.plan.nodes[question], id)
