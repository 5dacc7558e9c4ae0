"""Papers to write on: the idea form and the list of voters."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer

from bot.pictures.print.paper import (
    ACROSS,
    BODY,
    GAP,
    LARGE,
    SMALL,
    THIN,
    bound,
    grid,
    heading,
    labelled,
    title,
    words,
)
from bot.pictures.print.papers import Field, Form, Masthead, Rows, VoterList

ROWS = 170  # of ten pages
WRITING = 9 * mm  # of a line to write on by hand


def form(masthead: Masthead, paper: Form) -> bytes:
    """A PDF to fill in by hand; a field is never cut in two."""
    story: list[Flowable] = [*title(paper.name), *[words(line, BODY) for line in paper.intro]]
    for number, field in enumerate(paper.fields, 1):
        story += _field(number, field)
    story += [CondPageBreak(30 * mm), Spacer(1, GAP), heading(paper.office, BODY)]
    story += [_lines([words(label, SMALL)], 1) for label in paper.office_fields]
    return bound(masthead, story)


def voter_list(masthead: Masthead, paper: VoterList) -> bytes:
    """A PDF to sign on, each place on a new page."""
    return bound(masthead, list(_places(paper)))


def _places(paper: VoterList) -> Iterator[Flowable]:
    parts = [(voters.place, part) for voters in paper.places for part in _parts(voters.rows)]
    for at, (place, rows) in enumerate(parts):
        if at:
            yield PageBreak()
        name = [words(place, LARGE + 2, bold=True), "", ""]
        heads = [words(head, BODY, bold=True) for head in paper.heads]
        yield _list([name, heads, *(_voter(*row) for row in rows)])


def _parts(rows: Rows) -> list[Rows]:
    """Ten pages each: a table is copied at each of its pages, so a long one takes for ever."""
    return [rows[at : at + ROWS] for at in range(0, len(rows), ROWS)] or [rows]


def _voter(number: str, name: str) -> list[Any]:
    return [words(number, BODY, bold=True), words(name, BODY), ""]


def _list(rows: Sequence[Sequence[Any]]) -> Flowable:
    """The place and the heads of the columns stand on every page."""
    look = [
        ("SPAN", (0, 0), (-1, 0)),
        ("LINEAFTER", (0, 1), (-2, -1), THIN, black),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 2), (-1, -1), 3 * mm),
        ("BOTTOMPADDING", (0, 2), (-1, -1), 3 * mm),
    ]
    return grid(rows, (20 * mm, 88 * mm, ACROSS - 108 * mm), heads=2, extra=look)


def _field(number: int, field: Field) -> list[Flowable]:
    label = labelled(f"{number}. {field.name}", field.hint)
    return [_lines([label], field.lines)]


def _lines(label: list[Flowable], count: int) -> Flowable:
    """A label and lines below it, kept on one page."""
    below = [("LINEBELOW", (0, 1), (-1, -1), THIN, black), ("NOSPLIT", (0, 0), (-1, -1))]
    return grid(
        [[label], *[[Spacer(1, WRITING - 3 * mm)]] * count], (ACROSS,), lines=False, extra=below
    )
