"""A sheet to draw on, in pixels from the upper left corner."""

import io
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, Polygon
from PIL import Image

from bot.pictures.fonts import face, printable

DPI = 72  # one point is one pixel
COLOURS = 64  # of the palette: a third of the bytes, and no difference to be seen
ELLIPSIS = "…"


@cache
def _ruler() -> Any:
    untyped: Any = RendererAgg
    return untyped(1, 1, DPI)


@lru_cache(maxsize=4096)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """Pixels that the text takes."""
    across, _, _ = _ruler().get_text_width_height_descent(text, face(size, bold=bold), ismath=False)
    return float(across)


def wrap(text: str, size: float, room: float, most: int, *, bold: bool = False) -> list[str]:
    """The printable text in at most so many lines, cut with an ellipsis where it is longer."""
    lines = [""]
    for word in printable(text).split():
        for piece in _pieces(word, size, room, bold):
            longer = f"{lines[-1]} {piece}".strip()
            if width(longer, size, bold=bold) <= room:
                lines[-1] = longer
            else:
                lines.append(piece)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], _cut(lines[most - 1], size, room, bold)]


def _pieces(word: str, size: float, room: float, bold: bool) -> list[str]:
    """The word, in parts where it is wider than the room."""
    if width(word, size, bold=bold) <= room:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _cut(line: str, size: float, room: float, bold: bool) -> str:
    while line and width(line + ELLIPSIS, size, bold=bold) > room:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS


def shade(light: str, dark: str, part: float) -> str:
    """A colour that is so far, 0 to 1, on the way from one to another."""
    ends = zip(bytes.fromhex(light[1:]), bytes.fromhex(dark[1:]), strict=True)
    return "#" + bytes(round(a + (b - a) * part) for a, b in ends).hex()


class Sheet:
    """One picture.  Every text is printed as it is: `$` starts no formula."""

    def __init__(self, across: float, down: float, colour: str) -> None:
        self.figure = Figure(figsize=(across / DPI, down / DPI), dpi=DPI, facecolor=colour)
        self.canvas: Any = FigureCanvasAgg(self.figure)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set_xlim(0, across)
        self.axes.set_ylim(down, 0)

    def text(
        self, place: tuple[float, float], text: str, size: float, colour: str, *, bold: bool = False
    ) -> None:
        """One line; `place` is the left end of its baseline."""
        self.axes.text(
            *place, text, font=face(size, bold=bold), color=colour, va="baseline", parse_math=False
        )

    def box(
        self, place: tuple[float, float], across: float, down: float, colour: str, radius: float = 0
    ) -> None:
        """A filled box with round corners; `place` is its upper left one."""
        style = f"round,pad=0,rounding_size={min(radius, across / 2, down / 2)}"
        if radius == 0:
            style = "square,pad=0"
        box = FancyBboxPatch(place, across, down, style, linewidth=0, facecolor=colour)
        self.axes.add_patch(box)

    def shape(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """A filled shape with these corners."""
        self.axes.add_patch(Polygon(points, linewidth=0, facecolor=colour))

    def dot(self, centre: tuple[float, float], across: float, colour: str) -> None:
        """A filled circle."""
        self.axes.add_patch(Circle(centre, across / 2, linewidth=0, facecolor=colour))

    def png(self, down: float = 0) -> bytes:
        """The picture, in a small palette; only so many pixels from above, if that is said."""
        self.canvas.draw()
        size = self.canvas.get_width_height()
        picture = Image.frombuffer("RGBA", size, self.canvas.buffer_rgba()).convert("RGB")
        if down:
            picture = picture.crop((0, 0, size[0], round(down)))
        out = io.BytesIO()
        picture.quantize(COLOURS, dither=Image.Dither.NONE).save(out, format="png")
        return out.getvalue()
