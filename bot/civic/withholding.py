"""When the number who answered a follow-up question would tell a number that is hidden.

Whoever knows how many answered "no" and how many were asked what only these are asked, knows the
rest.  The people behind hidden numbers may be split by a follow-up only into parts of nobody, or
of five and more.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import cast

from bot.civic.amounts import Amount
from bot.civic.hiding import SMALLEST
from bot.civic.needs import NONE, Answer, Kind, Question, Summary

Split = Mapping[tuple[Answer, bool], int]
"""People by what they answered to a question, and whether they answered its follow-up."""


def tells(question: Question, found: Summary, split: Split) -> bool:
    """Whether a follow-up's number tells of people whose answers to `question` are hidden."""
    hidden = _hidden(found)
    return any(0 < people < SMALLEST for people in _parts(question, hidden, split))


def _hidden(found: Summary) -> set[str] | None:
    """The options of which no number is shown; None for all there are."""
    if found.people is None:
        return None
    return {cell.option for cell in found.cells if cell.people is None}


def _parts(question: Question, hidden: set[str] | None, split: Split) -> Iterator[int]:
    """How many of the hidden ones answered the follow-up, and how many did not."""
    parts: Counter[tuple[str, bool]] = Counter()
    for (answer, followed), people in split.items():
        for group in _groups(question, hidden, answer):
            parts[group, followed] += people
    yield from parts.values()


def _groups(question: Question, hidden: set[str] | None, answer: Answer) -> Collection[str]:
    """Hidden single answers are known by their sum alone, of several each may be."""
    if answer in NONE:
        return ()
    if hidden is None:
        return ("",)
    if question.kind is Kind.MANY:
        return hidden & {*cast(Iterable[str], answer)}
    if question.kind is Kind.NUMBER:
        number = cast(Amount, answer)
        bands = (name for name, band in question.bands.items() if number in band)
        return ("",) if hidden.intersection(bands) else ()
    return ("",) if answer in hidden else ()
