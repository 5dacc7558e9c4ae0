"""What can be wrong with a form, as data: a code, the place, a sentence for the command line."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

from bot.exchange.xlsform.sentences import Code, sentence


class Repair(StrEnum):
    """What is mended when somebody asks for it, never by itself."""

    TYPES = "types"  # the type as XLSForm spells it
    NAMES = "names"  # a name that is lacking, not allowed or taken gets the number of its row
    CHOICES = "choices"  # the first of equal choices stays, a different one is numbered
    LABELS = "labels"  # a question without words shows its name
    COLUMNS = "columns"  # columns of text are read by the language that they must mean
    LEAVE_OUT = "leave-out"  # required questions that cannot be asked in a chat are left out


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing, by the sheet, the row as a spreadsheet numbers it (0: none), and the column.

    A note is the same, of something that hinders nothing.
    """

    code: Code
    sheet: str = ""
    row: int = 0
    column: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    repair: Repair | None = None

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, in English."""
        return sentence(self.code, self.details)

    def __str__(self) -> str:
        row = f"row {self.row}" if self.row else ""
        column = f"column {self.column}" if self.column else ""
        place = ", ".join(part for part in (self.sheet, row, column) if part)
        return f"{place}: {self.sentence}" if place else self.sentence

    def to_json(self) -> dict[str, Any]:
        """Plain data, the sentence among it."""
        return {
            "code": self.code.value,
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "details": dict(self.details),
            "sentence": self.sentence,
            "repair": self.repair.value if self.repair else None,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The inverse of to_json."""
        repair = Repair(data["repair"]) if data["repair"] else None
        place = data["sheet"], data["row"], data["column"]
        return cls(Code(data["code"]), *place, data["details"], repair)


class BadForm(ValueError):
    """The form is refused; `problems` are all that was found, `notes` what else is to be known."""

    def __init__(self, problems: Iterable[Problem], notes: Iterable[Problem] = ()) -> None:
        self.problems = tuple(problems)
        self.notes = tuple(notes)
        super().__init__(*self.problems)


def refused(code: Code, **details: object) -> BadForm:
    """The error to raise about the file as a whole."""
    return BadForm([Problem(code, details={name: str(told) for name, told in details.items()})])


@dataclass(slots=True)
class Found:
    """Collects while a form is read.  `asked` are the repairs to do."""

    asked: Collection[Repair] = ()
    problems: list[Problem] = field(default_factory=list)
    repaired: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def problem(
        self, code: Code, place: "Place", repair: Repair | None = None, /, **details: object
    ) -> bool:
        """Whether the repair is asked for, and so to be done; otherwise the form is refused."""
        mend = repair in self.asked if repair else False
        (self.repaired if mend else self.problems).append(place.of(code, details, repair))
        return mend

    def note(self, code: Code, place: "Place", **details: object) -> None:
        """Something that hinders nothing."""
        self.notes.append(place.of(code, details))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem is."""

    sheet: str = ""
    row: int = 0
    column: str = ""

    def at(self, column: str) -> "Place":
        """The same row in another column."""
        return Place(self.sheet, self.row, column)

    def of(
        self, code: Code, details: Mapping[str, object], repair: Repair | None = None
    ) -> Problem:
        told = {name: str(value) for name, value in details.items()}
        return Problem(code, self.sheet, self.row, self.column, told, repair)
