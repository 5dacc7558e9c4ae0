"""Small forms of our own, as Markdown tables and as files."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from bot.civic.survey.form import Form, Item
from bot.exchange.xlsform import BadForm, Code, Problem, Repair, read
from bot.exchange.xlsform.reader import examine

Sheets = Mapping[str, Sequence[Sequence[Any]]]

SMALL: Sheets = {
    "survey": [
        ["type", "name", "label::Georgian (ka)", "label::English (en)"],
        ["text", "wish", "რა გსურთ?", "What do you wish?"],
    ]
}


def form(table: str, **asked: Any) -> Form:
    """A form that must be readable."""
    try:
        return read(table.encode(), "survey.md", **asked)
    except BadForm as bad:
        raise AssertionError([str(problem) for problem in bad.problems]) from bad


def items(table: str, **asked: Any) -> dict[str, Item]:
    """Its items by name."""
    return {item.name: item for item in form(table, **asked).walk()}


def survey(rows: str, header: str = "type | name | label") -> str:
    """A survey sheet of these lines, in columns that need no words."""
    lines = [line.strip() for line in rows.strip().splitlines()]
    return "\n".join(["| survey |", f"| | {header} |", *(f"| | {line} |" for line in lines)])


def choices(rows: str, header: str = "list_name | name | label") -> str:
    return "\n" + survey(rows, header).replace("survey", "choices", 1)


def problems(table: str, **asked: Any) -> list[Problem]:
    """What is wrong with a form."""
    return list(examine(table.encode(), "survey.md", **asked).problems)


def notes(table: str, code: Code, **asked: Any) -> list[Problem]:
    """Its notes of one kind."""
    reading = examine(table.encode(), "survey.md", **asked)
    assert reading.form, reading.problems
    return [note for note in reading.notes if note.code is code]


def places(found: Sequence[Problem]) -> list[tuple[Code, str, int, str]]:
    return [(problem.code, problem.sheet, problem.row, problem.column) for problem in found]


def workbook(sheets: Sheets = SMALL, **options: Any) -> bytes:
    """An .xlsx; texts that begin with = are formulas."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, **options}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    if isinstance(cell, date):
                        sheet.write_datetime(number, place, cell, day)
                    else:
                        sheet.write(number, place, cell)
    return file.getvalue()


def changed(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The workbook with other parts inside."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in {*old.namelist(), *parts}:
            new.writestr(name, parts[name] if name in parts else old.read(name))
    return file.getvalue()


def archive(*names: str) -> bytes:
    """A zip file with such parts."""
    return zipped(dict.fromkeys(names, b"nothing"))


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip file with these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


SECTOR = 512
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SHEET, BOOK = 0x10, 0x05
PLAIN, DAY = 0, 1  # the formats of cells


def old_workbook(sheets: Sheets) -> bytes:
    """An .xls as Excel 97 wrote it, with as little in it as can be."""
    formats = b"".join(_record(0xE0, struct.pack("<HH16x", 0, number)) for number in (0, 14))
    bodies = [_begin(SHEET) + _cells(rows) + _record(0x0A) for rows in sheets.values()]
    head = _begin(BOOK) + formats
    start = len(head) + sum(len(_bound(name, 0)) for name in sheets) + 4
    bounds = b""
    for name, body in zip(sheets, bodies, strict=True):
        bounds += _bound(name, start)
        start += len(body)
    return compound("Workbook", head + bounds + _record(0x0A) + b"".join(bodies))


def locked() -> bytes:
    """An .xls with a password."""
    return compound("Workbook", _begin(BOOK) + _record(0x2F, bytes(6)))


def compound(name: str, stream: bytes) -> bytes:
    """An OLE file with one stream."""
    stream = stream.ljust(max(8 * SECTOR, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    sectors = len(stream) // SECTOR
    table = [TABLE, END, *range(3, 2 + sectors), END]
    fat = struct.pack("<128I", *(table + [FREE] * (128 - len(table))))
    entries = _entry("Root Entry", 5, END, 0, child=1) + _entry(name, 2, 2, len(stream))
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0")
    sizes = struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, END, 0, END, 0
    )
    header = magic + sizes + struct.pack("<109I", 0, *[FREE] * 108)
    return header + fat + entries.ljust(SECTOR, b"\0") + stream


def _entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    coded = (name + "\0").encode("utf-16-le")
    links = struct.pack("<HBBIII", len(coded), kind, 1, FREE, FREE, child)
    return coded.ljust(64, b"\0") + links + b"\0" * 36 + struct.pack("<III", start, size, 0)


def _record(code: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", code, len(body)) + body


def _begin(kind: int) -> bytes:
    return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0xDBB, 0x7CC, 0, 6))


def _bound(name: str, start: int) -> bytes:
    return _record(0x85, struct.pack("<IBBBB", start, 0, 0, len(name), 0) + name.encode())


def _cells(rows: Sequence[Sequence[Any]]) -> bytes:
    return b"".join(
        _cell(number, place, cell)
        for number, row in enumerate(rows)
        for place, cell in enumerate(row)
        if cell != ""
    )


def _cell(row: int, place: int, cell: Any) -> bytes:
    if isinstance(cell, bool):
        return _record(0x205, struct.pack("<HHHBB", row, place, PLAIN, cell, 0))
    if isinstance(cell, date):
        days = (cell - date(1899, 12, 30)).days
        return _record(0x203, struct.pack("<HHHd", row, place, DAY, days))
    if isinstance(cell, int | float):
        return _record(0x203, struct.pack("<HHHd", row, place, PLAIN, cell))
    text = cell.encode("utf-16-le")
    return _record(0x204, struct.pack("<HHHHB", row, place, PLAIN, len(cell), 1) + text)


def real(data: Path) -> dict[str, Form]:
    """The forms of a data folder that can be asked, repaired where that is safe, by file."""
    found = {
        path.name: examine(path.read_bytes(), path.name, tuple(Repair)).form
        for path in sorted((data / "xlsforms").glob("*.xls*"))
    }
    return {name: form for name, form in found.items() if form is not None}
