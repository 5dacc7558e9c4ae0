"""Things kept apart: `parts` with `name` and `rows`; `between` is on the line between them."""

from collections.abc import Mapping
from typing import Any

from bot.pictures.lesson.page import (
    ACROSS,
    FAINT,
    GAP,
    INK,
    LABEL,
    LEADING,
    MARGIN,
    ROOM,
    ROUND,
    SMALL,
    SOFT,
    STRONG,
    WHITE,
    Page,
)
from bot.pictures.sheet import width

PAD = 28
CHIP = SMALL * 1.7  # height
DASH, STROKE = 26, 6


def apart(page: Page, told: Mapping[str, Any]) -> None:
    parts = told["parts"]
    for place, part in enumerate(parts):
        if place:
            _between(page, str(told["between"]))
        _part(page, str(part["name"]), [str(row) for row in part["rows"]])


def _part(page: Page, name: str, rows: list[str]) -> None:
    names = page.wrapped(name, LABEL, ROOM - 2 * PAD, bold=True)
    down = len(names) * LABEL * LEADING + CHIP + 2.2 * PAD
    page.sheet.box((MARGIN, page.y), ROOM, down, SOFT, ROUND)
    page.lines((MARGIN + PAD, page.y + PAD / 2), names, LABEL, STRONG, bold=True)
    x, y = float(MARGIN + PAD), page.y + down - PAD - CHIP
    for row in rows:
        across = width(row, SMALL) + 1.4 * PAD
        if x + across > ACROSS - MARGIN - PAD:
            raise ValueError(f"too wide together: {', '.join(rows)}")
        page.sheet.box((x, y), across, CHIP, WHITE, ROUND)
        page.lines((x + 0.7 * PAD, y + SMALL * 0.22), [row], SMALL, INK)
        x += across + PAD * 0.7
    page.y += down


def _between(page: Page, text: str) -> None:
    """A dashed line with words in its middle."""
    across = width(text, SMALL) + GAP
    left = (ACROSS - across) / 2
    middle = page.y + GAP / 2 + SMALL * LEADING / 2
    x = float(MARGIN)
    while x < ACROSS - MARGIN - DASH / 2:
        if not left - DASH < x < left + across:
            page.sheet.box((x, middle - STROKE / 2), DASH, STROKE, FAINT)
        x += 2 * DASH
    page.lines((left + GAP / 2, middle - SMALL * 0.7), [text], SMALL, FAINT)
    page.y += GAP + SMALL * LEADING
