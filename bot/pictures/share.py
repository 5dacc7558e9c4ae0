"""The picture that messengers and social networks show beside a link to a page."""

from bot.pictures.fonts import printable
from bot.pictures.sheet import Sheet, width, wrap

ACROSS, DOWN = 1200, 630  # what Open Graph previews are cut to
MARGIN = 72
SIZES = (84, 72, 60, 50)  # of the title: the largest at which it fits
LINES = 4
SMALL = 40
LEADING = 1.25
BAND = 20

PAPER, INK, FAINT, ACCENT = "#0b4f43", "#ffffff", "#bfe3d6", "#f2b84b"


def share_picture(title: str, municipality: str, dates: str) -> bytes:
    """A PNG of 1200 x 630 pixels; the texts are printed as given."""
    sheet = Sheet(ACROSS, DOWN, PAPER)
    sheet.box((0, 0), BAND, DOWN, ACCENT)
    room = ACROSS - 2 * MARGIN
    top = MARGIN + SMALL
    _line(sheet, municipality, top, FAINT)
    size, lines = _fitted(printable(title), room)
    middle = (top + DOWN - MARGIN - SMALL) / 2
    y = middle - len(lines) * size * LEADING / 2
    for line in lines:
        sheet.text((MARGIN, y + size), line, size, INK, bold=True)
        y += size * LEADING
    _line(sheet, dates, DOWN - MARGIN, ACCENT)
    return sheet.png()


def _line(sheet: Sheet, text: str, y: float, colour: str) -> None:
    for line in wrap(text, SMALL, ACROSS - 2 * MARGIN, 1):
        sheet.text((MARGIN, y), line, SMALL, colour)


def _fitted(title: str, room: float) -> tuple[float, list[str]]:
    """The title in the largest type in which no word is broken and no line lost."""
    for size in SIZES[:-1]:
        lines = wrap(title, size, room, LINES + 1, bold=True)
        broken = any(width(word, size, bold=True) > room for word in title.split())
        if len(lines) * size * LEADING <= DOWN - 4 * SMALL - 2 * MARGIN and not broken:
            return size, lines
    return SIZES[-1], wrap(title, SIZES[-1], room, LINES, bold=True)
