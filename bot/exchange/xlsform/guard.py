"""What kind of file it is, by its bytes, and whether it is safe to open."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import PurePath

from bot.exchange.xlsform.problems import BadForm, refused
from bot.exchange.xlsform.sentences import Code

MEGABYTE = 1 << 20
MOST = 4 * MEGABYTE  # of a file; the largest real form seen has 0.9, a million blank rows take 3
MOST_UNPACKED = 96 * MEGABYTE
MOST_PARTS = 2_000  # files inside a workbook
CHUNK = 1 << 16
OVERLAP = 32  # bytes: a word may lie across two chunks
ENTITIES = (b"<!DOCTYPE", b"<!ENTITY")
XML = (".xml", ".rels")

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OTHERS = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"PK\x05\x06": "an empty archive",
    b"Rar!": "an archive",
    b"7z\xbc\xaf": "an archive",
    b"\x1f\x8b": "an archive",
    b"MZ": "a program",
    b"<": "a web page",
}
INSIDE = {
    "word/": "a text document",
    "ppt/": "a presentation",
    "xl/workbook.bin": "a binary workbook (.xlsb)",
    "content.xml": "an OpenDocument file",
}


class Format(StrEnum):
    WORKBOOK = ".xlsx"  # .xlsm is the same: macros are never read
    OLD = ".xls"
    CSV = ".csv"
    MARKDOWN = ".md"


def recognised(data: bytes, name: str) -> Format:
    """How to read it; the ending counts only for plain text.  Raises BadForm."""
    if len(data) > MOST:
        raise refused(Code.TOO_LARGE, most=MOST // MEGABYTE)
    if not data.strip():
        raise refused(Code.NOTHING)
    if data.startswith(ZIP):
        _guard(data)
        return Format.WORKBOOK
    if data.startswith(OLE):
        return _old(data)
    for start, what in OTHERS.items():
        if data.lstrip().startswith(start):
            raise refused(Code.NOT_A_WORKBOOK, what=what)
    ending = PurePath(name).suffix.lower()
    if ending not in (Format.CSV, Format.MARKDOWN):
        raise refused(Code.NOT_A_WORKBOOK, what="another kind of file")
    return Format(ending)


def has_formulas(data: bytes) -> bool:
    """Whether a workbook computes anything."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [part for part in archive.infolist() if part.filename.startswith("xl/worksheets")]
        return any(
            b"<f>" in piece or b"<f " in piece for s in sheets for piece in _pieces(archive, s)
        )


def _old(data: bytes) -> Format:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise refused(Code.PASSWORD)
    if holds("Workbook") or holds("Book"):
        return Format.OLD
    what = "a text document" if holds("WordDocument") else "another kind of file"
    raise refused(Code.NOT_A_WORKBOOK, what=what)


def _guard(data: bytes) -> None:
    """Look at all of the archive before anything interprets it.  Raises BadForm."""
    with archived(data) as archive:
        parts = archive.infolist()
        _is_workbook([part.filename for part in parts])
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise refused(Code.EXPANDS, most=MOST_UNPACKED // MEGABYTE)
        _unpack(archive, parts)


@contextmanager
def archived(data: bytes) -> Iterator[zipfile.ZipFile]:
    """An archive to look into; whatever is wrong with it is a BadForm."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except (BadForm, MemoryError):
        raise
    except Exception as error:  # zipfile raises whatever it stumbles over
        if "encrypted" in str(error):
            raise refused(Code.PASSWORD) from error
        raise refused(Code.DAMAGED, why=error) from error


def _is_workbook(names: list[str]) -> None:
    for inside, what in INSIDE.items():
        if any(name.startswith(inside) for name in names):
            raise refused(Code.NOT_A_WORKBOOK, what=what)
    if not any(name.startswith("xl/") for name in names):
        raise refused(Code.NOT_A_WORKBOOK, what="an archive")


def _unpack(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    """What the directory says of sizes may be a lie, so they are measured."""
    left = MOST_UNPACKED
    for part in parts:
        for piece in _pieces(archive, part):
            left -= len(piece)
            if left < 0:
                raise refused(Code.EXPANDS, most=MOST_UNPACKED // MEGABYTE)
            plain = piece.replace(b"\0", b"")  # of UTF-16
            if part.filename.endswith(XML) and any(word in plain for word in ENTITIES):
                raise refused(Code.ENTITIES)


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part in chunks, each beginning with the end of the one before it."""
    with archive.open(part) as file:
        end = b""
        while chunk := file.read(CHUNK):
            yield end + chunk
            end = chunk[-OVERLAP:]
