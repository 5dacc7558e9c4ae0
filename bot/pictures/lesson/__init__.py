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


class BadPicture(ValueError):
    """A description that says too little, or too much for a small screen."""


def draw(told: Told, mark: str) -> bytes:
    """A PNG that carries this mark.

    Raises BadPicture for a description with faults.
    """
    try:
        page = Page(str(told["title"]))
        KINDS[told["kind"]](page, told)
        if note := told.get("note"):
            page.note(str(note))
        return _marked(page.png(), mark)
    except (LookupError, AttributeError, TypeError, ValueError, ArithmeticError) as problem:
        raise BadPicture(f"{type(problem).__name__}: {problem}") from problem


def _marked(drawn: bytes, mark: str) -> bytes:
    info, out = PngInfo(), io.BytesIO()
    info.add_text("Source", mark)
    Image.open(io.BytesIO(drawn)).save(out, "png", pnginfo=info, optimize=True)
    return out.getvalue()
