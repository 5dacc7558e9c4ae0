"""A certificate on A4, lying: to hang on a wall, and to check with any telephone."""

import io

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, KeepInFrame, Paragraph, Spacer

from bot.pictures.print.faces import main_face
from bot.pictures.print.figures import QrCode
from bot.pictures.print.paper import GAP, SMALL, words
from bot.pictures.print.papers import Certificate, Masthead

ACROSS, DOWN = landscape(A4)
EDGE = 9 * mm  # what printers leave white
INNER = EDGE + 4 * mm
SIDE = INNER + 14 * mm  # of what is written
ROOM = ACROSS - 2 * SIDE
SQUARE = 40 * mm
FOOT = INNER + 6 * mm
DEEP, SUN, SOFT = HexColor("#0b4f43"), HexColor("#f2b84b"), HexColor("#4d5b55")
HOLDER = (36, 32, 28, 24, 20, 16)  # of a name: the largest at which it takes one line
COURSE = (24, 20, 17)


def certificate(masthead: Masthead, paper: Certificate) -> bytes:
    """A PDF of one page; the same input gives the same bytes."""
    out = io.BytesIO()
    canvas = Canvas(out, (ACROSS, DOWN), invariant=1, initialFontName=main_face())
    canvas.setTitle(paper.name)
    canvas.setAuthor(masthead.municipality)
    _frame(canvas)
    low = FOOT + SQUARE + GAP
    middle = Frame(SIDE, low, ROOM, DOWN - INNER - low - 5 * mm, 0, 0, 0, 0)
    middle.addFromList([KeepInFrame(ROOM, middle._height, _said(paper), "shrink")], canvas)
    _foot(canvas, paper)
    canvas.save()
    return out.getvalue()


def _frame(canvas: Canvas) -> None:
    for edge, ink, thick in ((EDGE, DEEP, 3), (INNER - 1.5 * mm, SUN, 1.2)):
        canvas.setStrokeColor(ink)
        canvas.setLineWidth(thick)
        canvas.rect(edge, edge, ACROSS - 2 * edge, DOWN - 2 * edge)


def _said(paper: Certificate) -> list[Flowable]:
    sample = [_line(paper.sample, SMALL, SOFT)] if paper.sample else []
    return [
        *sample,
        _line(paper.issuer, 17, SOFT),
        Spacer(1, 2 * GAP),
        _line(paper.name, 42, DEEP, bold=True),
        Spacer(1, 2.5 * GAP),
        _line(paper.given, 15, SOFT),
        Spacer(1, GAP),
        _fitted(paper.holder, HOLDER, DEEP),
        Spacer(1, 1.5 * GAP),
        _line(paper.did, 15, SOFT),
        Spacer(1, GAP),
        _fitted(paper.course, COURSE, DEEP),
        Spacer(1, GAP),
        *(_line(fact, 14, SOFT) for fact in paper.facts),
    ]


def _foot(canvas: Canvas, paper: Certificate) -> None:
    """The QR code on the right; beside it the same code for people, and how to use it."""
    right = ACROSS - SIDE - SQUARE
    QrCode(paper.link, SQUARE).drawOn(canvas, right, FOOT)
    beside = right - SIDE - 5 * mm
    lines = [
        words(paper.code, 24, bold=True, align="right", ink=DEEP),
        Spacer(1, GAP / 2),
        *(words(line, SMALL, align="right", ink=SOFT) for line in paper.check),
    ]
    Frame(SIDE, FOOT, beside, SQUARE - 3 * mm, 0, 0, 0, 0).addFromList(
        [KeepInFrame(beside, SQUARE - 3 * mm, lines, "shrink")], canvas
    )


def _fitted(text: str, sizes: tuple[int, ...], ink: Color) -> Paragraph:
    """In the largest type in which it takes one line, else in the smallest."""
    for size in sizes:
        made = _line(text, size, ink, bold=True)
        _, height = made.wrap(ROOM, DOWN)
        if height <= made.style.leading:
            break
    return made


def _line(text: str, size: float, ink: Color, *, bold: bool = False) -> Paragraph:
    return words(text, size, bold=bold, align="center", ink=ink)
