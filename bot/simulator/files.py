"""Files the platforms hold: what bots upload and what people send."""

import hashlib
import mimetypes
import struct
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime

KEPT = 256_000_000
"""Bytes kept in memory; the oldest files go first."""


@dataclass(frozen=True, slots=True)
class File:
    id: str
    data: bytes
    kind: str  # content type
    name: str
    at: datetime

    @property
    def ending(self) -> str:
        last = self.name.rpartition(".")[2]
        return last if last.isascii() and last.isalnum() else "bin"


class Files:
    """Files by an id made of their content, so that one poster sent to many is kept once."""

    def __init__(self) -> None:
        self._files: OrderedDict[str, File] = OrderedDict()
        self._size = 0

    def put(self, data: bytes, kind: str, name: str, at: datetime, *, again: bool = False) -> File:
        """Keep a file.  `again` gives it an id of its own even if the same bytes are here."""
        id = hashlib.sha256(data + (str(len(self._files)).encode() if again else b"")).hexdigest()[
            :32
        ]
        if id not in self._files:
            self._files[id] = File(id, data, kind, name, at)
            self._size += len(data)
            self._forget()
        return self._files[id]

    def get(self, id: str) -> File | None:
        return self._files.get(id)

    def _forget(self) -> None:
        while self._size > KEPT and len(self._files) > 1:
            _, oldest = self._files.popitem(last=False)
            self._size -= len(oldest.data)


def kind_of(data: bytes) -> str:
    """The content type a picture's first bytes tell; empty for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    return "image/gif" if data.startswith(b"GIF8") else ""


def recorded_as(data: bytes, name: str) -> str:
    """The content type by which a client announces a file: a picture's, or by the name."""
    return kind_of(data) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, GIF or JPEG; None when it is none of them."""
    kind = kind_of(data)
    if kind == "image/png" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if kind == "image/gif" and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return width, height
    return _jpeg_size(data) if kind == "image/jpeg" else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None
