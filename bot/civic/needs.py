"""What a survey found: people counted, needs ranked, and nobody recognisable.

A number of 1 to 4 people is hidden, and so are as many others as it takes that no hidden number
can be had by subtracting the shown ones from a total.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from statistics import quantiles
from typing import cast

from bot.civic.amounts import Amount, exact
from bot.civic.hiding import SMALLEST as SMALLEST
from bot.civic.hiding import Given, covered, hidden_cells, small

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
    kind: Kind
    options: tuple[str, ...] = ()


Answer = str | tuple[str, ...] | Amount | None
"""An option, several, a number or a text, by the question's kind; None where it was skipped."""

NONE: tuple[Answer, ...] = (None, "", ())


@dataclass(frozen=True, slots=True)
class Cell:
    """One option.  Hidden: `people` and `share` are None, `rank` is 0.  Equals share a rank."""

    option: str
    people: int | None
    share: Fraction | None
    rank: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Answers to one question; `people` is how many answered, None if they are too few.

    `cells` come ranked, the hidden ones last; the others are set for numbers.  A quarter of the
    people said no more than `lower`, another no less than `upper`.
    """

    people: int | None
    cells: tuple[Cell, ...] = ()
    lower: Amount | None = None
    middle: Amount | None = None
    upper: Amount | None = None
    mean: Amount | None = None


def summarise(
    question: Question, answers: Iterable[Answer], hidden: Collection[str] = ()
) -> Summary:
    """Everybody's answers together; these options are hidden whatever their numbers."""
    given = _given(answers)
    if len(given) < SMALLEST:
        return Summary(None)
    people = _people(question, given)
    return _summary(question, given, covered(people, hidden, question.kind is Kind.ONE))


def small_groups(answers: Iterable[tuple[str, Answer]], told: Iterable[str] = ()) -> set[str]:
    """The groups of which nothing is shown.

    `told` are the groups as a question of its own has them, whose numbers are shown too: by people
    who may have left out the other one.
    """
    sizes = Counter(group for group, answer in answers if group != UNTOLD and answer not in NONE)
    return small(sizes, Counter(group for group in told if group != UNTOLD))


def summarise_by(
    question: Question, answers: Iterable[tuple[str, Answer]], secret: Collection[str] = ()
) -> dict[str, Summary]:
    """Answers by group (settlement, age band), safe to publish beside those of everybody.

    Nothing is shown of `secret` groups, nor of groups that are too small.
    """
    groups: dict[str, list[Answer]] = {}
    for group, answer in answers:
        groups.setdefault(group, []).append(answer)
    given = {group: _given(mine) for group, mine in groups.items()}
    sizes = {group: len(mine) for group, mine in given.items() if group != UNTOLD}
    secret = covered(sizes, secret)
    hidden = _hidden(question, given, secret)
    return {
        group: _summary(question, mine, hidden[group])
        if hidden and len(mine) >= SMALLEST and group not in secret
        else Summary(None)
        for group, mine in given.items()
    }


def _hidden(
    question: Question, given: Mapping[str, Sequence[Answer]], secret: Collection[str]
) -> dict[str, set[str]]:
    """The options to hide in each group; empty where no group can be shown."""
    sizes = {group: len(mine) for group, mine in given.items()}
    if sum(n for group, n in sizes.items() if group != UNTOLD) < SMALLEST:
        return {}
    everybody = _people(question, [answer for mine in given.values() for answer in mine])
    rare = covered(everybody, (), question.kind is Kind.ONE)
    blank = dict.fromkeys(everybody, 0)
    table = {group: blank | _people(question, mine) for group, mine in given.items()}
    picks = _picks(question, given)
    return hidden_cells(Given(table, sizes, min(picks), max(picks)), secret, rare) or {}


def _picks(question: Question, given: Mapping[str, Sequence[Answer]]) -> set[int]:
    """How many options single people chose."""
    if question.kind is not Kind.MANY:
        return {1}
    return {len({*cast(Iterable[str], answer)}) for mine in given.values() for answer in mine}


def _given(answers: Iterable[Answer]) -> list[Answer]:
    return [answer for answer in answers if answer not in NONE]


def _people(question: Question, answers: Iterable[Answer]) -> dict[str, int]:
    """How many chose each option; options no longer offered are counted too."""
    if question.kind not in (Kind.ONE, Kind.MANY):
        return {}
    chosen: Counter[str] = Counter()
    for answer in answers:
        chosen.update({answer} if isinstance(answer, str) else set(cast(Iterable[str], answer)))
    return dict.fromkeys(question.options, 0) | dict(sorted(chosen.items()))


def _summary(question: Question, given: Sequence[Answer], hidden: set[str]) -> Summary:
    if question.kind is Kind.NUMBER:
        numbers = [Fraction(cast(Amount, answer)) for answer in given]
        mean = exact(sum(numbers, Fraction(0)) / len(numbers))
        lower, middle, upper = map(exact, quantiles(numbers, method="inclusive"))
        return Summary(len(given), (), lower, middle, upper, mean)
    people = _people(question, given)
    # Hidden ones stay in the order of the options: even their order would tell something.
    ranked = sorted(people, key=lambda option: SMALLEST if option in hidden else -people[option])
    cells = (_cell(option, people, hidden, len(given)) for option in ranked)
    return Summary(len(given), tuple(cells))


def _cell(option: str, people: Mapping[str, int], hidden: set[str], total: int) -> Cell:
    if option in hidden:
        return Cell(option, None, None, 0)
    mine = people[option]
    more = sum(n > mine for other, n in people.items() if other not in hidden)
    return Cell(option, mine, Fraction(mine, total), more + 1)
