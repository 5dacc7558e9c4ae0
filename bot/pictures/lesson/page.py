"""A page that grows downwards: a title, then whatever a kind of picture puts below."""

from collections.abc import Sequence

from bot.pictures.sheet import Sheet, width, wrap

ACROSS = 1080  # pixels; a phone of 360 shows at most a third of each size
TALLEST = 1600  # a higher picture is shown small, or cut
MARGIN = 56
ROOM = ACROSS - 2 * MARGIN
TITLE, LABEL, SMALL = 64, 54, 47
LEADING = 1.28  # distance of lines by size of type
GAP = 36
ROUND = 22

PAPER, INK, FAINT, WHITE = "#ffffff", "#1d2733", "#55606d", "#ffffff"
STRONG, ACCENT, SOFT, TRACK = "#0b7a5c", "#f2b84b", "#e3f1ec", "#c5ced8"


class Page:
    """Things are put at `y`, and move it to where the next one begins."""

    def __init__(self, title: str) -> None:
        self.sheet = Sheet(ACROSS, TALLEST, PAPER)
        self.y = float(MARGIN)
        self.lines((MARGIN, self.y), self.wrapped(title, TITLE, bold=True), TITLE, INK, bold=True)
        self.y += len(self.wrapped(title, TITLE, bold=True)) * TITLE * LEADING + GAP

    def note(self, text: str) -> None:
        """Small words below everything."""
        self.y += GAP / 2
        lines = self.wrapped(text, SMALL)
        self.lines((MARGIN, self.y), lines, SMALL, FAINT)
        self.y += len(lines) * SMALL * LEADING

    def wrapped(
        self, text: str, size: float, room: float = ROOM, *, bold: bool = False
    ) -> list[str]:
        """All of the text, in as many lines as it needs.  Raises ValueError for too long a word."""
        for word in text.split():
            if width(word, size, bold=bold) > room:
                raise ValueError(f"this word is too long here: {word}")
        return wrap(text, size, room, TALLEST, bold=bold)

    def lines(
        self,
        place: tuple[float, float],
        lines: Sequence[str],
        size: float,
        colour: str,
        *,
        bold: bool = False,
    ) -> None:
        """Lines below each other; `place` is the upper left corner of the first."""
        for at, line in enumerate(lines):
            baseline = place[1] + size + at * size * LEADING
            self.sheet.text((place[0], baseline), line, size, colour, bold=bold)

    def png(self) -> bytes:
        """The picture, cut below what is on it.  Raises ValueError where that is too much."""
        bottom = self.y + MARGIN
        if bottom > TALLEST:
            raise ValueError(f"{bottom:.0f} pixels high, at most {TALLEST}: say it in fewer words")
        return self.sheet.png(bottom)
