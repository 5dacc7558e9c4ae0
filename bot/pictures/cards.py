"""A square picture of one idea to pass on from chat to chat: number, title, a way to it."""

import io
from collections.abc import Mapping

import segno
from PIL import Image

from bot.pictures.fonts import printable
from bot.pictures.sheet import Sheet, width, wrap

SIDE = 1080  # pixels; what messengers show without cutting
MARGIN = 72
BAND = 24
CODE = 330  # pixels of the QR code
SMALL, MEDIUM, HEAD = 36, 42, 64
SIZES = (76, 66, 56, 48)  # of the title: the largest at which it fits
LEADING = 1.25
TITLE_TOP, TITLE_BOTTOM = 260, 650
FOOT = SIDE - MARGIN - CODE

PAPER, INK, FAINT, ACCENT, WHITE = "#0b4f43", "#ffffff", "#bfe3d6", "#f2b84b", "#ffffff"


def card(words: Mapping[str, str]) -> bytes:
    """A PNG; `words` are head, title, where, place, foot, code and link."""
    sheet = Sheet(SIDE, SIDE, PAPER)
    sheet.box((0, 0), SIDE, BAND, ACCENT)
    _line(sheet, words["place"], (MARGIN, MARGIN + BAND + SMALL), SMALL, FAINT)
    sheet.text((MARGIN, 220), printable(words["head"]), HEAD, ACCENT, bold=True)
    _title(sheet, words["title"])
    left, room = MARGIN, SIDE - 3 * MARGIN - CODE
    _line(sheet, words["where"], (left, FOOT + SMALL), MEDIUM, INK)
    for at, line in enumerate(wrap(words["foot"], SMALL, room, 3)):
        sheet.text((left, FOOT + 130 + at * SMALL * LEADING), line, SMALL, FAINT)
    sheet.text((left, SIDE - MARGIN - 8), words["code"], HEAD, ACCENT, bold=True)
    return _with_code(sheet.png(), words["link"])


def _title(sheet: Sheet, title: str) -> None:
    size, lines = _fitted(printable(title))
    y = TITLE_TOP + (TITLE_BOTTOM - TITLE_TOP - len(lines) * size * LEADING) / 2
    for line in lines:
        sheet.text((MARGIN, y + size), line, size, INK, bold=True)
        y += size * LEADING


def _fitted(title: str) -> tuple[float, list[str]]:
    """The title in the largest type in which no word is broken and no line lost."""
    room = SIDE - 2 * MARGIN
    for size in SIZES[:-1]:
        most = int((TITLE_BOTTOM - TITLE_TOP) // (size * LEADING))
        lines = wrap(title, size, room, most + 1, bold=True)
        whole = all(width(word, size, bold=True) <= room for word in title.split())
        if len(lines) <= most and whole:
            return size, lines
    most = int((TITLE_BOTTOM - TITLE_TOP) // (SIZES[-1] * LEADING))
    return SIZES[-1], wrap(title, SIZES[-1], room, most, bold=True)


def _line(sheet: Sheet, text: str, place: tuple[float, float], size: float, colour: str) -> None:
    room = SIDE - MARGIN - place[0] - (CODE + MARGIN if place[1] > FOOT else 0)
    for line in wrap(text, size, room, 1):
        sheet.text(place, line, size, colour)


def _with_code(drawn: bytes, link: str) -> bytes:
    """The picture with the QR code in its lower right corner, modules on whole pixels."""
    code = segno.make(link, error="m", micro=False, boost_error=False)
    scale = CODE // (code.symbol_size(border=4)[0])
    made, out = io.BytesIO(), io.BytesIO()
    code.save(made, kind="png", scale=scale, border=4)
    picture = Image.open(io.BytesIO(drawn)).convert("RGB")
    square = Image.open(made).convert("RGB")
    corner = SIDE - MARGIN - square.width, SIDE - MARGIN - square.height
    picture.paste(square, corner)
    picture.save(out, format="png")
    return out.getvalue()
