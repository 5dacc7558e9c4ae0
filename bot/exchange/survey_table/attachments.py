"""Photos and recordings as archives of a bounded size, the way ODK lays them out."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from bot.exchange.survey_table.files import MADE, MARK

FOLDER = "media"
README = "README.txt"
ENTRY = 300  # bytes around a file in an archive, more than enough for our names


class Attachment(NamedTuple):
    """A file's name in the table, and where its bytes are."""

    name: str
    path: Path


def readme(said: str) -> bytes:
    """A text that the oldest editor opens in the right letters."""
    return (MARK + said).encode()


def parts(attachments: Iterable[Attachment], most: int) -> list[list[Attachment]]:
    """In their order, each part with less than `most` bytes; one empty part of nothing."""
    found: list[list[Attachment]] = [[]]
    taken = 0
    for one in attachments:
        size = one.path.stat().st_size + ENTRY
        if found[-1] and taken + size > most:
            found.append([])
            taken = 0
        found[-1].append(one)
        taken += size
    return found


def packed(said: bytes, attachments: Sequence[Attachment]) -> bytes:
    """One archive, whose dates tell nothing.  Nothing is compressed: all of it is already."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(zipfile.ZipInfo(README, MADE), said)
        for one in attachments:
            inside = zipfile.ZipInfo(f"{FOLDER}/{one.name}", MADE)
            archive.writestr(inside, one.path.read_bytes())
    return out.getvalue()
