"""A ballot paper of one area: a box, the number, the title and the cost of each project."""

from collections.abc import Sequence

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from bot.pictures.print.figures import Box
from bot.pictures.print.paper import (
    ACROSS,
    BODY,
    GAP,
    LARGE,
    SMALL,
    THICK,
    THIN,
    bound,
    grid,
    title,
    words,
)
from bot.pictures.print.papers import Ballot, Line, Masthead

BOX = 11 * mm


def ballot(masthead: Masthead, paper: Ballot) -> bytes:
    """A PDF of as many pages as it takes; no line is cut in two."""
    story: list[Flowable] = [
        *title(paper.name),
        words(paper.area, LARGE + 2, bold=True, align="center"),
        Spacer(1, GAP),
        _framed(paper.how),
        Spacer(1, GAP),
        *[words(rule, BODY) for rule in paper.rules],
        Spacer(1, GAP),
        *[_line(line) for line in paper.lines],
        KeepTogether([Spacer(1, 4 * GAP), _stamps(paper.foot)]),
    ]
    return bound(masthead, story)


def _framed(text: str) -> Flowable:
    edge = [("BOX", (0, 0), (-1, -1), THICK, black)]
    return grid(
        [[words(text, LARGE, bold=True, align="center")]], (ACROSS,), lines=False, extra=edge
    )


def _line(line: Line) -> Flowable:
    name = [words(line.title, LARGE)]
    if line.gone:
        name.append(words(line.gone, BODY, bold=True))
    cells = [
        "" if line.gone else Box(BOX),
        words(line.number, LARGE + 6, bold=True, align="center"),
        name,
        words(line.cost, LARGE, bold=True, align="right"),
    ]
    across = (BOX + 5 * mm, 16 * mm, ACROSS - BOX - 58 * mm, 37 * mm)
    middle = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("TOPPADDING", (0, 0), (-1, -1), 2.2 * mm)]
    below = [("LINEBELOW", (0, 0), (-1, -1), THIN, black)]
    return KeepTogether([grid([cells], across, lines=False, extra=[*middle, *below])])


def _stamps(labels: Sequence[str]) -> Flowable:
    cells = [words(label, SMALL, align="center") for label in labels]
    above = [("LINEABOVE", (0, 0), (-1, -1), THIN, black)]
    return grid([cells], [ACROSS / len(cells)] * len(cells), lines=False, extra=above)
