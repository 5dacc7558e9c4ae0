"""What a survey found: people counted, needs ranked, and nobody recognisable.

A number of 1 to 4 people is hidden, and so are as many others as it takes that no hidden number
can be had by subtracting the shown ones from a total.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from typing import cast

from bot.civic.amounts import Amount
from bot.civic.hiding import SMALLEST as SMALLEST
from bot.civic.hiding import Given, covered, hidden_cells, small
from bot.civic.spread import Spread, spread
from bot.civic.stretches import Stretch

UNTOLD = ""
"""The group of those who did not answer the question that makes the groups; how many is no secret.
"""


class Kind(StrEnum):
    """How a question is answered."""

    ONE = "one"
    MANY = "many"
    NUMBER = "number"
    TEXT = "text"  # only counted here; what was written is for the staff to read


@dataclass(frozen=True, slots=True)
class Question:
    """`bands` are what numbers are counted by where not by stretches of their own."""

    kind: Kind
    options: tuple[str, ...] = ()
    bands: Mapping[str, Stretch] = field(default_factory=dict)


Answer = str | tuple[str, ...] | Amount | None
"""An option, several, a number or a text, by the question's kind; None where it was skipped."""

NONE: tuple[Answer, ...] = (None, "", ())

Told = Mapping[Answer, int]
"""How many people gave each answer."""

Grouped = Mapping[tuple[str, Answer], int]
"""How many people of each group (settlement, age band) gave each answer."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One option, band or stretch.  Hidden: `people` and `share` are None, `rank` is 0.

    Equals share a rank; numbers have none.
    """

    option: str
    people: int | None
    share: Fraction | None
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """Answers to one question; `people` is how many answered, None if they are too few.

    `cells` of options come ranked, the hidden ones last; those of numbers come in their order.
    """

    people: int | None
    cells: tuple[Cell, ...] = ()
    spread: Spread | None = None


def summarise(question: Question, answers: Told, hidden: Collection[str] = ()) -> Summary:
    """Everybody's answers together; these options are hidden whatever their numbers."""
    given = _given(answers)
    total = sum(given.values())
    if total < SMALLEST:
        return Summary(None)
    if question.kind is Kind.NUMBER:
        return _numbers(question, cast(Mapping[Amount, int], given), hidden)
    people, picks = _people(question, given), _picks(question, given)
    return _ranked(people, covered(people, hidden, len(picks) == 1), total)


def small_groups(answers: Grouped, told: Mapping[str, int]) -> set[str]:
    """The groups of which nothing is shown.

    `told` are the groups of all people, those who left the question out too: where another question
    has the groups for its options, or a list of all answers has them, these are known as well.
    """
    sizes: Counter[str] = Counter()
    for (group, answer), n in answers.items():
        if group != UNTOLD and answer not in NONE:
            sizes[group] += n
    return small(sizes, {group: n for group, n in told.items() if group != UNTOLD})


def summarise_by(
    question: Question, answers: Grouped, secret: Collection[str] = ()
) -> dict[str, Summary]:
    """Answers by group, safe to publish beside those of everybody.

    Nothing is shown of `secret` groups, nor of groups that are too small.
    """
    groups: dict[str, Counter[Answer]] = {}
    for (group, answer), n in answers.items():
        groups.setdefault(group, Counter())[answer] += n
    given = {group: _given(mine) for group, mine in groups.items()}
    sizes = {group: sum(mine.values()) for group, mine in given.items()}
    secret = covered({group: n for group, n in sizes.items() if group != UNTOLD}, secret)
    hidden = _hidden(question, given, secret)
    return {
        group: _ranked(_people(question, mine), hidden[group], sizes[group])
        if hidden and sizes[group] >= SMALLEST and group not in secret
        else Summary(None)
        for group, mine in given.items()
    }


def _hidden(
    question: Question, given: Mapping[str, Told], secret: Collection[str]
) -> dict[str, set[str]]:
    """The options to hide in each group; empty where no group can be shown."""
    sizes = {group: sum(mine.values()) for group, mine in given.items()}
    if sum(n for group, n in sizes.items() if group != UNTOLD) < SMALLEST:
        return {}
    every = sum(map(Counter, given.values()), Counter[Answer]())
    everybody, picks = _people(question, every), _picks(question, every)
    rare = covered(everybody, (), len(picks) == 1)
    blank = dict.fromkeys(everybody, 0)
    table = {group: blank | _people(question, mine) for group, mine in given.items()}
    return hidden_cells(Given(table, sizes, min(picks), max(picks)), secret, rare) or {}


def _picks(question: Question, given: Iterable[Answer]) -> set[int]:
    """How many options single people chose; where it is one number, the options add up."""
    if question.kind is not Kind.MANY:
        return {1}
    return {len({*cast(Iterable[str], answer)}) for answer in given}


def _given(answers: Told) -> dict[Answer, int]:
    return {answer: n for answer, n in answers.items() if answer not in NONE}


def _people(question: Question, answers: Told) -> dict[str, int]:
    """How many chose each option; options no longer offered are counted too."""
    if question.kind not in (Kind.ONE, Kind.MANY):
        return {}
    chosen: Counter[str] = Counter()
    for answer, n in answers.items():
        for option in {answer} if isinstance(answer, str) else {*cast(Iterable[str], answer)}:
            chosen[option] += n
    return dict.fromkeys(question.options, 0) | dict(sorted(chosen.items()))


def _numbers(question: Question, given: Mapping[Amount, int], hidden: Collection[str]) -> Summary:
    total = sum(given.values())
    if not question.bands:
        found = spread(given)
        people = {str(stretch): n for stretch, n in found.stretches.items()}
        return Summary(total, _cells(people, (), total), found)
    within = {
        name: sum(n for number, n in given.items() if number in band)
        for name, band in question.bands.items()
    }
    cells = _cells(within, covered(within, hidden), total)
    if any(cell.people is None for cell in cells):
        return Summary(total, cells)  # quarters would tell how many are in a hidden band
    bands = {band: within[name] for name, band in question.bands.items()}
    return Summary(total, cells, spread(given, bands))


def _ranked(people: Mapping[str, int], hidden: Collection[str], total: int) -> Summary:
    # Hidden ones stay in the order of the options: even their order would tell something.
    ranked = sorted(people, key=lambda option: SMALLEST if option in hidden else -people[option])
    shown = sorted((n for option, n in people.items() if option not in hidden), reverse=True)
    cells = _cells({option: people[option] for option in ranked}, hidden, total)
    return Summary(total, tuple(replace(cell, rank=_rank(cell, shown)) for cell in cells))


def _rank(cell: Cell, shown: Sequence[int]) -> int:
    return 0 if cell.people is None else shown.index(cell.people) + 1


def _cells(people: Mapping[str, int], hidden: Collection[str], total: int) -> tuple[Cell, ...]:
    return tuple(
        Cell(option, None, None) if option in hidden else Cell(option, n, Fraction(n, total))
        for option, n in people.items()
    )
