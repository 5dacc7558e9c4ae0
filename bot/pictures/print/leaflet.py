"""Running text on paper: the rules for the mayor's order, and the sheet for those who help."""

from itertools import chain

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

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

SHORT = 12  # rows of a table that stays on one page


def leaflet(masthead: Masthead, paper: Leaflet) -> bytes:
    """A PDF; a heading stays with what follows it, signatures with each other."""
    story: list[Flowable] = [words(line, BODY, align="right") for line in paper.above]
    size = BODY + 2 if paper.large else BODY
    story += [Spacer(1, GAP), *title(paper.name), words(paper.intro, size)]
    made = [_section(section, size) for section in paper.sections]
    if paper.signers:  # never on a page of their own
        last = made.pop() if made else []
        made.append([KeepTogether([*last, Spacer(1, 5 * GAP), *signed(paper.signers)])])
    return bound(masthead, [*story, *chain.from_iterable(made)])


def _section(section: Section, size: float) -> list[Flowable]:
    made: list[Flowable] = [heading(section.name, max(size + 2, LARGE))]
    made += points(section.items, size, section.mark)
    if section.rows:
        cells = [[words(name, size), words(value, size, bold=True)] for name, value in section.rows]
        whole = [("NOSPLIT", (0, 0), (-1, -1))] if len(cells) <= SHORT else []
        table = grid(cells, (ACROSS - 82 * mm, 82 * mm), extra=whole)
        made += [Spacer(1, GAP / 2), table] if section.items else [table]
    return made
