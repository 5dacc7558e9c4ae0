"""The count on paper: the commission's protocol, and the table for the notice board."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import black, white
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from bot.pictures.print.paper import (
    ACROSS,
    BODY,
    GAP,
    LARGE,
    SMALL,
    bound,
    grid,
    heading,
    points,
    signed,
    title,
    words,
)
from bot.pictures.print.papers import Board, Counted, Masthead, Protocol, Rows, Tally

ROOM = 85 * mm  # less than this is no place to begin a table with its figures
SEAL = 13 * mm  # side of the black square with a winner's place
WIDTHS = (25 * mm, ACROSS - 83 * mm, 21 * mm, 37 * mm)


def protocol(masthead: Masthead, paper: Protocol) -> bytes:
    """A PDF to sign: all figures, all projects with the reason, what went wrong, the commission."""
    story: list[Flowable] = [*title(paper.name), words(paper.intro), *_counted(paper, BODY)]
    return bound(masthead, [*story, Spacer(1, 4 * GAP), *signed(paper.signers)])


def board(masthead: Masthead, paper: Board) -> bytes:
    """A PDF for the notice board: the same in large type, without signatures."""
    intro = words(paper.intro, LARGE, align="center")
    return bound(masthead, [*title(paper.name, 34), intro, *_counted(paper, BODY + 2)])


def _counted(paper: Board, size: float) -> list[Flowable]:
    story: list[Flowable] = [Spacer(1, GAP), *_figures(paper.figures, size)]
    for tally in paper.tallies:
        story += _tally(tally, paper.heads, size)
    for note in paper.notes:
        story += [heading(note.name), *points(note.items, size)]
    return story


def _figures(rows: Rows, size: float) -> list[Flowable]:
    cells = [
        [words(name, size), words(value, size, bold=True, align="right")] for name, value in rows
    ]
    return [grid(cells, (ACROSS - 60 * mm, 60 * mm)), Spacer(1, GAP)] if rows else []


def _tally(tally: Tally, heads: Sequence[str], size: float) -> list[Flowable]:
    aligned = ("center", "left", "right", "right")
    top = [words(text, SMALL, bold=True, align=at) for text, at in zip(heads, aligned, strict=True)]
    rows = [_row(row, size) for row in tally.rows]
    made: list[Flowable] = [
        CondPageBreak(ROOM),
        heading(tally.area, LARGE + 2),
        *_figures(tally.figures, size),
    ]
    return [*made, grid([top, *rows], WIDTHS, heads=1)]


def _row(row: Counted, size: float) -> list[Any]:
    """A winner's place is white on black, so that it stands out on a copy of a copy too."""
    ink = white if row.mark else black
    place: Flowable = words(row.place, size + 2, bold=True, align="center", ink=ink)
    if row.mark:
        place = grid([[place]], (SEAL,), lines=False, extra=[("BACKGROUND", (0, 0), (0, 0), black)])
        place.hAlign = "CENTER"
    name = [words(f"№{row.number}. {row.title}", size, bold=bool(row.mark))]
    if row.mark:
        name.append(words(row.mark, size, bold=True))
    if row.why:
        name.append(words(row.why, SMALL))
    votes = words(row.votes, size, bold=True, align="right")
    return [place, name, votes, words(row.cost, size, align="right")]
