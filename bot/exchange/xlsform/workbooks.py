"""Opening files: .xlsx and .xlsm, .xls, .csv, and Markdown tables, as tests write them."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

import openpyxl
import xlrd

from bot.exchange.xlsform.guard import Format
from bot.exchange.xlsform.problems import BadForm, refused
from bot.exchange.xlsform.sentences import Code
from bot.exchange.xlsform.sheets import Book, Raw, book, chosen

CELL = re.compile(r"(?<!\\)\|")
RULE = re.compile(r"[\s|:-]+")
DELIMITERS = ",;\t"


def opened(data: bytes, format: Format) -> Book:
    """The sheets of a file that `guard` has let pass.  Raises BadForm."""
    try:
        return book(READERS[format](data))
    except (BadForm, MemoryError):
        raise
    except Exception as error:  # whatever the libraries stumble over in a broken file
        if "encrypt" in str(error).lower():
            raise refused(Code.PASSWORD) from error
        raise refused(Code.DAMAGED, why=type(error).__name__) from error


def _workbook(data: bytes) -> Iterator[tuple[str, Raw]]:
    file = openpyxl.load_workbook(io.BytesIO(data), True, data_only=True, keep_links=False)
    sheets = chosen(sheet.title for sheet in file.worksheets)
    for title, name in sheets.items():
        sheet = file[title]
        sheet.reset_dimensions()  # some programs write wrong ones
        yield name, enumerate(sheet.iter_rows(values_only=True), start=1)


def _old(data: bytes) -> Iterator[tuple[str, Raw]]:
    with xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), ragged_rows=True) as file:
        for title, name in chosen(file.sheet_names()).items():
            sheet = file.sheet_by_name(title)
            rows = range(sheet.nrows)
            yield name, ((row + 1, [_old_value(c, file) for c in sheet.row(row)]) for row in rows)


def _old_value(cell: Any, file: Any) -> Any:
    match cell.ctype:
        case xlrd.XL_CELL_BOOLEAN:
            return bool(cell.value)
        case xlrd.XL_CELL_ERROR:
            return xlrd.error_text_from_code.get(cell.value, "#N/A")
        case xlrd.XL_CELL_DATE if cell.value < 1:  # a time of day
            return xlrd.xldate_as_datetime(cell.value, file.datemode).time()
        case xlrd.XL_CELL_DATE:
            return xlrd.xldate_as_datetime(cell.value, file.datemode)
    return cell.value


def _csv(data: bytes) -> Iterator[tuple[str, Raw]]:
    """Either pyxform's way, the sheet's name in the first column, or the survey alone."""
    listed = rows(data)
    if "type" in (cell.strip().lower() for cell in next(iter(listed), ())):
        yield "survey", enumerate(listed, start=1)
        return
    yield from _named(list(enumerate(listed, start=1)))


def rows(data: bytes) -> list[list[str]]:
    """The cells of a CSV, whatever stands between them.  Raises BadForm."""
    text = _text(data)
    delimiter = max(DELIMITERS, key=text[:2000].count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise refused(Code.DAMAGED, why=error) from error


def _markdown(data: bytes) -> Iterator[tuple[str, Raw]]:
    """Rows are numbered in each sheet from its header; a line without cells is a blank row."""
    lines = [line.strip() for line in _text(data).splitlines()]
    rows = [
        [cell.strip().replace("\\|", "|") for cell in CELL.split(line)[1:-1]]
        for line in lines
        if line.startswith("|") and not ("-" in line and RULE.fullmatch(line))
    ]
    for name, sheet in _named(list(enumerate(rows, start=1))):
        start = 0
        numbered = []
        for row, cells in sheet:
            start = start or row
            numbered.append((row - start + 1, cells))
        yield name, numbered


def _named(rows: list[tuple[int, list[str]]]) -> Iterator[tuple[str, Raw]]:
    """Sheets that begin where the first column holds a name."""
    sheets: dict[str, list[tuple[int, list[str]]]] = {}
    current: list[tuple[int, list[str]]] = []
    for row, (name, *cells) in ((row, cells) for row, cells in rows if cells):
        if name.strip():
            current = sheets.setdefault(name.strip(), [])
            if not any(cells):
                continue
        current.append((row, cells))
    for title, name in chosen(sheets).items():
        yield name, sheets[title]


def _text(data: bytes) -> str:
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise refused(Code.ENCODING) from error


READERS = {
    Format.WORKBOOK: _workbook,
    Format.OLD: _old,
    Format.CSV: _csv,
    Format.MARKDOWN: _markdown,
}
