"""Answered sheets as they leave the house: no names, and no place too small to hide in."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.civic.needs import SMALLEST
from bot.civic.survey.form import Form, Told
from bot.civic.survey.revisions import Revision

OTHER = "other"
"""The settlement of those whose own is not told."""


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


def masked(sheets: Iterable[Sheet]) -> list[Sheet]:
    """Settlements told only where five people answer from, languages only where five there speak.

    As in the results, more is hidden than the small ones if these could be had by subtracting.
    """
    known = list(sheets)
    few = _few(Counter(sheet.settlement for sheet in known))
    placed = [replace(one, settlement=OTHER) if one.settlement in few else one for one in known]
    spoken: dict[str, Counter[str]] = {}
    for sheet in placed:
        spoken.setdefault(sheet.settlement, Counter())[sheet.language] += 1
    rare = {settlement: _few(people) for settlement, people in spoken.items()}
    return [
        replace(one, language="") if one.language in rare[one.settlement] else one for one in placed
    ]


def _few(people: Mapping[str, int]) -> set[str]:
    """Groups of less than five; with them the next larger, until there are two and five people."""
    hidden = {group for group, count in people.items() if count < SMALLEST}
    for group in sorted(people, key=lambda group: (people[group], group)):
        if not hidden or (len(hidden) > 1 and sum(people[one] for one in hidden) >= SMALLEST):
            break
        hidden.add(group)
    return hidden
