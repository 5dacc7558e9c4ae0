"""The bundled faces on paper.  Each letter comes from the first of them that has it."""

from functools import cache
from itertools import groupby
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from bot.pictures.fonts import FOLDER, printable

REGULAR = ("NotoSans-Regular", "NotoSansGeorgian-Regular", "DejaVuSans")
FIRM = "\u00a0"  # a blank at which no line ends, as in an amount
BOLD = ("NotoSans-Bold", "NotoSansGeorgian-Bold", "DejaVuSans-Bold")


@cache
def _letters(face: str) -> frozenset[int]:
    """What a face can print.  The first call makes it known; its subset is embedded in each PDF."""
    font = TTFont(face, FOLDER / f"{face}.ttf")
    pdfmetrics.registerFont(font)
    return frozenset(font.face.charToGlyph)


def main_face(*, bold: bool = False) -> str:
    """The face in which an empty line is measured."""
    face = (BOLD if bold else REGULAR)[0]
    _letters(face)
    return face


def marked(text: str, *, bold: bool = False) -> str:
    """The printable text, each run of letters with its face, as a Paragraph reads it."""
    faces = BOLD if bold else REGULAR
    kept = FIRM.join(printable(part) for part in text.split(FIRM))
    runs = groupby(_placed(kept, faces), key=lambda pair: pair[0])
    return "".join(
        f'<font face="{face}">{escape("".join(letter for _, letter in run))}</font>'
        for face, run in runs
    )


def _placed(text: str, faces: tuple[str, ...]) -> list[tuple[str, str]]:
    """(face, letter) for each letter; blanks stay in the face before them."""
    placed: list[tuple[str, str]] = []
    for letter in text:
        if letter in (" ", FIRM) and placed:
            placed.append((placed[-1][0], letter))
        else:
            face = next((face for face in faces if ord(letter) in _letters(face)), faces[0])
            placed.append((face, letter))
    return placed
