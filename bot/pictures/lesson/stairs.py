"""Steps that lead up: `up` says where to, `steps` begin with the lowest."""

from collections.abc import Mapping
from typing import Any

from bot.pictures.lesson.page import (
    ACROSS,
    GAP,
    LABEL,
    LEADING,
    MARGIN,
    ROUND,
    SMALL,
    WHITE,
    Page,
)
from bot.pictures.sheet import shade

STEP = 68  # pixels by which the next higher step begins further right
PAD = 28
LIGHTEST, DARKEST = "#3f8672", "#0b4f43"


def stairs(page: Page, told: Mapping[str, Any]) -> None:
    steps = told["steps"]
    for place in reversed(range(len(steps))):
        left = MARGIN + STEP * place
        room = ACROSS - MARGIN - left
        name = page.wrapped(str(steps[place]["name"]), LABEL, room - 2 * PAD, bold=True)
        says = page.wrapped(str(steps[place]["says"]), SMALL, room - 2 * PAD)
        names = len(name) * LABEL * LEADING
        down = names + len(says) * SMALL * LEADING + 1.3 * PAD
        colour = shade(LIGHTEST, DARKEST, place / max(1, len(steps) - 1))
        page.sheet.box((left, page.y), room, down, colour, ROUND)
        page.lines((left + PAD, page.y + PAD / 2), name, LABEL, WHITE, bold=True)
        page.lines((left + PAD, page.y + PAD / 2 + names), says, SMALL, WHITE)
        page.y += down + GAP / 3
