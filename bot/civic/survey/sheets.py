"""Answered sheets as they leave the house: no names, and no place too small to hide in."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.civic.findings import Breakdown, Counts, secret_groups
from bot.civic.findings import Sheet as Answered
from bot.civic.hiding import Given, hidden_cells
from bot.civic.survey.counting import LANGUAGE, SETTLEMENT, breakdown
from bot.civic.survey.form import Form, Told
from bot.civic.survey.hours import telling_time
from bot.civic.survey.revisions import Revision

OTHER = "other"
"""The settlement of those whose own is not told."""

NOWHERE = str(None)
"""What the results call the settlement of those who have none."""


OWN = "no"
"""How somebody was helped who was not: the others have "door" or "paper"."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One person's answers by path.

    No hour in an anonymous survey, nor of what a helper entered.
    """

    values: Mapping[str, str]
    language: str  # "" where it is not told
    settlement: str = ""  # its code, OTHER, or "" where none is known
    at: datetime | None = None
    version: str = "1"  # of the form that was asked
    assisted: str = OWN  # "" where it is not told


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything that is handed out of one survey; `settlements` are names by code.

    `form` has all that any of the `revisions` asks; `left_out` are questions whose answers are not
    handed out.
    """

    number: int
    title: Told
    municipality: Told
    form: Form
    anonymous: bool
    opens_at: datetime
    closes_at: datetime
    taken_at: datetime  # its end, or now while it runs
    zone: ZoneInfo
    sheets: tuple[Sheet, ...]
    settlements: Mapping[str, str] = field(default_factory=dict)
    revisions: tuple[Revision, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """What readers of the files are told, in one language.

    `about` are headings with a sentence each.  `notes` belong to kinds of questions ("photo") and
    to our own columns ("_id").
    """

    about: Sequence[tuple[str, str]] = ()
    notes: Mapping[str, str] = field(default_factory=dict)


def masked(
    form: Form, sheets: Sequence[Sheet], told_apart: Sequence[Sequence[Sheet]] = ()
) -> list[Sheet]:
    """Settlements told only where five people answer from, and in them only what five are.

    That is the language, and whether a helper entered the answers; without that no hour is told
    either, which only people's own answers have.  More is hidden than the small ones where these
    could be had by subtracting, from one another or from the published results: there the same
    settlements are hidden.  What is hidden in one of the parts that are `told_apart` is hidden in
    all sheets.
    """
    parts = [sheets, *told_apart]
    secrets = [secret_groups(_counted(form, part)) for part in parts]
    places = set().union(*(secret[SETTLEMENT] for secret in secrets))
    rare = set().union(*(secret[LANGUAGE] for secret in secrets))
    placed = [[_placed(one, places) for one in part] for part in parts]
    languages = [_Told(part, lambda one: one.language, rare) for part in placed]
    ways = [_Told(part, lambda one: one.assisted, ()) for part in placed]
    hours = telling_time(form)
    return [
        replace(
            one if _told(ways, one) else _timeless(one, hours),
            language=_told(languages, one),
            assisted=_told(ways, one),
        )
        for one in placed[0]
    ]


def _placed(one: Sheet, secret: Collection[str]) -> Sheet:
    return replace(one, settlement=OTHER) if _place(one) in secret else one


def _timeless(one: Sheet, hours: Collection[str]) -> Sheet:
    values = {p: value for p, value in one.values.items() if p.rpartition("].")[2] not in hours}
    return replace(one, at=None, values=values)


class _Told:
    """What is told of one thing that is known of people, by settlement; `rare` values never are."""

    def __init__(
        self, sheets: Sequence[Sheet], value: Callable[[Sheet], str], rare: Collection[str]
    ) -> None:
        self._value = value
        people = Counter((_place(one), value(one)) for one in sheets)
        values = {name for _, name in people}
        table = {place: {name: people[place, name] for name in values} for place, _ in people}
        sizes = {place: sum(row.values()) for place, row in table.items()}
        nothing: dict[str, set[str]] = {}
        alike = len(values) == 1  # then everybody knows
        self._hidden = nothing if alike else hidden_cells(Given(table, sizes), (), rare)

    def of(self, one: Sheet) -> str:
        """The value, or '' where it is hidden."""
        value = self._value(one)
        told = self._hidden is not None and value not in self._hidden.get(_place(one), ())
        return value if told else ""


def _told(parts: Sequence[_Told], one: Sheet) -> str:
    """The value, if every part tells it."""
    return min((part.of(one) for part in parts), key=len)


def _place(one: Sheet) -> str:
    return one.settlement or NOWHERE


def _counted(form: Form, sheets: Iterable[Sheet]) -> Counts:
    counts = Counts((), Breakdown(breakdown(form).lead, (SETTLEMENT, LANGUAGE)))
    counts.add(
        [Answered({SETTLEMENT: _place(one), LANGUAGE: one.language}, one.values) for one in sheets]
    )
    return counts
