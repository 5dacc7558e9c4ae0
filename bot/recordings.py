"""Voice messages and videos that people send, without what a device writes into them."""

from collections.abc import Iterator
from typing import NamedTuple

OGG, AMR, ID3, TAG = b"OggS", b"#!AMR", b"ID3", b"TAG"
AAC = (b"\xff\xf1", b"\xff\xf9")
MPEG = b"\xff"
TAG_SIZE = 128  # bytes of the older tag, at the end of an MP3
HOLDING = frozenset({b"moov", b"trak", b"mdia"})  # boxes of an MP4 that hold others
TELLING = frozenset({b"udta", b"meta", b"uuid"})  # the place, the device, a title
MOST_BOXES = 10_000  # a film that was sent in pieces has hundreds
TIMED = frozenset({b"mvhd", b"tkhd", b"mdhd"})  # when it was recorded


class Recording(NamedTuple):
    """What is kept; `ending` is that of its file."""

    content: bytes
    kind: str
    ending: str


class Box(NamedTuple):
    """A part of an MP4: its kind, where it and its content begin and end, and what it is within."""

    kind: bytes
    start: int
    content: int
    end: int
    within: int


def audio(content: bytes) -> Recording:
    """An Ogg, AMR, AAC, MP3 or MP4, as telephones record.  Raises ValueError for anything else."""
    if content.startswith(OGG):
        return Recording(content, "audio/ogg", "ogg")
    if content.startswith(AMR):
        return Recording(content, "audio/amr", "amr")
    if content.startswith(AAC):
        return Recording(content, "audio/aac", "aac")
    if _is_mp4(content):
        return Recording(_without_boxes(content), "audio/mp4", "m4a")
    bare = _without_tags(content)
    if len(bare) > 2 and bare.startswith(MPEG) and bare[1] & 0xE6 > 0xE0:  # a frame of a layer
        return Recording(bare, "audio/mpeg", "mp3")
    raise ValueError("not a recording")


def video(content: bytes) -> Recording:
    """An MP4, as telephones record.  Raises ValueError for anything else."""
    if not _is_mp4(content):
        raise ValueError("not a video")
    return Recording(_without_boxes(content), "video/mp4", "mp4")


def _is_mp4(content: bytes) -> bool:
    return content[4:8] == b"ftyp"


def _without_tags(content: bytes) -> bytes:
    """An MP3 without the tags before and after its sound."""
    if content.startswith(ID3) and len(content) > 10:
        size = 0
        for byte in content[6:10]:
            size = size << 7 | byte & 0x7F
        content = content[10 + size :]
    return content[:-TAG_SIZE] if content[-TAG_SIZE:].startswith(TAG) else content


def _without_boxes(content: bytes) -> bytes:
    """An MP4 whose telling boxes are blank: nothing moves, for it holds addresses in itself."""
    blank = bytearray(content)
    for box in _boxes(content):
        if box.kind in TELLING:
            blank[box.start + 4 : box.start + 8] = b"free"
            blank[box.content : box.end] = bytes(box.end - box.content)
        elif box.kind in TIMED and box.end - box.content > 4:
            times = 16 if content[box.content] else 8  # by the version of the box
            first = box.content + 4
            last = min(first + times, box.end)
            blank[first:last] = bytes(last - first)
    return bytes(blank)


def _boxes(content: bytes) -> Iterator[Box]:
    left = [(0, len(content))]
    for _ in range(MOST_BOXES):
        while left and left[-1][0] >= left[-1][1]:
            left.pop()
        if not left:
            return
        box = _box(content, *left.pop())
        yield box
        left.append((box.end, box.within))
        if box.kind in HOLDING:
            left.append((box.content, box.end))
    raise ValueError("a recording of too many parts")


def _box(content: bytes, start: int, end: int) -> Box:
    size, begin = int.from_bytes(content[start : start + 4]), 8
    if size == 1:
        size, begin = int.from_bytes(content[start + 8 : start + 16]), 16
    elif size == 0:
        size = end - start
    if size < begin or start + size > end:
        raise ValueError("a damaged recording")
    return Box(content[start + 4 : start + 8], start, start + begin, start + size, end)
