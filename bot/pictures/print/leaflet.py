"""Running text on paper: the rules for the mayor's order, and the sheet for those who help."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from bot.pictures.print.paper import (
    ACROSS,
    BODY,
    GAP,
    LARGE,
    bound,
    grid,
    heading,
    points,
    signed,
    title,
    words,
)
from bot.pictures.print.papers import Leaflet, Masthead, Section


def leaflet(masthead: Masthead, paper: Leaflet) -> bytes:
    """A PDF; a heading stays with what follows it, signatures with each other."""
    story: list[Flowable] = [words(line, BODY, align="right") for line in paper.above]
    size = BODY + 2 if paper.large else BODY
    story += [Spacer(1, GAP), *title(paper.name), words(paper.intro, size)]
    for section in paper.sections:
        story += _section(section, size)
    if paper.signers:
        story += [Spacer(1, 5 * GAP), *signed(paper.signers)]
    return bound(masthead, story)


def _section(section: Section, size: float) -> list[Flowable]:
    made: list[Flowable] = [heading(section.name, max(size + 2, LARGE))]
    made += points(section.items, size, section.mark)
    if section.rows:
        cells = [[words(name, size), words(value, size, bold=True)] for name, value in section.rows]
        table = grid(cells, (ACROSS - 82 * mm, 82 * mm))
        made += [Spacer(1, GAP / 2), table] if section.items else [table]
    return made
