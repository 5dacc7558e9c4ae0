"""Answered sheets as they leave the house: no names, and no place too small to hide in."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.civic.findings import Breakdown, Counts, secret_groups
from bot.civic.findings import Sheet as Answered
from bot.civic.hiding import Given, hidden_cells
from bot.civic.survey.counting import LANGUAGE, SETTLEMENT, breakdown
from bot.civic.survey.form import Form, Told
from bot.civic.survey.revisions import Revision

OTHER = "other"
"""The settlement of those whose own is not told."""

Languages = Mapping[str, Collection[str]]

NOWHERE = str(None)
"""What the results call the settlement of those who have none."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One person's answers by path; no hour in an anonymous survey."""

    values: Mapping[str, str]
    language: str
    settlement: str = ""  # its code, OTHER, or "" where none is known
    at: datetime | None = None
    version: str = "1"  # of the form that was asked


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
    """Settlements told only where five people answer from, languages only where five there speak.

    More is hidden than the small ones where these could be had by subtracting, from one another or
    from the published results: there the same settlements are hidden.  What is hidden in one of the
    parts that are `told_apart` is hidden in all sheets.
    """
    parts = [sheets, *told_apart]
    secrets = [secret_groups(_counted(form, part)) for part in parts]
    places = set().union(*(secret[SETTLEMENT] for secret in secrets))
    rare = set().union(*(secret[LANGUAGE] for secret in secrets))
    hidden = [_hidden(part, places, rare) for part in parts]
    return [_masked(one, places, hidden) for one in sheets]


def _hidden(
    sheets: Sequence[Sheet], places: Collection[str], rare: Collection[str]
) -> Languages | None:
    """Languages by settlement; None where all must be hidden."""
    spoken = _spoken(sheets)
    sizes = {settlement: sum(people.values()) for settlement, people in spoken.items()}
    return hidden_cells(Given(spoken, sizes), places, rare)


def _masked(one: Sheet, places: Collection[str], hidden: Sequence[Languages | None]) -> Sheet:
    place = _place(one)
    told = all(
        languages is not None and one.language not in languages.get(place, ())
        for languages in hidden
    )
    settlement = OTHER if place in places else one.settlement
    return replace(one, settlement=settlement, language=one.language if told else "")


def _place(one: Sheet) -> str:
    return one.settlement or NOWHERE


def _counted(form: Form, sheets: Iterable[Sheet]) -> Counts:
    counts = Counts((), Breakdown(breakdown(form).lead, (SETTLEMENT, LANGUAGE)))
    for one in sheets:
        counts.add(Answered({SETTLEMENT: _place(one), LANGUAGE: one.language}, one.values))
    return counts


def _spoken(sheets: Iterable[Sheet]) -> dict[str, dict[str, int]]:
    """People by settlement and language."""
    people = Counter((_place(one), one.language) for one in sheets)
    languages = {language for _, language in people}
    return {
        settlement: {language: people[settlement, language] for language in languages}
        for settlement, _ in people
    }
