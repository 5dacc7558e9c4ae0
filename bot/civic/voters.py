"""A list of voters as it is read: one voter a row, or what is wrong with which row."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Flaw(StrEnum):
    """What is wrong with a row, or with the file when the row is 0."""

    ENCODING = "encoding"  # not UTF-8 and not UTF-16
    QUOTES = "quotes"  # a quotation mark is left open
    NO_ROWS = "no-rows"
    COLUMN = "column"  # neither a personal number nor a telephone in the header
    DOUBLED = "doubled"  # two columns mean the same
    EMPTY = "empty"  # the cell of `column` is
    PERSONAL = "personal"  # not 11 digits: a spreadsheet may have dropped the first 0
    PHONE = "phone"
    NUMBER = "number"
    SETTLEMENT = "settlement"  # none of the municipality's
    BORN = "born"
    TWICE = "twice"  # stands in `other` too


@dataclass(frozen=True, slots=True)
class Problem:
    """One flaw, by the row as a spreadsheet numbers it (the header is row 1).

    A personal number or a telephone is never repeated here: problems end up on screens and in logs.
    """

    row: int
    flaw: Flaw
    column: str = ""
    other: int = 0


class BadRegister(ValueError):
    """Nothing of it is taken; `problems` name every row to mend."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(*self.problems)


@dataclass(frozen=True, slots=True)
class Voter:
    """One row.  `number` is 0 and `born` None where the file has no such column."""

    row: int
    number: int
    proves: str  # "number" or "phone"
    value: str
    settlement: int | None
    born: int | None
