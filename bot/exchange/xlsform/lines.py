"""The survey sheet, row by row: what each row is, and what it is called."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bot.civic.survey.form import HOLDING, Kind
from bot.exchange.xlsform.columns import Column
from bot.exchange.xlsform.problems import Found, Place, Repair
from bot.exchange.xlsform.sentences import Code
from bot.exchange.xlsform.sheets import Sheet
from bot.exchange.xlsform.tongues import Texts, Tongues
from bot.exchange.xlsform.types import Type, parsed

NAME = re.compile(r"[^\W\d][\w.-]*")
REFERENCE = re.compile(r"\$\{\s*([^}]+?)\s*\}")
PHONES = ("phonenumber", "phone number")  # the telephone's own, unless there is a question
YES = ("yes", "true", "true()")
EXPRESSIONS = ("relevant", "constraint", "required", "calculation", "choice_filter", "repeat_count")


@dataclass(slots=True)
class Line:
    """One row that means something: its cells by the names of their columns, and its texts."""

    place: Place
    type: Type
    cells: dict[str, str]
    texts: Texts
    name: str = ""
    reason: str = ""  # why it is not asked
    was: str = ""  # its name in the sheet, where that is not allowed
    labelled: bool = False  # in a column that is refused, at least
    inside: list["Line"] = field(default_factory=list)

    @property
    def row(self) -> int:
        return self.place.row

    @property
    def holds(self) -> bool:
        """Whether other rows stand inside it."""
        return self.type.kind in HOLDING and not self.type.ends

    @property
    def asked(self) -> bool:
        return self.type.wants and not self.reason

    def refers(self) -> Iterator[str]:
        """The names it refers to, in its expressions and its texts."""
        texts = (text for told in self.texts.values() for text in told.values())
        cells = (self.cells.get(name, "") for name in (*EXPRESSIONS, "default"))
        for text in (*cells, *texts):
            yield from REFERENCE.findall(text)


def is_yes(cell: str) -> bool:
    return cell.strip().lower() in YES


@dataclass(slots=True)
class Reader:
    """Reads the rows of the survey sheet and says what is wrong with each."""

    sheet: Sheet
    columns: list[Column]
    tongues: Tongues
    found: Found

    def lines(self) -> list[Line]:
        """Every row with a type, in order; rows without are told."""
        lines = (self._line(row, cells) for row, cells in self.sheet.rows.items())
        return [line for line in lines if line]

    def _line(self, row: int, raw: dict[int, str]) -> Line | None:
        place = self.sheet.place(row)
        cells = {
            column.name: raw[column.place]
            for column in self.columns
            if column.name and column.place in raw and column.language is None
        }
        texts = self.tongues.told(self.sheet.name, self.columns, raw)
        if is_yes(cells.get("disabled", "")):
            self.found.note(Code.DISABLED, place.at("disabled"))
            return None
        if not cells.get("type"):
            if cells.get("name") or texts.get("label"):
                self.found.problem(Code.NO_TYPE, place.at("type"))
            elif cells or texts:
                self.found.note(Code.COMMENT, place)
            return None
        type = self._type(cells["type"], "label" in texts, place.at("type"))
        if type is None:
            return None
        name = self._name(type, cells, place)
        labelled = any(column.place in raw for column in self.columns if column.name == "label")
        was = cells.get("name", "") or name
        return Line(place, type, cells, texts, name, was=was, labelled=labelled)

    def _type(self, written: str, labelled: bool, place: Place) -> Type | None:
        type = parsed(written)
        if type and labelled and type.said in PHONES:
            return replace(type, kind=Kind.TEXT, wants=True)
        if type is None:
            self.found.problem(Code.UNKNOWN_TYPE, place, type=written)
        elif type.wanted:
            self.found.problem(
                Code.MISSPELT_TYPE, place, Repair.TYPES, type=written, wanted=type.wanted
            )
        return type

    def _name(self, type: Type, cells: dict[str, str], place: Place) -> str:
        name = cells.get("name", "")
        own = f"{type.kind.value}_{place.row}"
        if type.ends or NAME.fullmatch(name):
            return name
        if not name:
            if type.kind is not Kind.NOTE and not cells.get("autoname"):
                self.found.problem(Code.NO_NAME, place.at("name"), Repair.NAMES)
            return cells.get("autoname") or own
        self.found.problem(Code.BAD_NAME, place.at("name"), Repair.NAMES, name=name)
        return re.sub(r"^(?=[\d.-])", "_", re.sub(r"[^\w.-]+", "_", name))


def nested(lines: list[Line], found: Found, most: int) -> list[Line]:
    """The lines with what stands inside groups and repeats; ends are gone."""
    top: list[Line] = []
    open: list[Line] = []
    for line in lines:
        if line.type.ends:
            if open and open[-1].type.kind is line.type.kind:
                open.pop()
                continue
            still = f"{_called(open[-1])} is open" if open else "nothing is open"
            found.problem(Code.LONE_END, line.place.at("type"), open=still)
            continue
        (open[-1].inside if open else top).append(line)
        if line.holds:
            if len(open) == most:
                found.problem(Code.NESTED, line.place.at("type"), most=most)
                return top
            open.append(line)
    for line in open:
        place = line.place.at("type")
        found.problem(Code.LONE_BEGIN, place, type=line.type.kind.value, name=line.name)
    return top


def _called(line: Line) -> str:
    return f"the {line.type.kind.value} {line.name} of row {line.row}"
