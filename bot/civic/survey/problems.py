"""What is wrong with a form, by row and column of its workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.civic.survey.expressions import Reason


class Trouble(StrEnum):
    """What makes a form impossible to ask, or, for LATER, stranger than it looks."""

    UNKNOWN_NAME = "unknown-name"
    UNKNOWN_COLUMN = "unknown-column"  # of the choices
    DUPLICATE = "duplicate"
    BAD_NAME = "bad-name"
    CYCLE = "cycle"
    LATER = "later"  # it looks at a question that is asked after it, and never sees an answer
    NO_OPTIONS = "no-options"
    BLANK_IN_OPTION = "blank-in-option"
    BAD_RANGE = "bad-range"
    TOO_NESTED = "too-nested"
    TOO_MANY = "too-many"


@dataclass(frozen=True, slots=True)
class Problem:
    """`column` is the workbook's ("relevant"), `at` the character of the cell from 1, or 0."""

    row: int
    name: str
    column: str
    trouble: Trouble | Reason
    at: int = 0
    detail: str = ""

    @property
    def fatal(self) -> bool:
        return self.trouble is not Trouble.LATER


class Unsound(ValueError):
    """A form that cannot be asked; `problems` are all that were found, warnings too."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = tuple(problems)
