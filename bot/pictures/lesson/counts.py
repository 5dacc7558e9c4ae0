"""How many of how many: `rows` with `count` and `says`, out of `of`.

`limit`, a count with or without a fraction, is a line through each row; `limit_name` explains it.
"""

from collections.abc import Mapping
from typing import Any

from bot.pictures.lesson.page import (
    ACCENT,
    GAP,
    INK,
    LABEL,
    LEADING,
    MARGIN,
    ROOM,
    SMALL,
    STRONG,
    TRACK,
    Page,
)

WIDEST = 120  # pixels for one of them
BODY = 0.62  # of what one has room for
STROKE = 8


def counts(page: Page, told: Mapping[str, Any]) -> None:
    of, limit = int(told["of"]), float(told.get("limit", 0))
    room = min(WIDEST, ROOM / of)
    if limit:
        name = str(told["limit_name"])
        page.sheet.box((MARGIN, page.y + SMALL * 0.25), STROKE, SMALL, ACCENT)
        page.lines((MARGIN + 2.5 * STROKE, page.y), [name], SMALL, INK, bold=True)
        page.y += SMALL * LEADING + GAP / 2
    for row in told["rows"]:
        says = page.wrapped(str(row["says"]), LABEL)
        page.lines((MARGIN, page.y), says, LABEL, INK, bold=bool(row.get("strong")))
        page.y += len(says) * LABEL * LEADING + GAP / 3
        if limit:
            corner = (MARGIN + limit * room - STROKE / 2, page.y - GAP / 4)
            page.sheet.box(corner, STROKE, room * 1.1 + GAP / 2, ACCENT)
        for place in range(of):
            _one(page, MARGIN + place * room, room, STRONG if place < row["count"] else TRACK)
        page.y += room * 1.25 + GAP
    page.y -= GAP / 2


def _one(page: Page, left: float, room: float, colour: str) -> None:
    """Somebody: a head and shoulders."""
    across = room * BODY
    middle = left + room / 2
    page.sheet.dot((middle, page.y + across * 0.36), across * 0.66, colour)
    body = (middle - across / 2, page.y + across * 0.8)
    page.sheet.box(body, across, room * 1.1 - across * 0.8, colour, across * 0.42)
