"""What is drawn rather than written: a box to mark, a QR code."""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from itertools import groupby

import segno
from reportlab.platypus import Flowable

from bot.pictures.print.paper import THICK, THIN
from bot.pictures.qr import QUIET

Runs = tuple[tuple[int, int, int], ...]
"""(row from below, first column, how many) of neighbouring dark modules."""


class Box(Flowable):  # type: ignore[misc]  # reportlab has no types
    """An empty square of `side` points."""

    def __init__(self, side: float) -> None:
        super().__init__()
        self.width = self.height = side

    def draw(self) -> None:
        self.canv.setLineWidth(THICK)
        self.canv.rect(0, 0, self.width, self.height)


class Meter(Flowable):  # type: ignore[misc]
    """A bar as long as its share, in a frame; a copy of a copy still shows it."""

    def __init__(self, share: float, width: float, height: float) -> None:
        super().__init__()
        self.width, self.height = width, height
        self._share = share

    def draw(self) -> None:
        self.canv.setLineWidth(THIN)
        self.canv.rect(0, 0, self.width, self.height)
        self.canv.setFillGray(0.25)
        self.canv.rect(0, 0, self.width * self._share, self.height, fill=1, stroke=0)


class QrCode(Flowable):  # type: ignore[misc]
    """A code with the white rim that cameras need, sharp at any size."""

    def __init__(self, content: str, side: float) -> None:
        super().__init__()
        self.width = self.height = side
        self._content = content

    def draw(self) -> None:
        """Drawn once in a document and shown wherever it stands."""
        name = f"qr-{sha256(f'{self._content} {self.width}'.encode()).hexdigest()[:12]}"
        if not self.canv.hasForm(name):
            self.canv.beginForm(name)
            self._modules()
            self.canv.endForm()
        self.canv.doForm(name)

    def _modules(self) -> None:
        across, runs = _runs(self._content)
        module = self.width / across
        path = self.canv.beginPath()
        for row, column, count in runs:
            path.rect(column * module, row * module, count * module, module)
        self.canv.drawPath(path, fill=1, stroke=0)


@lru_cache(maxsize=16)
def _runs(content: str) -> tuple[int, Runs]:
    """How many modules a side has, and where they are dark."""
    code = segno.make(content, error="m", micro=False, boost_error=False)
    rows = [list(row) for row in code.matrix_iter(border=QUIET)]
    return len(rows), tuple(_dark(rows))


def _dark(rows: list[list[int]]) -> Iterator[tuple[int, int, int]]:
    for row, modules in enumerate(reversed(rows)):
        column = 0
        for dark, run in groupby(modules):
            count = len(list(run))
            if dark:
                yield row, column, count
            column += count
