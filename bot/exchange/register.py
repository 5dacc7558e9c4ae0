"""A register of voters, as a spreadsheet saves it.  Names and all other columns are left unread."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping

from bot.civic.voters import BadRegister, Flaw, Problem, Voter

DELIMITERS = ",;\t|"
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
HEADERS = {
    "number": ("№", "n", "no", "#", "ნომერი", "რიგითი ნომერი", "number"),
    "personal": (
        "პირადი ნომერი",
        "პირადი №",
        "პირადი n",
        "პ/ნ",
        "personal number",
        "personal_number",
        "personal no",
    ),
    "phone": ("ტელეფონი", "ტელეფონის ნომერი", "მობილური", "phone", "telephone", "mobile"),
    "settlement": ("დასახლება", "სოფელი", "დასახლების კოდი", "settlement", "village"),
    "born": ("დაბადების წელი", "დაბადების თარიღი", "year of birth", "birth year", "born"),
}
PERSONAL = re.compile(r"\d{11}")
MOBILE = re.compile(r"(?:(?:00)?995)?0?(5\d{8})")
YEAR = re.compile(r"(?:\d{1,2}[./-]\d{1,2}[./-])?((?:19|20)\d\d)(?:[./-]\d{1,2}[./-]\d{1,2})?")


def read_register(data: bytes, settlements: Mapping[str, int]) -> list[Voter]:
    """The voters in the file's order; `settlements` by name and by code, in small letters.

    Raises BadRegister with all problems found.
    """
    rows = _rows(_text(data))
    proves = "personal" if "personal" in next(iter(rows.values())) else "phone"
    problems = [*_problems(rows, proves, settlements), *_twice(rows, proves)]
    if problems:
        raise BadRegister(sorted(problems, key=lambda problem: problem.row))
    return [_voter(row, cells, proves, settlements) for row, cells in rows.items()]


def _text(data: bytes) -> str:
    """UTF-8 or UTF-16, with or without a mark; other encodings have no Georgian, or are a guess."""
    encoding = MARKS.get(data[:2], "utf-8-sig")
    if encoding == "utf-8-sig" and b"\0" in data[:200]:
        encoding = "utf-16-le" if data[1:2] == b"\0" or data[3:4] == b"\0" else "utf-16-be"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        raise BadRegister([Problem(row, Flaw.ENCODING)]) from error


def _rows(text: str) -> dict[int, dict[str, str]]:
    """Cells by what their column means, by row number; empty rows are left out."""
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        table = [[cell.strip() for cell in cells] for cells in reader]
    except csv.Error as error:
        raise BadRegister([Problem(reader.line_num, Flaw.QUOTES)]) from error
    columns = _columns(table[0] if table else [])
    rows = {
        number: {
            name: cells[place] if place < len(cells) else "" for name, place in columns.items()
        }
        for number, cells in enumerate(table[1:], start=2)
        if any(cells)
    }
    if not rows:
        raise BadRegister([Problem(0, Flaw.NO_ROWS)])
    return rows


def _columns(header: list[str]) -> dict[str, int]:
    """Where the known columns stand.  Of a telephone beside a personal number nothing is read."""
    found: dict[str, int] = {}
    for place, cell in enumerate(header):
        said = " ".join(cell.lower().split())
        for name, known in HEADERS.items():
            if said in known:
                if name in found:
                    raise BadRegister([Problem(1, Flaw.DOUBLED, name)])
                found[name] = place
    if not found.keys() & {"personal", "phone"}:
        raise BadRegister([Problem(1, Flaw.COLUMN, "personal")])
    if "personal" in found:
        found.pop("phone", None)
    return found


def _problems(
    rows: Mapping[int, Mapping[str, str]], proves: str, settlements: Mapping[str, int]
) -> Iterator[Problem]:
    checks: dict[str, tuple[Flaw, Callable[[str], object]]] = {
        "personal": (Flaw.PERSONAL, lambda cell: PERSONAL.fullmatch(cell)),
        "phone": (Flaw.PHONE, _mobile),
        "number": (Flaw.NUMBER, lambda cell: cell.isdecimal() and 0 < int(cell) < 10**7),
        "settlement": (Flaw.SETTLEMENT, lambda cell: cell.lower() in settlements),
        "born": (Flaw.BORN, lambda cell: YEAR.fullmatch(cell)),
    }
    for number, cells in rows.items():
        for name, cell in cells.items():
            flaw, fits = checks[name]
            if not cell:
                if name != "born":
                    yield Problem(number, Flaw.EMPTY, name)
            elif not fits(cell):
                yield Problem(number, flaw, name)


def _twice(rows: Mapping[int, Mapping[str, str]], proves: str) -> Iterator[Problem]:
    """A voter, or a number of the list, that stands in an earlier row too."""
    for name in (proves, "number"):
        seen: dict[str, int] = {}
        for number, cells in rows.items():
            cell = cells.get(name, "")
            value = _mobile(cell) or cell if name == "phone" else cell
            if value and value in seen:
                yield Problem(number, Flaw.TWICE, name, seen[value])
            seen.setdefault(value, number)


def _voter(
    row: int, cells: Mapping[str, str], proves: str, settlements: Mapping[str, int]
) -> Voter:
    born = YEAR.fullmatch(cells.get("born", ""))
    return Voter(
        row,
        int(cells.get("number") or 0),
        "number" if proves == "personal" else "phone",
        cells["personal"] if proves == "personal" else _mobile(cells["phone"]),
        settlements.get(cells.get("settlement", "").lower()),
        int(born[1]) if born else None,
    )


def _mobile(cell: str) -> str:
    """A Georgian mobile number in one form, '' if it is none."""
    found = MOBILE.fullmatch("".join(filter(str.isdecimal, cell)))
    return f"+995{found[1]}" if found else ""
