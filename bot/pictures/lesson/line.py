"""Points in time, one below the other: `rows` with `when`, `what`, and `strong` if it matters."""

from collections.abc import Mapping
from typing import Any

from bot.pictures.lesson.page import (
    ACCENT,
    ACROSS,
    GAP,
    INK,
    LABEL,
    LEADING,
    MARGIN,
    ROUND,
    SMALL,
    SOFT,
    STRONG,
    TRACK,
    Page,
)

DOT, STROKE = 44, 10
LEFT = MARGIN + DOT + 44  # of the words
PAD = 22


def line(page: Page, told: Mapping[str, Any]) -> None:
    rows = told["rows"]
    middle = MARGIN + DOT / 2
    for place, row in enumerate(rows, 1):
        strong = bool(row.get("strong"))
        when = page.wrapped(str(row["when"]), LABEL, ACROSS - MARGIN - LEFT - PAD, bold=True)
        what = page.wrapped(str(row["what"]), SMALL, ACROSS - MARGIN - LEFT - PAD)
        whens = len(when) * LABEL * LEADING
        down = whens + len(what) * SMALL * LEADING
        if place < len(rows):
            start = (middle - STROKE / 2, page.y + LABEL * 0.7)
            page.sheet.box(start, STROKE, down + GAP, TRACK)
        if strong:
            across = ACROSS - MARGIN - LEFT + PAD
            corner = (LEFT - PAD, page.y - PAD / 2)
            page.sheet.box(corner, across, down + 1.3 * PAD, SOFT, ROUND)
        page.sheet.dot((middle, page.y + LABEL * 0.7), DOT, ACCENT if strong else STRONG)
        page.lines((LEFT, page.y), when, LABEL, INK, bold=True)
        page.lines((LEFT, page.y + whens), what, SMALL, INK)
        page.y += down + GAP
    page.y -= GAP / 2
