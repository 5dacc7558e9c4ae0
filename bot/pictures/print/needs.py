"""What a survey found, on paper: rankings with bars, tables by group, and how to read them."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

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

BAR = (44 * mm, 5 * mm)
BARRED = (ACROSS - 86 * mm, 48 * mm, 38 * mm)
COLUMNS = 4  # groups beside each other, at most
EACH = 22 * mm
FINE = 9.5  # points: two tables to a page, and a settlement's name in one line


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
    """On one page, if it can be."""
    made: list[Flowable] = [heading(chart.name, size)]
    made += [words(line, SMALL) for line in chart.said]
    if chart.rows:
        made += [Spacer(1, GAP / 2), grid([_row(row) for row in chart.rows], BARRED)]
    return [KeepTogether(made)]


def _row(row: Measure) -> list[Flowable | str]:
    bar = "" if row.share is None else Meter(row.share, *BAR)
    return [words(row.label, SMALL), bar, words(row.shown, SMALL, bold=True, align="right")]


def _cross(table: Cross) -> list[Flowable]:
    """Tables of about equal width below each other, each on one page if it can be."""
    first: list[Flowable] = [heading(table.name)]
    first += [words(note, SMALL) for note in table.notes]
    count = -(-len(table.groups) // COLUMNS)
    each = -(-len(table.groups) // count)
    parts = [
        _columns(table, range(begin, min(begin + each, len(table.groups))), each)
        for begin in range(0, len(table.groups), each)
    ]
    return [KeepTogether([*first, parts[0]]), *(KeepTogether([part]) for part in parts[1:])]


def _columns(table: Cross, at: range, each: int) -> Flowable:
    heads = ["", *(_head(table.groups[place]) for place in at)]
    rows = [
        [words(label, FINE), *(words(numbers[place], FINE, align="right") for place in at)]
        for label, numbers in table.rows
    ]
    tight = [
        ("LEFTPADDING", (1, 0), (-1, -1), 1.5 * mm),
        ("RIGHTPADDING", (1, 0), (-1, -1), 1 * mm),
        ("TOPPADDING", (0, 0), (-1, -1), 0.6 * mm),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.2 * mm),
    ]
    made = grid([heads, *rows], (ACROSS - each * EACH, *[EACH] * len(at)), heads=1, extra=tight)
    made.spaceBefore = made.spaceAfter = 1.5 * GAP
    return made


def _head(name: str) -> Flowable:
    """A group's name in type at which none of its words is broken."""
    widest = words(name, FINE, bold=True).minWidth()
    size = min(FINE, FINE * (EACH - 3 * mm) / widest)
    return words(name, size, bold=True, align="right")
