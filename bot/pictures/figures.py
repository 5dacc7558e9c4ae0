"""What a chart shows, as data."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, its length, what is written at its end ("312 ხმა · 28 %").

    A `value` of None draws none; a `strong` one stands out.
    """

    label: str
    value: float | None
    shown: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Ruler:
    """Where the quarters of people lie along bars of numbers, in bars from the upper edge.

    `half` and `inner` say in words what the middle and the two quarters around it are.
    """

    lower: float
    middle: float
    upper: float
    half: str
    inner: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars under a title; `footer` tells the source and n.

    Where they need several pictures, "{page}" and "{pages}" in `page` are numbered.
    """

    title: str
    bars: Sequence[Bar]
    footer: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bars of numbers, in one picture: short labels, and a ruler if the quarters are told."""

    title: str
    bars: Sequence[Bar]
    footer: str
    ruler: Ruler | None = None
