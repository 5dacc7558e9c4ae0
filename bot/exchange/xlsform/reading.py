"""What reading a form gives: the form or what is wrong with it, and what became of each row."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from bot.civic.survey.form import Form
from bot.civic.survey.written import Written, read
from bot.exchange.xlsform.problems import Problem


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of one row.

    `type` is as written, `kind` of `bot.civic.survey.form.Kind`; `question` is whether it wants a
    person's answer, `asked` whether a chat asks for it, `reason` why not.
    """

    row: int
    name: str
    type: str
    kind: str
    question: bool
    asked: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """`written` is None when there are `problems`; what was mended on request is `repaired`.

    `missing` are the files of choices that it names and that were not sent along.
    """

    written: Written | None
    title: str
    languages: tuple[str, ...] = ()
    id: str = ""
    version: str = ""
    fates: tuple[Fate, ...] = ()
    problems: tuple[Problem, ...] = ()
    repaired: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def form(self) -> Form | None:
        """Read at each call."""
        return read(self.written.text) if self.written else None

    @property
    def rows(self) -> int:
        """How many rows want a person's answer."""
        return sum(fate.question for fate in self.fates)

    @property
    def askable(self) -> int:
        """How many of them a chat asks for."""
        return sum(fate.asked for fate in self.fates)

    def to_json(self) -> dict[str, Any]:
        """Plain data; the form apart from what `survey check --json` prints."""
        return {
            "title": self.title,
            "languages": list(self.languages),
            "id": self.id,
            "version": self.version,
            "askable": self.askable,
            "rows": self.rows,
            "questions": [asdict(fate) for fate in self.fates],
            "problems": [problem.to_json() for problem in self.problems],
            "repaired": [problem.to_json() for problem in self.repaired],
            "notes": [note.to_json() for note in self.notes],
            "missing": list(self.missing),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any], written: Written | None) -> Self:
        """The inverse of to_json."""

        def listed(name: str) -> tuple[Problem, ...]:
            return tuple(map(Problem.from_json, data[name]))

        return cls(
            written,
            data["title"],
            tuple(data["languages"]),
            data["id"],
            data["version"],
            tuple(Fate(**fate) for fate in data["questions"]),
            listed("problems"),
            listed("repaired"),
            listed("notes"),
            tuple(data["missing"]),
        )
