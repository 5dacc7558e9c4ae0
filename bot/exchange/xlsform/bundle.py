"""A form together with the files that hold its choices, in one archive."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import PurePath
from typing import NamedTuple

from bot.exchange.xlsform.guard import (
    MEGABYTE,
    MOST,
    MOST_PARTS,
    MOST_UNPACKED,
    ZIP,
    archived,
)
from bot.exchange.xlsform.problems import refused
from bot.exchange.xlsform.sentences import Code

WORKBOOKS = (".xlsx", ".xlsm", ".xls")
TABLE = ".csv"
LEFT_BY_PROGRAMS = (".", "~$", "__MACOSX")  # how the names begin of what nobody has put in


class Bundle(NamedTuple):
    """A workbook, and the tables beside it by their names in small letters."""

    data: bytes
    name: str
    files: Mapping[str, bytes]


def unpacked(data: bytes, name: str) -> Bundle:
    """What an archive holds; any other file is alone.  Raises BadForm."""
    alone = Bundle(data, name, {})
    if len(data) > MOST or not data.startswith(ZIP):
        return alone
    with archived(data) as archive:
        parts = archive.infolist()
        if any(part.filename.startswith("xl/") for part in parts):
            return alone
        named = {part.filename: part for part in parts if not _is_left_over(part.filename)}
        books = [path for path in named if _ending(path) in WORKBOOKS]
        if not books:
            return alone
        if len(books) > 1:
            raise refused(Code.SEVERAL, names=", ".join(books)[:200])
        tables = [path for path in named if _ending(path) == TABLE]
        contents = _contents(archive, [named[path] for path in (*books, *tables)])
    book, *others = contents.values()
    files = {
        PurePath(path).name.lower(): content for path, content in zip(tables, others, strict=True)
    }
    return Bundle(book, PurePath(books[0]).name, files)


def packed(data: bytes, name: str, files: Mapping[str, bytes]) -> bytes:
    """The archive of a workbook and the tables beside it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in {name: data, **files}.items():
            archive.writestr(path, content)
    return made.getvalue()


def _ending(path: str) -> str:
    return PurePath(path).suffix.lower()


def _is_left_over(path: str) -> bool:
    return any(part.startswith(LEFT_BY_PROGRAMS) for part in PurePath(path).parts)


def _contents(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    """Each at most as large as a form may be; what the directory says of sizes may be a lie."""
    if len(parts) > MOST_PARTS:
        raise refused(Code.EXPANDS, most=MOST_UNPACKED // MEGABYTE)
    contents, left = {}, MOST_UNPACKED
    for part in parts:
        with archive.open(part) as file:
            contents[part.filename] = file.read(MOST + 1)
        left -= len(contents[part.filename])
        if len(contents[part.filename]) > MOST:
            raise refused(Code.TOO_LARGE, most=MOST // MEGABYTE)
        if left < 0:
            raise refused(Code.EXPANDS, most=MOST_UNPACKED // MEGABYTE)
    return contents
