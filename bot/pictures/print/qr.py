"""A QR code as a drawing, sharp at any size."""

import segno
from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib.colors import black

from bot.pictures.qr import QUIET


def qr_drawing(content: str, side: float) -> Drawing:
    """A square of `side` points with the white rim that cameras need."""
    code = segno.make(content, error="m", micro=False, boost_error=False)
    rows = [list(row) for row in code.matrix_iter(border=QUIET)]
    module = side / len(rows)
    drawing = Drawing(side, side)
    for down, row in enumerate(rows, 1):
        for across, dark in enumerate(row):
            if dark:
                place = (across * module, side - down * module)
                drawing.add(Rect(*place, module, module, fillColor=black, strokeWidth=0))
    return drawing
