"""What only printing reads, and nothing keeps: names for the list to sign, codes for the cards."""

import csv
import io
from collections.abc import Iterator, Sequence

DELIMITERS = (",", ";", "\t")

Table = list[tuple[int, tuple[str, ...]]]
"""(row of the file, its cells); empty rows are left out."""


class BadTable(Exception):
    """The file cannot be used; `problems` say where and why, one line each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def read_names(data: bytes) -> dict[int, str]:
    """Name by number of the list, from CSV with the columns number and name.  Raises BadTable."""
    table = _table(data, ("number", "name"))
    _refuse(_numbers(table, "number"), _empty(table, 1, "name"))
    return {int(number): name for _, (number, name) in table}


def read_codes(data: bytes) -> list[tuple[int, str, str]]:
    """(serial, zone, code) as `budget codes` writes them.  Raises BadTable."""
    table = _table(data, ("serial", "zone", "code"))
    _refuse(_numbers(table, "serial"), _empty(table, 2, "code"))
    return [(int(serial), zone, code) for _, (serial, zone, code) in table]


def _table(data: bytes, columns: Sequence[str]) -> Table:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        raise BadTable([f"row {row}: not UTF-8"]) from error
    delimiter = max(DELIMITERS, key=text.partition("\n")[0].count)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    header = [cell.strip().lower() for cell in rows[0]] if rows else []
    _refuse(f"row 1: no column {name}" for name in columns if name not in header)
    places = [header.index(name) for name in columns]
    return [
        (row, tuple(cells[at].strip() if at < len(cells) else "" for at in places))
        for row, cells in enumerate(rows[1:], 2)
        if any(cells)
    ]


def _numbers(table: Table, column: str) -> Iterator[str]:
    seen: dict[str, int] = {}
    for row, (number, *_) in table:
        if not number.isdecimal():
            yield f"row {row}: {column} {number!r} is not a number"
        elif number in seen:
            yield f"row {row}: {column} {number} is also in row {seen[number]}"
        seen.setdefault(number, row)


def _empty(table: Table, place: int, column: str) -> Iterator[str]:
    return (f"row {row}: no {column}" for row, cells in table if not cells[place])


def _refuse(*found: Iterator[str]) -> None:
    if problems := [problem for some in found for problem in some]:
        raise BadTable(problems)
