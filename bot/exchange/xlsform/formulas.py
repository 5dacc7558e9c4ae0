"""Formulas are never computed: the value in the file is read, and told when there is none."""

import io
from collections.abc import Iterable

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
    file = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    for title, name in chosen(sheet.title for sheet in file.worksheets).items():
        sheet, read = file[title], book[name]
        sheet.reset_dimensions()
        last = max(read.rows, default=0) + 1
        for row, cells in enumerate(sheet.iter_rows(max_row=last), start=1):
            for place, cell in enumerate(cells):
                if cell.data_type == "f" and place in read.header:
                    read.rows.setdefault(row, {}).setdefault(place, LOST)


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
