"""A survey on paper: what is read out, a box for the consent, then questions in large print."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from bot.pictures.print.figures import Box
from bot.pictures.print.paper import (
    ACROSS,
    BODY,
    GAP,
    LARGE,
    THICK,
    THIN,
    bound,
    grid,
    heading,
    title,
    words,
)
from bot.pictures.print.papers import Masthead, Passage, Question, Questionnaire

ASKED, OPTION = BODY + 2, BODY + 1  # points
BOX = 6.5 * mm
WRITING = 10 * mm  # of a line to write on by hand
FOLLOWED = 50 * mm  # below the name of a part, so that a question follows on the same page
MARGIN = 13 * mm  # for the number
SHORT, MANY = 22, 6  # letters of an option, and how many of them, that go into two columns
TOGETHER = 12  # rows of a question that is kept on one page


def questionnaire(masthead: Masthead, paper: Questionnaire) -> bytes:
    """A PDF of as many pages as it takes; a question stays in one piece where it fits a page."""
    story: list[Flowable] = [*title(paper.name, LARGE + 4), _consent(paper), Spacer(1, GAP)]
    story += [_written(label) for label in paper.written]
    for item in paper.items:
        story += _passage(item) if isinstance(item, Passage) else _question(item)
    return bound(masthead, story)


def _consent(paper: Questionnaire) -> Flowable:
    inside: list[Any] = [words(paper.head, BODY, bold=True)]
    for line in paper.read:
        inside += [Spacer(1, GAP / 2), words(line, ASKED)]
    inside += [Spacer(1, GAP), _boxed(paper.agreed, ACROSS - 8 * mm, bold=True)]
    edge = [("BOX", (0, 0), (-1, -1), THICK, black), ("LEFTPADDING", (0, 0), (-1, -1), 4 * mm)]
    return grid([[inside]], (ACROSS,), lines=False, extra=edge)


def _passage(passage: Passage) -> list[Flowable]:
    made: list[Flowable] = [heading(passage.name)] if passage.name else []
    made += [_only(passage.only)] if passage.only else []
    made += [words(passage.text, ASKED)] if passage.text else []
    return [CondPageBreak(FOLLOWED), Spacer(1, GAP), KeepTogether(made)]


def _question(question: Question) -> list[Flowable]:
    """Its number in the margin, so that the eye finds it when the sheet is typed in."""
    head: list[Flowable] = [words(question.name, ASKED, bold=True)]
    head += [_only(question.only)] if question.only else []
    head += [words(question.hint, BODY)] if question.hint else []
    number = words(f"{question.number}.", ASKED, bold=True)
    rows = [grid([[number, head]], (MARGIN, ACROSS - MARGIN), lines=False)]
    rows += [*_options(question.options), *_lines(question.lines)]
    kept = KeepTogether(rows) if len(rows) <= TOGETHER else None
    whole = [kept] if kept else [KeepTogether(rows[:3]), *rows[3:]]
    return [Spacer(1, GAP), *whole]


def _only(text: str) -> Flowable:
    return words(f"→ {text}", BODY, bold=True)


def _options(options: Sequence[str]) -> Iterator[Flowable]:
    pair = len(options) > MANY and all(len(option) <= SHORT for option in options)
    across = ACROSS - MARGIN
    if not pair:
        yield from (_indented([_boxed(option, across)], (across,)) for option in options)
        return
    half = across / 2
    for left in range(0, len(options), 2):
        cells = [_boxed(option, half) for option in options[left : left + 2]]
        yield _indented([*cells, *[""] * (2 - len(cells))], (half, half))


def _boxed(text: str, across: float, *, bold: bool = False) -> Flowable:
    widths = (BOX + 3 * mm, across - BOX - 7 * mm)
    middle = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (0, 0), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1 * mm),
    ]
    cells = [[Box(BOX), words(text, OPTION, bold=bold)]]
    return grid(cells, widths, lines=False, extra=middle)


def _indented(cells: Sequence[Any], widths: Sequence[float]) -> Flowable:
    flush = [("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0)]
    return grid([["", *cells]], (MARGIN, *widths), lines=False, extra=flush)


def _lines(count: int) -> list[Flowable]:
    below = [("LINEBELOW", (1, 0), (1, 0), THIN, black)]
    empty = [["", Spacer(1, WRITING - 3 * mm)]]
    return [
        grid(empty, (MARGIN + 2 * mm, ACROSS - MARGIN - 2 * mm), lines=False, extra=below)
        for _ in range(count)
    ]


def _written(label: str) -> Flowable:
    below = [("LINEBELOW", (1, 0), (1, 0), THIN, black), ("VALIGN", (0, 0), (-1, -1), "BOTTOM")]
    cells = [[words(label, BODY, bold=True), Spacer(1, WRITING - 3 * mm)]]
    return grid(cells, (62 * mm, ACROSS - 62 * mm), lines=False, extra=below)
