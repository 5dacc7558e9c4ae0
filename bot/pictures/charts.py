"""A bar chart for a phone: the label above its bar, winners standing out."""

from collections.abc import Sequence
from dataclasses import replace

from bot.pictures.chart_page import (
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
from bot.pictures.figures import Bar, BarChart
from bot.pictures.sheet import width, wrap

BAR = 46
PAGE = 8  # bars; with labels of two lines a page is then about twice as high as wide
ABOVE = 15  # between a label and its bar
VALUE_SHARE = 0.5  # of the width, at most: bars need the other half
LABEL_LINES = 3


def bar_chart(title: str, bars: Sequence[Bar], footer: str) -> bytes:
    """All in one picture."""
    return _Bars(BarChart(title, bars, footer), bars).draw()


def bar_charts(chart: BarChart) -> list[bytes]:
    """As many pictures as stay readable in a messenger, which shrinks tall ones."""
    pages = max(-(-len(chart.bars) // PAGE), 1)
    each = -(-len(chart.bars) // pages)
    parts = [chart.bars[page * each : (page + 1) * each] for page in range(pages)]
    return [
        _Bars(replace(chart, bars=part, footer=_numbered(chart, page, pages)), chart.bars).draw()
        for page, part in enumerate(parts, 1)
    ]


def _numbered(chart: BarChart, page: int, pages: int) -> str:
    if pages == 1:
        return chart.footer
    return f"{chart.footer} · {chart.page.format(page=page, pages=pages)}"


def _value(bar: Bar) -> str:
    return wrap(bar.shown, VALUE, ROOM * VALUE_SHARE, 1, bold=True)[0]


class _Bars(ChartPage):
    """One page of `whole`, whose longest bar and widest value set the scale of every page."""

    def __init__(self, chart: BarChart, whole: Sequence[Bar]) -> None:
        self.bars = chart.bars
        self.labels = [
            wrap(bar.label, LABEL, ROOM, LABEL_LINES, bold=bar.strong) for bar in chart.bars
        ]
        self.longest = max((bar.value or 0 for bar in whole), default=0)
        widest = max((width(_value(bar), VALUE, bold=True) for bar in whole), default=0)
        self.track = ROOM - widest - MARGIN / 2
        lines = sum(len(label) for label in self.labels)
        body = lines * LABEL * LEADING + len(chart.bars) * (GAP + ABOVE + BAR)
        super().__init__(chart.title, chart.footer, body)

    def body(self, y: float) -> float:
        for bar, label in zip(self.bars, self.labels, strict=True):
            y = self.lines(y + GAP, label, LABEL, INK, bold=bar.strong)
            y = self.bar(y + ABOVE, bar)
        return y

    def bar(self, y: float, bar: Bar) -> float:
        colour = STRONG if bar.strong else OTHER
        self.sheet.box((MARGIN, y), self.track, BAR, TRACK, radius=ROUND)
        if bar.value:
            long = max(bar.value / self.longest * self.track, SLIVER)
            self.sheet.box((MARGIN, y), long, BAR, colour, radius=ROUND)
        ink = STRONG if bar.strong else INK
        place = (MARGIN * 1.5 + self.track, y + BAR * 0.82)
        self.sheet.text(place, _value(bar), VALUE, ink, bold=bar.strong)
        return y + BAR
