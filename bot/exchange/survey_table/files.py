"""An export as CSV files that a spreadsheet opens as they are, and runs nothing of."""

import csv
import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence

from bot.civic.survey.answers import NUMBER
from bot.exchange.survey_table.codebook import Sheet
from bot.exchange.survey_table.columns import Cell

MARK = "\ufeff"  # without it spreadsheets take the file for Latin-1
FORMULA = ("=", "+", "-", "@", "\t", "\r")
SUMS = "SHA256SUMS"
MADE = (2000, 1, 1, 0, 0, 0)  # the same answers give the same bytes


def files(sheets: Sequence[Sheet]) -> dict[str, bytes]:
    """One file a sheet, by name."""
    return {f"{sheet.name}.csv": _csv(sheet) for sheet in sheets}


def sums(files: Mapping[str, bytes]) -> bytes:
    """What `sha256sum --check` reads."""
    lines = (f"{hashlib.sha256(body).hexdigest()}  {name}\n" for name, body in files.items())
    return "".join(lines).encode()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """All of them in one."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(zipfile.ZipInfo(name, MADE), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _csv(sheet: Sheet) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in (sheet.header, *sheet.rows))
    return (MARK + out.getvalue()).encode()


def guarded(cell: Cell) -> Cell:
    """A text that a spreadsheet would run begins with an apostrophe; "-99" is but a number."""
    if isinstance(cell, str) and cell.startswith(FORMULA) and not NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell
