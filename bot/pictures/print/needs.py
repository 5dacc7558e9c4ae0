"""What a survey found, on paper: rankings with bars, tables by group, and how to read them."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from bot.pictures.print.figures import Meter
from bot.pictures.print.paper import (
    ACROSS,
    GAP,
    LARGE,
    SMALL,
    bound,
    grid,
    heading,
    points,
    title,
    words,
)
from bot.pictures.print.papers import Chart, Cross, Masthead, Measure, NeedsReport

ROOM = 45 * mm  # less than this is no place to begin a question
BAR = (52 * mm, 5 * mm)
BARRED = (ACROSS - 100 * mm, 58 * mm, 42 * mm)
COLUMNS = 4  # groups beside each other
NAMES = 54 * mm
HEAD = 10.5  # points: a settlement's name stays in one line


def needs(masthead: Masthead, paper: NeedsReport) -> bytes:
    """A PDF to read at a desk and to lay before a council."""
    story: list[Flowable] = [*title(paper.name), words(paper.intro), Spacer(1, GAP)]
    cells = [[words(name), words(value, bold=True, align="right")] for name, value in paper.figures]
    story += [grid(cells, (ACROSS - 60 * mm, 60 * mm))] if cells else []
    story += _chart(paper.ranking, LARGE + 2) if paper.ranking else []
    for table in paper.tables:
        story += _cross(table)
    for chart in paper.charts:
        story += _chart(chart, LARGE - 2)
    story += [heading(paper.method.name), *points(paper.method.items, SMALL)]
    return bound(masthead, story)


def _chart(chart: Chart, size: float) -> list[Flowable]:
    made: list[Flowable] = [CondPageBreak(ROOM), heading(chart.name, size)]
    made += [words(line, SMALL) for line in chart.said]
    if chart.rows:
        made += [Spacer(1, GAP / 2), grid([_row(row) for row in chart.rows], BARRED)]
    return made


def _row(row: Measure) -> list[Flowable | str]:
    bar = "" if row.share is None else Meter(row.share, *BAR)
    return [words(row.label, SMALL), bar, words(row.shown, SMALL, bold=True, align="right")]


def _cross(table: Cross) -> list[Flowable]:
    """As many tables below each other as it takes, each on one page if it can be."""
    first: list[Flowable] = [heading(table.name)]
    first += [words(table.note, SMALL), Spacer(1, GAP / 2)] if table.note else []
    parts = [
        [_columns(table, range(begin, min(begin + COLUMNS, len(table.groups)))), Spacer(1, GAP)]
        for begin in range(0, len(table.groups), COLUMNS)
    ]
    return [KeepTogether([*first, *parts[0]]), *(KeepTogether(part) for part in parts[1:])]


def _columns(table: Cross, at: range) -> Flowable:
    heads: Sequence[Flowable | str] = [
        "",
        *(words(table.groups[place], HEAD, bold=True, align="right") for place in at),
    ]
    rows = [
        [
            words(label, SMALL),
            *(words(numbers[place], SMALL, align="right") for place in at),
        ]
        for label, numbers in table.rows
    ]
    each = (ACROSS - NAMES) / COLUMNS
    return grid([heads, *rows], (NAMES, *[each] * len(at)), heads=1)
