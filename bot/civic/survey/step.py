"""One step of an interview, and whether an answer to it is taken."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import compress

from bot.civic.amounts import exact
from bot.civic.survey.answers import Place, Wrong, instance, malformed, path
from bot.civic.survey.form import CHOOSING, Item, Kind
from bot.civic.survey.known import Known, View
from bot.civic.survey.nodes import Node
from bot.civic.survey.offers import Offered

NUMBERS = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.RANGE})


class Act(StrEnum):
    """What a step wants."""

    ASK = "ask"  # an answer
    TELL = "tell"  # nothing: it is a note
    MORE = "more"  # YES or NO: whether there is another instance


@dataclass(frozen=True, slots=True)
class Heading:
    """A group around a step; `number` is the instance's of a repeat, else 0."""

    name: str
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an answer is not taken; `message` in the form's own words, or "".

    `detail` is the bound that a number is beyond, or the option that is none.
    """

    wrong: Wrong
    message: str = ""
    detail: str = ""


class Step:
    """What comes next.  It reads the answers as they are, so it is good until the next is drawn.

    `key` is where its answer is stored, and its name for ever.  `place` counts the questions up to
    and with this one.
    """

    __slots__ = ("_at", "_judged", "_known", "_node", "act", "key", "place")

    def __init__(self, act: Act, known: Known, node: Node, at: Place, place: int) -> None:
        self.act = act
        self.place = place
        self._known = known
        self._node = node
        self._at = at
        self._judged: dict[str, Refusal | None] = {}  # asked for by the chat and by the walk
        self.key = _more(node, at) if act is Act.MORE else path(node.name, node.repeats, at)

    @property
    def item(self) -> Item:
        return self._node.item

    @property
    def kind(self) -> Kind:
        return self._node.kind

    @property
    def label(self) -> str:
        return self._known.said(self._node.label, self._node, self._at)

    @property
    def hint(self) -> str:
        return self._known.said(self._node.hint, self._node, self._at)

    @property
    def seconds(self) -> int:
        """What it takes to read and to answer."""
        return self._node.seconds

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The groups around it, outermost first; those without a label too."""
        return tuple(self._heading(node) for node in self._node.around)

    def _heading(self, node: Node) -> Heading:
        at = self._at[: len(node.repeats)]
        number = at[-1] if node.kind is Kind.REPEAT else 0
        return Heading(node.name, self._known.said(node.label, node, at), number)

    @property
    def options(self) -> tuple[Offered, ...]:
        """Those that the filter lets through."""
        labelled, passing = self._labelled(), self._passing()
        return labelled if passing is None else tuple(compress(labelled, passing))

    def _labelled(self) -> tuple[Offered, ...]:
        known, node, at = self._known, self._node, self._at
        if not node.offer.quotes:
            return node.offer.labelled(known.languages)
        return tuple(
            Offered(choice.option.id, known.said(choice.label, node, at))
            for choice in node.offer.choices
        )

    @property
    def has_options(self) -> bool:
        passing = self._passing()
        return bool(self._node.offer.choices) if passing is None else any(passing)

    def _passing(self) -> bytes | None:
        """Which choices the filter shows; None where there is no filter."""
        shown, offer = self._node.expressions.get("choice_filter"), self._node.offer
        return offer.passing(self._node.name, shown, self._view()) if shown else None

    @property
    def required(self) -> bool:
        said = self._node.expressions.get("required")
        return said.true(self._view()) if said else self._node.required

    @property
    def default(self) -> str:
        """An answer to propose, or ""; one that would be refused is none."""
        expressions = self._node.expressions
        said = expressions.get("default") or expressions.get("calculation")
        value = said.text(self._view()) if said else self._node.default
        return value if value and self.refusal(value) is None else ""

    def refusal(self, value: str) -> Refusal | None:
        """Why a value is not taken as the answer; None if it is."""
        if value not in self._judged:
            self._judged[value] = self._judge(value)
        return self._judged[value]

    def _judge(self, value: str) -> Refusal | None:
        if not value:
            return self._refused(Wrong.REQUIRED, "required") if self.required else None
        if wrong := malformed(self.kind, value):
            return Refusal(wrong)
        found = self._bounds(value) if self.kind in NUMBERS else None
        if self.kind in CHOOSING:
            found = self._chosen(value)
        return found or self._constraint(value)

    def _bounds(self, value: str) -> Refusal | None:
        node, number = self._node, exact(value)
        if node.least is not None and number < node.least:
            return Refusal(Wrong.TOO_SMALL, detail=node.item.least)
        if node.most is not None and number > node.most:
            return Refusal(Wrong.TOO_LARGE, detail=node.item.most)
        if node.step is not None and (number - (node.least or 0)) % node.step:
            return Refusal(Wrong.OFF_STEP, detail=node.item.step)
        return None

    def _chosen(self, value: str) -> Refusal | None:
        ids = [value] if self.kind is Kind.ONE else value.split()
        if not ids:
            return Refusal(Wrong.NO_SUCH_OPTION)
        if stray := next((id for id in ids if not self._offers(id)), None):
            return Refusal(Wrong.NO_SUCH_OPTION, detail=stray)
        if len(set(ids)) < len(ids):
            return Refusal(Wrong.REPEATED)
        if self.kind is Kind.RANK and len(ids) < len(self.options):
            return Refusal(Wrong.INCOMPLETE)
        return None

    def _offers(self, id: str) -> bool:
        """Whether a choice of this id is there and shown."""
        shown, view = self._node.expressions.get("choice_filter"), self._view()
        for choice in self._node.offer.by_id.get(id, ()):
            view.choice_row = choice.row
            if shown is None or shown.true(view):
                return True
        return False

    def _constraint(self, value: str) -> Refusal | None:
        constraint = self._node.expressions.get("constraint")
        if constraint is None or constraint.true(self._view(value)):
            return None
        return self._refused(Wrong.CONSTRAINT, "constraint")

    def _refused(self, wrong: Wrong, column: str) -> Refusal:
        wordings = self._node.messages[f"{column}_message"]
        return Refusal(wrong, self._known.said(wordings, self._node, self._at))

    def _view(self, current: str = "") -> View:
        return View(self._known, self._node, self._at, current)


def _more(node: Node, at: Place) -> str:
    """The name of "one more after this instance?"; no question's can hold a "+"."""
    outer = zip(node.repeats, at[:-1], strict=False)
    return ".".join([*(instance(*one) for one in outer), f"{node.name}+{at[-1]}"])
