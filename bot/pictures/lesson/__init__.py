"""Pictures that teach: drawn from a few words, legible on a small phone.

`draw` takes what the YAML file beside the picture says; docs/courses.md tells the fields of each
kind.
"""

import io
from collections.abc import Callable, Mapping
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bot.pictures.lesson.apart import apart
from bot.pictures.lesson.counts import counts
from bot.pictures.lesson.line import line
from bot.pictures.lesson.page import Page
from bot.pictures.lesson.path import path
from bot.pictures.lesson.stairs import stairs

Told = Mapping[str, Any]

KINDS: Mapping[str, Callable[[Page, Told], None]] = {
    "apart": apart,
    "counts": counts,
    "line": line,
    "path": path,
    "stairs": stairs,
}


def draw(told: Told, mark: str) -> bytes:
    """A PNG that carries this mark.

    Raises KeyError, TypeError or ValueError for a description with faults.
    """
    page = Page(str(told["title"]))
    KINDS[told["kind"]](page, told)
    if note := told.get("note"):
        page.note(str(note))
    return _marked(page.png(), mark)


def _marked(drawn: bytes, mark: str) -> bytes:
    info, out = PngInfo(), io.BytesIO()
    info.add_text("Source", mark)
    Image.open(io.BytesIO(drawn)).save(out, "png", pnginfo=info, optimize=True)
    return out.getvalue()
