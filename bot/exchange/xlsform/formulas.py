"""Formulas are never computed: the value in the file is read, and told when there is none."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

import openpyxl

from bot.exchange.xlsform.columns import Column
from bot.exchange.xlsform.guard import has_formulas
from bot.exchange.xlsform.problems import Found
from bot.exchange.xlsform.sentences import Code
from bot.exchange.xlsform.sheets import Book, Sheet, chosen

MISTAKES = frozenset(["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"])

LOST = "#LOST!"  # a formula that has no value in the file, as of a program that does not compute


def mark_lost(data: bytes, book: Book) -> None:
    """Write a mark into the cells of formulas without a value."""
    if not has_formulas(data):
        return
    formulas, values = (
        openpyxl.load_workbook(io.BytesIO(data), True, data_only=only, keep_links=False)
        for only in (False, True)
    )
    for title, name in chosen(sheet.title for sheet in formulas.worksheets).items():
        read = book[name]
        for row, place in _lost(formulas[title], values[title], max(read.rows, default=0) + 1):
            if row > read.first and place in read.header:
                read.rows.setdefault(row, {})[place] = LOST


def _lost(formulas: Any, values: Any, last: int) -> Iterator[tuple[int, int]]:
    """The rows and places of formulas that nothing has computed; a text of no letters is one."""
    for sheet in (formulas, values):
        sheet.reset_dimensions()
    rows = (sheet.iter_rows(max_row=last) for sheet in (formulas, values))
    for row, pairs in enumerate(map(zip, *rows), start=1):
        for place, (formula, value) in enumerate(pairs):
            computed = value.value is not None or value.data_type == "str"
            if formula.data_type == "f" and not computed:
                yield row, place


def tell_broken(sheet: Sheet, columns: Iterable[Column], found: Found) -> None:
    """Tell formulas without a value, or with an error, in the columns that are read."""
    used = {column.place: column.header for column in columns if column.name}
    for row, cells in sheet.rows.items():
        for place, cell in cells.items():
            where = sheet.place(row, used.get(place, ""))
            if cell == LOST and place in used:
                found.problem(Code.NO_VALUE, where)
            elif cell in MISTAKES and place in used:
                found.problem(Code.ERROR_VALUE, where, value=cell)
