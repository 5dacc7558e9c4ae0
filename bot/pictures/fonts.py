"""The bundled faces.  Each glyph comes from the first of them that has it."""

from functools import cache
from pathlib import Path

from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.ft2font import FT2Font

FOLDER = Path(__file__).with_name("fonts")
# Noto for Georgian, Latin, Cyrillic and the lari sign; DejaVu for Armenian and symbols.
FAMILIES = ["Noto Sans", "Noto Sans Georgian", "DejaVu Sans"]
FILES = (
    "NotoSans-Regular.ttf",
    "NotoSans-Bold.ttf",
    "NotoSansGeorgian-Regular.ttf",
    "NotoSansGeorgian-Bold.ttf",
    "DejaVuSans.ttf",
    "DejaVuSans-Bold.ttf",
)
EMOJI = 0x1F000  # from here on; some stand in DejaVu, most do not, and half a face is no face


@cache
def _letters() -> frozenset[int]:
    """What can be printed.  The first call also makes the faces known to matplotlib."""
    letters: set[int] = set()
    for name in FILES:
        fontManager.addfont(FOLDER / name)
        letters |= set(FT2Font(FOLDER / name).get_charmap())
    invisible = {*range(0x200B, 0x2010), 0xFE0E, 0xFE0F, 0x20E3}
    return frozenset(letter for letter in letters if letter < EMOJI) - invisible


def printable(text: str) -> str:
    """The text without what would be a box: emoji and letters no bundled face has."""
    letters = _letters()
    kept = "".join(letter for letter in text if letter.isspace() or ord(letter) in letters)
    return " ".join(kept.split())


def face(pixels: float, *, bold: bool = False) -> FontProperties:
    """Type of that height at 72 pixels to the inch."""
    _letters()
    return FontProperties(family=FAMILIES, size=pixels, weight="bold" if bold else "normal")
