"""A bar chart for a phone: the label above its bar, large type, winners standing out."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.pictures.sheet import Sheet, width, wrap

ACROSS = 1080  # pixels; a 360-pixel phone shows a third of each size
MARGIN = 56
ROOM = ACROSS - 2 * MARGIN
TITLE, LABEL, VALUE, FOOT = 54, 42, 42, 34
LEADING = 1.3  # distance of lines by size of type
BAR = 46
PAGE = 8  # bars; with labels of two lines a page is then about twice as high as wide
GAP = 40  # between one bar and the next label
ABOVE = 15  # between a label and its bar
VALUE_SHARE = 0.5  # of the width, at most: bars need the other half
TITLE_LINES, LABEL_LINES, FOOT_LINES = 4, 3, 4
SLIVER = 6  # the least bar, so that one vote is not drawn as none

PAPER, INK, FAINT = "#ffffff", "#1d2733", "#5b6673"
WON, OTHER, TRACK = "#0b7a5c", "#9fb0bf", "#eef1f4"


@dataclass(frozen=True, slots=True)
class Bar:
    """`shown` is the value in words, "312 ხმა · 28 %"; a `value` of None draws no bar."""

    label: str
    value: float | None
    shown: str
    won: bool = False


def bar_chart(title: str, bars: Sequence[Bar], footer: str) -> bytes:
    """A PNG, 1080 pixels wide and as high as it needs.  `footer` tells the source and n."""
    return _Chart(title, bars, footer, bars).draw()


def bar_charts(title: str, bars: Sequence[Bar], footer: str) -> list[bytes]:
    """The same on as many pages as stay readable in a messenger, which shrinks tall pictures."""
    pages = max(-(-len(bars) // PAGE), 1)
    each = -(-len(bars) // pages)
    parts = [bars[page * each : (page + 1) * each] for page in range(pages)]
    return [_Chart(title, part, footer, bars).draw() for part in parts]


def _value(bar: Bar) -> str:
    return wrap(bar.shown, VALUE, ROOM * VALUE_SHARE, 1, bold=True)[0]


class _Chart:
    """One page of `whole`, whose longest bar and widest value set the scale of every page."""

    def __init__(self, title: str, bars: Sequence[Bar], footer: str, whole: Sequence[Bar]) -> None:
        self.title = wrap(title, TITLE, ROOM, TITLE_LINES, bold=True)
        self.bars = bars
        self.labels = [wrap(bar.label, LABEL, ROOM, LABEL_LINES, bold=bar.won) for bar in bars]
        self.foot = wrap(footer, FOOT, ROOM, FOOT_LINES)
        self.longest = max((bar.value or 0 for bar in whole), default=0)
        widest = max((width(_value(bar), VALUE, bold=True) for bar in whole), default=0)
        self.track = ROOM - widest - MARGIN / 2
        self.sheet = Sheet(ACROSS, self.height(), PAPER)

    def height(self) -> float:
        lines = sum(len(label) for label in self.labels)
        return (
            MARGIN
            + len(self.title) * TITLE * LEADING
            + lines * LABEL * LEADING
            + len(self.bars) * (GAP + ABOVE + BAR)
            + GAP * 1.5
            + len(self.foot) * FOOT * LEADING
            + MARGIN
        )

    def draw(self) -> bytes:
        y = self.lines(MARGIN, self.title, TITLE, INK, bold=True)
        for bar, label in zip(self.bars, self.labels, strict=True):
            y = self.lines(y + GAP, label, LABEL, INK, bold=bar.won)
            y = self.bar(y + ABOVE, bar)
        self.sheet.box((MARGIN, y + GAP), ROOM, 2, TRACK)
        self.lines(y + GAP * 1.5, self.foot, FOOT, FAINT)
        return self.sheet.png()

    def lines(
        self, y: float, lines: Sequence[str], size: float, colour: str, *, bold: bool = False
    ) -> float:
        """Lines from the upper edge y on; the y below them."""
        for line in lines:
            self.sheet.text((MARGIN, y + size), line, size, colour, bold=bold)
            y += size * LEADING
        return y

    def bar(self, y: float, bar: Bar) -> float:
        colour = WON if bar.won else OTHER
        self.sheet.box((MARGIN, y), self.track, BAR, TRACK, radius=10)
        if bar.value:
            long = max(bar.value / self.longest * self.track, SLIVER)
            self.sheet.box((MARGIN, y), long, BAR, colour, radius=10)
        ink = WON if bar.won else INK
        place = (MARGIN * 1.5 + self.track, y + BAR * 0.82)
        self.sheet.text(place, _value(bar), VALUE, ink, bold=bar.won)
        return y + BAR
