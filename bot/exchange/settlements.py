"""A municipality's own list of settlements, as a spreadsheet saves it."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

COLUMNS = ("name_ka", "name_en", "kind", "code")
DELIMITERS = ",;\t|"


class Kind(StrEnum):
    """What a settlement is called in law."""

    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"
    DISTRICT = "district"


KINDS = {kind.value: kind for kind in Kind} | {
    "ქალაქი": Kind.CITY,
    "დაბა": Kind.TOWN,
    "სოფელი": Kind.VILLAGE,
    "რაიონი": Kind.DISTRICT,
    "უბანი": Kind.DISTRICT,
}


class Flaw(StrEnum):
    """What is wrong with a row, or with the file when the row is 0."""

    ENCODING = "encoding"  # the bytes are not UTF-8
    QUOTES = "quotes"  # a quotation mark is left open
    NO_ROWS = "no-rows"
    COLUMN = "column"  # `column` is missing from the header
    EMPTY = "empty"  # the cell of `column` is
    KIND = "kind"  # `value` is none of the kinds
    TWICE = "twice"  # `value` of `column` stands in an earlier row too


@dataclass(frozen=True, slots=True)
class Problem:
    """One flaw, by the row as a spreadsheet numbers it (the header is row 1)."""

    row: int
    flaw: Flaw
    column: str = ""
    value: str = ""


class BadSettlements(ValueError):
    """The list is refused; `problems` name every row to mend."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(*self.problems)


@dataclass(frozen=True, slots=True)
class Settlement:
    name_ka: str
    name_en: str
    kind: Kind
    code: str


def read_settlements(data: bytes) -> list[Settlement]:
    """The settlements in the file's order.  Raises BadSettlements with all problems found."""
    rows = _rows(_text(data))
    problems = list(_problems(rows))
    if problems:
        raise BadSettlements(problems)
    return [
        Settlement(row["name_ka"], row["name_en"], KINDS[row["kind"].lower()], row["code"])
        for row in rows.values()
    ]


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        raise BadSettlements([Problem(row, Flaw.ENCODING)]) from error


def _rows(text: str) -> dict[int, dict[str, str]]:
    """Cells by column, by row number; empty rows are left out."""
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        table = [[cell.strip() for cell in cells] for cells in reader]
    except csv.Error as error:
        raise BadSettlements([Problem(reader.line_num, Flaw.QUOTES)]) from error
    header = [name.lower() for name in table[0]] if table else []
    missing = [Problem(1, Flaw.COLUMN, name) for name in COLUMNS if name not in header]
    rows = {
        number: dict.fromkeys(COLUMNS, "") | dict(zip(header, cells, strict=False))
        for number, cells in enumerate(table[1:], start=2)
        if any(cells)
    }
    if missing or not rows:
        raise BadSettlements(missing or [Problem(0, Flaw.NO_ROWS)])
    return rows


def _problems(rows: dict[int, dict[str, str]]) -> Iterator[Problem]:
    # Two villages of one name could not be told apart in the chat: the list must say which.
    seen: set[tuple[str, str]] = set()
    for number, row in rows.items():
        for column in COLUMNS:
            value = row[column]
            if not value and column != "name_en":
                yield Problem(number, Flaw.EMPTY, column)
            elif column == "kind" and value.lower() not in KINDS:
                yield Problem(number, Flaw.KIND, column, value)
            elif column in ("name_ka", "code") and (column, value) in seen:
                yield Problem(number, Flaw.TWICE, column, value)
            seen.add((column, value))
