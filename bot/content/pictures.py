"""Pictures of lessons: PNG files beside the course, sent under a media id of their own.

Such an id is "course.version.language.name"; no other media id has three dots.  Most are drawn from
a description in YAML that stands beside them, and carry its digest.
"""

import hashlib
import re
import struct
from pathlib import Path

LOCALES = Path(__file__).parents[2] / "locales"
FOLDER = "pictures"
NAME = re.compile(r"([a-z0-9-]+)\.([0-9]+)\.([a-z]+)\.([a-z0-9-]+)")
PNG = b"\x89PNG\r\n\x1a\n"
SIDES_AT = 16  # bytes before width and height, which every PNG has there


def media_id(course: str, version: int, language: str, name: str) -> str:
    """What a message says of a picture of this course."""
    return f"{course}.{version}.{language}.{name}"


def path_of(id: str, root: Path = LOCALES) -> Path | None:
    """The file behind a media id; None for an id of anything else."""
    found = NAME.fullmatch(id)
    if found is None:
        return None
    course, version, language, name = found.groups()
    return root / language / "courses" / course / version / FOLDER / f"{name}.png"


def size(content: bytes) -> tuple[int, int]:
    """Width and height in pixels.  Raises ValueError for what is no PNG."""
    if not content.startswith(PNG) or len(content) < SIDES_AT + 8:
        raise ValueError("not a PNG")
    across, down = struct.unpack_from(">II", content, SIDES_AT)
    return across, down


def digest(description: bytes) -> str:
    """What a picture carries that was drawn from this description."""
    return hashlib.sha256(description).hexdigest()


def drawn_from(content: bytes, description: bytes) -> bool:
    """Whether this picture was drawn from this description, as it is now."""
    return digest(description).encode() in content
