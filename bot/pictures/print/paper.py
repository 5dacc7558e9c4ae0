"""A document on A4: head and foot on every page, and the pieces that all of them are made of."""

import io
from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import Color, black
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from bot.pictures.print.faces import main_face, marked
from bot.pictures.print.papers import Masthead

MARGIN = 16 * mm
ACROSS = A4[0] - 2 * MARGIN
SMALL, BODY, LARGE, TITLE = 12, 14, 18, 26  # points
LEADING = 1.32  # distance of lines by size of type: Georgian letters go deep
THIN, THICK = 0.6, 1.8  # points
GAP = 3 * mm

ALIGNED = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT}


def words(
    text: str,
    size: float = BODY,
    *,
    bold: bool = False,
    align: str = "left",
    ink: Color = black,
) -> Paragraph:
    """A paragraph that wraps."""
    style = ParagraphStyle(
        "",
        fontName=main_face(bold=bold),
        fontSize=size,
        leading=size * LEADING,
        alignment=ALIGNED[align],
        textColor=ink,
    )
    return Paragraph(marked(text, bold=bold), style)


def labelled(name: str, hint: str) -> Paragraph:
    """A name in bold with a hint behind it."""
    made = words(name, bold=True)
    behind = f'<font size="{SMALL}">{marked(hint)}</font>'
    return Paragraph(f"{marked(name, bold=True)} {behind}", made.style)


def title(text: str, size: float = TITLE) -> list[Flowable]:
    """The document's name, with room below."""
    return [words(text, size, bold=True, align="center"), Spacer(1, GAP)]


def heading(text: str, size: float = LARGE) -> Paragraph:
    """A heading that stays with what follows."""
    made = words(text, size, bold=True)
    made.keepWithNext = True
    made.spaceBefore, made.spaceAfter = 1.5 * GAP, 0.5 * GAP
    return made


def points(items: Sequence[str], size: float = BODY, mark: str = "•") -> list[Flowable]:
    """Sentences, each behind a mark, or behind its number where the mark is "1"."""
    rows: list[Flowable] = []
    for place, item in enumerate(items, 1):
        sign = f"{place}." if mark == "1" else mark
        cells = [[words(sign, size, bold=True), words(item, size)]]
        rows.append(grid(cells, (11 * mm, ACROSS - 11 * mm), lines=False))
    return rows


def grid(
    rows: Sequence[Sequence[Any]],
    widths: Sequence[float],
    *,
    lines: bool = True,
    heads: int = 0,
    extra: Sequence[tuple[Any, ...]] = (),
) -> Table:
    """A table whose first `heads` rows stand again on every page."""
    style: list[tuple[Any, ...]] = [
        ("FONTNAME", (0, 0), (-1, -1), main_face()),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 2 * mm),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2 * mm),
        ("TOPPADDING", (0, 0), (-1, -1), 1 * mm),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2 * mm),
    ]
    if lines:
        style += [
            ("LINEBELOW", (0, 0), (-1, -1), THIN, black),
            ("LINEABOVE", (0, 0), (-1, 0), THICK, black),
            ("LINEBELOW", (0, -1), (-1, -1), THICK, black),
        ]
        style += [("LINEBELOW", (0, heads - 1), (-1, heads - 1), THICK, black)] if heads else []
    style += extra
    table = Table(
        [list(row) for row in rows],
        colWidths=list(widths),
        repeatRows=heads,
        style=TableStyle(style),
    )
    table.hAlign = "LEFT"
    return table


def signed(labels: Sequence[str], size: float = BODY) -> list[Flowable]:
    """A line to sign on for each label, which stands below it."""
    made: list[Flowable] = []
    for label in labels:
        line = grid(
            [["", "", ""], [words(label, SMALL), "", ""]],
            (ACROSS * 0.55, ACROSS * 0.05, ACROSS * 0.4),
            lines=False,
            extra=[
                ("LINEABOVE", (0, 1), (0, 1), THIN, black),
                ("LINEABOVE", (2, 1), (2, 1), THIN, black),
            ],
        )
        made += [Spacer(1, 2 * GAP), line]
    return [KeepTogether(made)]


def bound(masthead: Masthead, story: Sequence[Flowable]) -> bytes:
    """The PDF; the same input gives the same bytes."""
    out = io.BytesIO()
    top = _head_height(masthead)
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        title=masthead.edition,
        author=masthead.municipality,
        invariant=1,
    )
    frame = Frame(
        MARGIN,
        MARGIN + 8 * mm,
        ACROSS,
        A4[1] - 2 * MARGIN - 8 * mm - top,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    document.addPageTemplates([PageTemplate(frames=[frame])])
    document.build(list(story), canvasmaker=_numbering(masthead))
    return out.getvalue()


def _head(masthead: Masthead) -> Table:
    cells = [
        [
            words(masthead.municipality, SMALL, bold=True),
            words(masthead.edition, SMALL, align="right"),
        ]
    ]
    below = [("LINEBELOW", (0, 0), (-1, -1), THIN, black)]
    flush = [("LEFTPADDING", (0, 0), (0, 0), 0), ("RIGHTPADDING", (-1, 0), (-1, 0), 0)]
    return grid(cells, (ACROSS * 0.45, ACROSS * 0.55), lines=False, extra=[*below, *flush])


def _head_height(masthead: Masthead) -> float:
    _, height = _head(masthead).wrap(ACROSS, A4[1])
    return float(height + GAP)


def _numbering(masthead: Masthead) -> type[Canvas]:
    """A canvas that knows the number of pages when it draws their heads and feet."""

    class Numbering(Canvas):  # type: ignore[misc]  # reportlab has no types
        def __init__(self, *args: Any, **more: Any) -> None:
            super().__init__(*args, **{**more, "initialFontName": main_face()})
            self._pages: list[dict[str, Any]] = []

        def showPage(self) -> None:
            self._pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, page in enumerate(self._pages, 1):
                self.__dict__.update(page)
                _frame_page(self, masthead, number, len(self._pages))
                Canvas.showPage(self)
            Canvas.save(self)

    return Numbering


def _frame_page(canvas: Canvas, masthead: Masthead, number: int, pages: int) -> None:
    head = _head(masthead)
    _, height = head.wrapOn(canvas, ACROSS, A4[1])
    head.drawOn(canvas, MARGIN, A4[1] - MARGIN - height)
    page = masthead.page.replace("{page}", str(number)).replace("{pages}", str(pages))
    for text, align in ((masthead.foot, "left"), (page, "right")):
        line = words(text, SMALL, align=align)
        line.wrapOn(canvas, ACROSS, MARGIN)
        line.drawOn(canvas, MARGIN, MARGIN - 4 * mm)
