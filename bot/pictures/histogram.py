"""Numbers that people gave: a bar for each stretch of them, and a ruler that marks the quarters."""

from bot.pictures.chart_page import (
    ACROSS,
    FAINT,
    GAP,
    INK,
    LABEL,
    LEADING,
    MARGIN,
    OTHER,
    ROOM,
    ROUND,
    SLIVER,
    STRONG,
    TRACK,
    VALUE,
    ChartPage,
)
from bot.pictures.figures import Bar, Histogram, Ruler
from bot.pictures.sheet import width, wrap

ROW, THICK = 84, 56  # from one bar to the next, and a bar
LINE, INNER, DOT = 6, 18, 36  # of the ruler: all people, the two inner quarters, the middle
LABEL_SHARE = 0.4  # of the width, at most
SAID = 38  # type of the words for the ruler's marks
SAID_LINES = 2


def histogram(chart: Histogram) -> bytes:
    """All in one picture."""
    return _Numbers(chart).draw()


class _Numbers(ChartPage):
    """From left to right: labels, the ruler, bars, values."""

    def __init__(self, chart: Histogram) -> None:
        self.bars, self.ruler = chart.bars, chart.ruler
        self.labels = [wrap(bar.label, LABEL, ROOM * LABEL_SHARE, 1)[0] for bar in chart.bars]
        labels = max((width(label, LABEL) for label in self.labels), default=0)
        values = max((width(bar.shown, VALUE, bold=True) for bar in chart.bars), default=0)
        self.ruler_x = MARGIN * 1.5 + labels + DOT / 2
        self.bars_x = self.ruler_x + DOT / 2 + MARGIN / 2 if chart.ruler else self.ruler_x
        self.values_x = ACROSS - MARGIN - values
        self.longest = max((bar.value or 0 for bar in chart.bars), default=0)
        self.said = _said(chart.ruler) if chart.ruler else []
        said = sum(GAP / 2 + len(lines) * SAID * LEADING for lines in self.said)
        body = GAP + len(chart.bars) * ROW + said
        super().__init__(chart.title, chart.footer, body)

    def body(self, y: float) -> float:
        y += GAP
        if self.ruler:
            self._ruler(y, self.ruler)
        for bar, label in zip(self.bars, self.labels, strict=True):
            self._bar(y, bar, label)
            y += ROW
        for at, lines in enumerate(self.said):
            y = self._legend(y, at, lines)
        return y

    def _bar(self, y: float, bar: Bar, label: str) -> None:
        base = y + ROW / 2 + LABEL * 0.35
        self.sheet.text((MARGIN, base), label, LABEL, INK)
        if bar.value:
            room = self.values_x - MARGIN / 2 - self.bars_x
            long = max(bar.value / self.longest * room, SLIVER)
            top = y + (ROW - THICK) / 2
            self.sheet.box((self.bars_x, top), long, THICK, OTHER, radius=ROUND)
        self.sheet.text((self.values_x, base), bar.shown, VALUE, INK)

    def _ruler(self, y: float, ruler: Ruler) -> None:
        self._line(self.ruler_x, y, LINE, len(self.bars) * ROW)
        self._line(self.ruler_x, y + ruler.lower * ROW, INNER, (ruler.upper - ruler.lower) * ROW)
        self.sheet.dot((self.ruler_x, y + ruler.middle * ROW), DOT, STRONG)

    def _line(self, x: float, y: float, across: float, down: float) -> None:
        """A piece of the ruler; all of it is thin and light."""
        colour = TRACK if across == LINE else FAINT
        self.sheet.box((x - across / 2, y), across, down, colour, radius=across / 2)

    def _legend(self, y: float, at: int, lines: list[str]) -> float:
        """What the dot means, then what the thick line means; the y below it."""
        x, middle = MARGIN + DOT / 2, y + GAP / 2 + SAID * LEADING / 2
        if at == 0:
            self.sheet.dot((x, middle), DOT, STRONG)
        else:
            self._line(x, middle - SAID * LEADING / 2, INNER, SAID * LEADING)
        y += GAP / 2
        for line in lines:
            self.sheet.text((MARGIN * 1.5 + DOT, y + SAID), line, SAID, INK)
            y += SAID * LEADING
        return y


def _said(ruler: Ruler) -> list[list[str]]:
    """The words for the dot and for the thick line."""
    room = ROOM - DOT - MARGIN / 2
    return [wrap(text, SAID, room, SAID_LINES) for text in (ruler.half, ruler.inner)]
