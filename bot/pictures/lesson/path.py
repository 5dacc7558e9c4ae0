"""Numbered `steps` that follow each other to and fro, and the `goal` behind the last one."""

from collections.abc import Mapping
from typing import Any

from bot.pictures.lesson.page import (
    ACCENT,
    ACROSS,
    INK,
    LABEL,
    LEADING,
    MARGIN,
    ROUND,
    SMALL,
    SOFT,
    STRONG,
    Page,
)

COLUMNS = 2
BETWEEN = 76  # pixels, with an arrow in them
ACROSS_BOX = (ACROSS - 2 * MARGIN - BETWEEN) / COLUMNS
LINES = 2
DOWN_BOX = LABEL * LEADING + LINES * SMALL * LEADING + 30
PAD = 26
ARROW = 20  # half its width


def path(page: Page, told: Mapping[str, Any]) -> None:
    numbered = [(str(number), str(step)) for number, step in enumerate(told["steps"], 1)]
    steps, top = [*numbered, ("✓", str(told["goal"]))], page.y
    for place, (number, text) in enumerate(steps):
        row, column = divmod(place, COLUMNS)
        column = COLUMNS - 1 - column if row % 2 else column
        left = MARGIN + column * (ACROSS_BOX + BETWEEN)
        corner = (left, top + row * (DOWN_BOX + BETWEEN))
        last = place == len(steps) - 1
        _step(page, corner, number, text, ACCENT if last else SOFT)
        if not last:
            _arrow(page, corner, turns=place % COLUMNS == COLUMNS - 1, back=bool(row % 2))
    rows = -(-len(steps) // COLUMNS)
    page.y = top + rows * (DOWN_BOX + BETWEEN) - BETWEEN


def _step(page: Page, corner: tuple[float, float], number: str, text: str, colour: str) -> None:
    page.sheet.box(corner, ACROSS_BOX, DOWN_BOX, colour, ROUND)
    lines = page.wrapped(text, SMALL, ACROSS_BOX - 2 * PAD)
    if len(lines) > LINES:
        raise ValueError(f"more than {LINES} lines: {text}")
    ink = INK if colour == ACCENT else STRONG
    page.lines((corner[0] + PAD, corner[1] + PAD / 2), [number], LABEL, ink, bold=True)
    page.lines((corner[0] + PAD, corner[1] + PAD / 2 + LABEL * LEADING), lines, SMALL, INK)


def _arrow(page: Page, corner: tuple[float, float], *, turns: bool, back: bool) -> None:
    """To the step beside it, or down where the row ends."""
    x, y = corner
    if turns:
        x, y = x + ACROSS_BOX / 2, y + DOWN_BOX + BETWEEN / 2
        points = [(x - ARROW, y - ARROW / 2), (x + ARROW, y - ARROW / 2), (x, y + ARROW)]
    else:
        way = -1 if back else 1
        x = x - BETWEEN / 2 if back else x + ACROSS_BOX + BETWEEN / 2
        y += DOWN_BOX / 2
        points = [(x - way * ARROW / 2, y - ARROW), (x - way * ARROW / 2, y + ARROW)]
        points.append((x + way * ARROW, y))
    page.sheet.shape(points, STRONG)
