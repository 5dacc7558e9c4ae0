"""A square picture of a certificate, to pass on from chat to chat."""

import io

import segno
from PIL import Image

from bot.pictures.fonts import printable
from bot.pictures.print.papers import Certificate
from bot.pictures.sheet import Sheet, width, wrap

SIDE = 1080  # pixels; what messengers show without cutting
MARGIN = 72
ROOM = SIDE - 2 * MARGIN
BAND = 24
CODE = 300  # pixels of the QR code, at most
LEADING = 1.28
SMALL, MEDIUM, CHECK = 32, 38, 54
TITLE, COURSE = (80, 66, 54), (50, 44, 38)
HOLDER = (68, 58, 50, 42, 34, 28, 22)  # no letter of a name may be lost
FOOT = SIDE - MARGIN - CODE

PAPER, INK, FAINT, ACCENT = "#0b4f43", "#ffffff", "#bfe3d6", "#f2b84b"


def picture(paper: Certificate) -> bytes:
    """A PNG of 1080 x 1080 pixels."""
    sheet = Sheet(SIDE, SIDE, PAPER)
    sheet.box((0, 0), SIDE, BAND, ACCENT)
    y = _lines(sheet, paper.issuer, MARGIN + BAND, (SMALL,), FAINT, 2)
    y = _lines(sheet, paper.name, y + 14, TITLE, ACCENT, 1, bold=True)
    y = _lines(sheet, paper.given, y + 22, (SMALL,), FAINT, 1)
    y = _lines(sheet, paper.holder, y + 8, HOLDER, INK, 2, bold=True)
    y = _lines(sheet, paper.did, y + 14, (SMALL,), FAINT, 1)
    _lines(sheet, paper.course, y + 6, COURSE, INK, 2, bold=True)
    _foot(sheet, paper)
    return _with_code(sheet.png(), paper.link)


def _foot(sheet: Sheet, paper: Certificate) -> None:
    y = float(FOOT)
    for fact in paper.facts:
        y = _lines(sheet, fact, y, (SMALL,), FAINT, 2, room=ROOM - CODE - MARGIN / 2)
    _lines(sheet, paper.sample, y, (SMALL,), ACCENT, 3, room=ROOM - CODE - MARGIN / 2)
    sheet.text((MARGIN, SIDE - MARGIN - 8), paper.code, CHECK, ACCENT, bold=True)


def _lines(
    sheet: Sheet,
    text: str,
    top: float,
    sizes: tuple[int, ...],
    colour: str,
    most: int,
    *,
    bold: bool = False,
    room: float = ROOM,
) -> float:
    """In the largest type in which it fits without a broken word; where the next begins."""
    words = printable(text).split()
    for size in sizes:
        lines = wrap(text, size, room, most + 1, bold=bold)
        if len(lines) <= most and all(width(word, size, bold=bold) <= room for word in words):
            break
    lines = wrap(text, size, room, most, bold=bold) if words else []
    for line in lines:
        sheet.text((MARGIN, top + size), line, size, colour, bold=bold)
        top += size * LEADING
    return top


def _with_code(drawn: bytes, link: str) -> bytes:
    """The picture with the QR code in its lower right corner, modules on whole pixels."""
    code = segno.make(link, error="m", micro=False, boost_error=False)
    scale = CODE // code.symbol_size(border=4)[0]
    made, out = io.BytesIO(), io.BytesIO()
    code.save(made, kind="png", scale=scale, border=4)
    picture = Image.open(io.BytesIO(drawn)).convert("RGB")
    square = Image.open(made).convert("RGB")
    picture.paste(square, (SIDE - MARGIN - square.width, SIDE - MARGIN - square.height))
    picture.save(out, format="png")
    return out.getvalue()
