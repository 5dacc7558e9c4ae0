"""Sheets as rows of text, numbered as a spreadsheet numbers them.

pyxform has readers too, but they end at the 61st blank row without a word and lose the row numbers
of CSV, so only its rules for values are kept: whole numbers without ".0", TRUE and FALSE.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from bot.exchange.xlsform.guard import MEGABYTE
from bot.exchange.xlsform.problems import Place, refused
from bot.exchange.xlsform.sentences import Code

MOST_TEXT = 16 * MEGABYTE  # letters: one shared text may stand in every cell
MOST_BLANK = 5_000  # rows in a run, after which a sheet ends; formats reach row 1,048,576
MOST_ABOVE = 20  # rows above the header: a title, a line of explanation
HEADERS = ({"type", "name"}, {"list_name", "name"})  # what tells it from them
USED = ("survey", "choices", "settings")
CONTROLS = dict.fromkeys(map(chr, {*range(32)} - {*b"\t\n"}))
BLANKS = {"\u00a0": " ", "\u202f": " ", "\u200b": None, "\ufeff": None}
INVISIBLE = str.maketrans(CONTROLS | BLANKS)
ESCAPED = re.compile(r"_x00[01][0-9A-F]_")  # controls, as Excel writes them into a text

Raw = Iterable[tuple[int, Iterable[Any]]]
"""Row numbers with the values in their cells."""


@dataclass(slots=True)
class Sheet:
    """A table: `header` and the cells of `rows` by the place of their column; blanks are absent.

    `above` are the rows of whatever stands over the header.
    """

    name: str
    header: dict[int, str] = field(default_factory=dict)
    first: int = 1  # the row of the header
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    above: tuple[int, ...] = ()

    def place(self, row: int = 0, column: str = "") -> Place:
        return Place(self.name, row or self.first, column)


Book = dict[str, Sheet]
"""The sheets that make a form, by their name in small letters."""


def chosen(names: Iterable[str]) -> dict[str, str]:
    """Which sheets to read, and as what.  A single one is the survey, whatever its name."""
    listed = list(names)
    found = {name: name.strip().lower() for name in listed}
    if len(listed) == 1:
        return {listed[0]: "survey"}
    used = {name: what for name, what in found.items() if what in USED}
    if "survey" not in used.values():
        raise refused(Code.NO_SHEET, sheets=", ".join(listed)[:200])
    return used


def book(raw: Iterable[tuple[str, Raw]]) -> Book:
    """The sheets' texts.  Raises BadForm when there is too much of it."""
    budget = Budget()
    sheets = [_sheet(name, rows, budget) for name, rows in raw]
    return {sheet.name: sheet for sheet in sheets}


class Budget:
    """How much text a form may have."""

    def __init__(self) -> None:
        self.left = MOST_TEXT

    def spend(self, text: str) -> str:
        self.left -= len(text)
        if self.left < 0:
            raise refused(Code.EXPANDS, most=MOST_TEXT // MEGABYTE)
        return text


def _sheet(name: str, raw: Raw, budget: Budget) -> Sheet:
    filled = dict(_filled(raw, budget))
    if not filled:
        return Sheet(name)
    first = _header(filled)
    header = {place: " ".join(cell.split()) for place, cell in filled[first].items()}
    rows = {
        row: known
        for row, cells in filled.items()
        if row > first and (known := {place: cells[place] for place in header if place in cells})
    }
    return Sheet(name, header, first, rows, tuple(row for row in filled if row < first))


def _header(filled: Mapping[int, Mapping[int, str]]) -> int:
    """The row that names the columns: the first one, unless another is it by its words."""
    for row in islice(filled, MOST_ABOVE):
        words = {"_".join(cell.lower().split()) for cell in filled[row].values()}
        if any(wanted <= words for wanted in HEADERS):
            return row
    return next(iter(filled))


def _filled(raw: Raw, budget: Budget) -> Iterator[tuple[int, dict[int, str]]]:
    """The rows that hold anything."""
    last = 0
    for row, values in raw:
        texts = enumerate(map(text_of, values))
        cells = {place: budget.spend(text) for place, text in texts if text}
        if cells:
            last = row
            yield row, cells
        elif row - last > MOST_BLANK:
            return


def text_of(value: Any) -> str:
    """A cell's value as an author would type it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat("T", "minutes")
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, date):
        return value.isoformat()
    text = str(value).encode(errors="replace").decode()
    return ESCAPED.sub("", text).translate(INVISIBLE).strip()
