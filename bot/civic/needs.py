"""What a survey found: people counted, needs ranked, and nobody recognisable.

A number of 1 to 4 people is hidden, and so are as many others as it takes that no hidden number
can be had by subtracting the shown ones from a total.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from statistics import quantiles
from typing import cast

from bot.civic.amounts import Amount, exact

SMALLEST = 5  # people; fewer are hidden


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


def summarise(question: Question, answers: Iterable[Answer]) -> Summary:
    """Everybody's answers together."""
    given = _given(answers)
    if len(given) < SMALLEST:
        return Summary(None)
    people = _people(question, given)
    return _summary(question, given, _covered(people, set(), question.kind is Kind.ONE))


def summarise_by(question: Question, answers: Iterable[tuple[str, Answer]]) -> dict[str, Summary]:
    """Answers by group (settlement, age band), safe to publish beside those of everybody."""
    groups: dict[str, list[Answer]] = {}
    for group, answer in answers:
        groups.setdefault(group, []).append(answer)
    given = {group: _given(mine) for group, mine in groups.items()}
    secret = _covered({group: len(mine) for group, mine in given.items()}, set())
    table = {group: _people(question, mine) for group, mine in given.items()}
    hidden = _hidden(table, secret, question.kind)
    return {
        group: _summary(question, mine, hidden[group])
        if mine and group not in secret
        else Summary(None)
        for group, mine in given.items()
    }


def _given(answers: Iterable[Answer]) -> list[Answer]:
    return [answer for answer in answers if answer not in (None, "", ())]


def _people(question: Question, answers: Iterable[Answer]) -> dict[str, int]:
    """How many chose each option; options no longer offered are counted too."""
    if question.kind not in (Kind.ONE, Kind.MANY):
        return {}
    chosen: Counter[str] = Counter()
    for answer in answers:
        chosen.update({answer} if isinstance(answer, str) else set(cast(Iterable[str], answer)))
    return dict.fromkeys(question.options, 0) | dict(sorted(chosen.items()))


def _covered(people: Mapping[str, int], hidden: set[str], adds_up: bool = True) -> set[str]:
    """What to hide of numbers; where they add up to a known total, more than the small ones."""
    hidden = hidden | {key for key, n in people.items() if 0 < n < SMALLEST}
    for key in sorted(people, key=people.__getitem__) if adds_up else ():
        safe = len(hidden) > 1 and sum(people[other] for other in hidden) >= SMALLEST
        if safe or not hidden:
            break
        if people[key]:
            hidden.add(key)
    return hidden


def _hidden(
    table: Mapping[str, Mapping[str, int]], secret: set[str], kind: Kind
) -> dict[str, set[str]]:
    """The options to hide in each group: every line of the table must withstand subtraction."""
    hidden = {group: set(row) if group in secret else set() for group, row in table.items()}
    before = -1
    while (size := sum(map(len, hidden.values()))) != before:
        before = size
        for group, row in table.items():
            hidden[group] = _covered(row, hidden[group], kind is Kind.ONE)
        for option in {option for row in table.values() for option in row}:
            column = {group: row.get(option, 0) for group, row in table.items()}
            for group in _covered(column, {g for g in table if option in hidden[g]}):
                hidden[group].add(option)
    return hidden


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
