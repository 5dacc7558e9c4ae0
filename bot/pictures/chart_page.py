"""A chart as a picture for a phone: its title above, its source below, large type."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from bot.pictures.sheet import Sheet, wrap

ACROSS = 1080  # pixels; a 360-pixel phone shows a third of each size
MARGIN = 56
ROOM = ACROSS - 2 * MARGIN
TITLE, LABEL, VALUE, FOOT = 54, 42, 42, 34
LEADING = 1.3  # distance of lines by size of type
GAP = 40
TITLE_LINES, FOOT_LINES = 4, 4
SLIVER = 6  # the least bar, so that one vote is not drawn as none
ROUND = 10

PAPER, INK, FAINT = "#ffffff", "#1d2733", "#5b6673"
STRONG, OTHER, TRACK = "#0b7a5c", "#9fb0bf", "#eef1f4"


class ChartPage(ABC):
    """One picture; what kinds of charts draw between title and source is `body`."""

    def __init__(self, title: str, footer: str, body: float) -> None:
        self._title = wrap(title, TITLE, ROOM, TITLE_LINES, bold=True)
        self._foot = wrap(footer, FOOT, ROOM, FOOT_LINES)
        heights = (
            MARGIN + len(self._title) * TITLE * LEADING,
            body,
            GAP * 1.5 + len(self._foot) * FOOT * LEADING + MARGIN,
        )
        self.sheet = Sheet(ACROSS, sum(heights), PAPER)

    def draw(self) -> bytes:
        """A PNG, 1080 pixels wide and as high as it needs."""
        y = self.body(self.lines(MARGIN, self._title, TITLE, INK, bold=True))
        self.sheet.box((MARGIN, y + GAP), ROOM, 2, TRACK)
        self.lines(y + GAP * 1.5, self._foot, FOOT, FAINT)
        return self.sheet.png()

    @abstractmethod
    def body(self, y: float) -> float:
        """Draw from this y on; the y below it."""

    def lines(
        self, y: float, lines: Sequence[str], size: float, colour: str, *, bold: bool = False
    ) -> float:
        """Lines from the upper edge y on; the y below them."""
        for line in lines:
            self.sheet.text((MARGIN, y + size), line, size, colour, bold=bold)
            y += size * LEADING
        return y
