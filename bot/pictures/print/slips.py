"""Single-use voter codes to cut out, six to a page."""

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from bot.pictures.print.figures import QrCode
from bot.pictures.print.paper import ACROSS, BODY, SMALL, THIN, bound, grid, words
from bot.pictures.print.papers import Masthead, Slip, Slips

CODE = 21  # points: a code of twelve letters in one line of half a page
SQUARE = 27 * mm
ROWS = 30  # of ten pages: one long table would be copied at each of its pages
DASHES = (4, 3)


def slips(masthead: Masthead, sheet: Slips) -> bytes:
    """A PDF with dashed lines to cut along."""
    cells: list[list[Flowable] | str] = [_slip(slip, sheet) for slip in sheet.slips]
    if len(cells) % 2:
        cells.append("")
    rows = [cells[at : at + 2] for at in range(0, len(cells), 2)]
    dashed = [
        (line, (0, 0), (-1, -1), THIN, black, None, DASHES)
        for line in ("LINEABOVE", "LINEBELOW", "LINEBEFORE", "LINEAFTER")
    ]
    tables = [
        grid(rows[at : at + ROWS], (ACROSS / 2, ACROSS / 2), lines=False, extra=dashed)
        for at in range(0, len(rows), ROWS)
    ]
    return bound(masthead, tables)


def _slip(slip: Slip, sheet: Slips) -> list[Flowable]:
    inner = ACROSS / 2 - 4 * mm
    top = [words(slip.serial, BODY, bold=True), words(slip.area, SMALL)]
    head = grid(
        [[top, QrCode(sheet.link, SQUARE) if sheet.link else ""]],
        (inner - SQUARE, SQUARE),
        lines=False,
        extra=[("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0)],
    )
    code = words(slip.code, CODE, bold=True, align="center")
    steps = [words(f"{place}. {line}", SMALL) for place, line in enumerate(sheet.how, 1)]
    return [head, code, *steps]
