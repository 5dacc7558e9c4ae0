"""An export as one workbook, in which no answer ever becomes a formula or a link."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import xlsxwriter

from bot.exchange.survey_table.codebook import Sheet
from bot.exchange.survey_table.columns import Cell

LONGEST_TABLE = 1_048_576  # rows, the header among them
LONGEST_CELL = 32_767  # characters
MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the same answers give the same bytes
WIDTH = 18  # characters
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def book(sheets: Sequence[Sheet]) -> bytes:
    """Raises OverflowError for more rows than a workbook can hold."""
    if any(len(sheet.rows) >= LONGEST_TABLE for sheet in sheets):
        raise OverflowError("more rows than a workbook can hold")
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, OPTIONS)
    made.set_properties({"created": MADE})
    bold = made.add_format({"bold": True})
    for sheet in sheets:
        _write(made.add_worksheet(sheet.name), sheet, bold)
    made.close()
    return out.getvalue()


def _write(page: Any, sheet: Sheet, bold: Any) -> None:
    page.freeze_panes(1, 0)
    page.set_column(0, max(0, len(sheet.header) - 1), WIDTH)
    for at, name in enumerate(sheet.header):
        page.write_string(0, at, name, bold)
    for place, row in enumerate(sheet.rows, 1):
        for at, cell in enumerate(row):
            _put(page, place, at, cell)


def _put(page: Any, place: int, at: int, cell: Cell) -> None:
    if isinstance(cell, str):
        if cell:
            page.write_string(place, at, cell[:LONGEST_CELL])
    elif cell is not None:
        page.write_number(place, at, cell)
