"""People by how large a number they gave: stretches of equal width, each of five people or nobody.

The last ones are open where few lie far out, so that nobody's own number shows.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from math import ceil

from bot.civic.amounts import Amount, decimal, exact
from bot.civic.hiding import SMALLEST

MOST = 10  # stretches
TAIL = Fraction(1, 20)  # of the people, at least, are at each end
NICE = (1, 2, 5)  # widths, times a power of ten

Numbers = Mapping[Amount, int]
"""How many people gave each number."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `low` to `high`, that one too unless it is `below` it; None where an end is open."""

    low: Amount | None
    high: Amount | None
    below: bool = False

    def __str__(self) -> str:
        """ "10..19", "7", "..9", "60..", "1.5..<2"."""
        if self.low == self.high:
            return "" if self.low is None else decimal(self.low)
        low, high = ("" if end is None else decimal(end) for end in (self.low, self.high))
        return f"{low}..{'<' if self.below and high else ''}{high}"

    def __contains__(self, number: Amount | float) -> bool:
        if self.low is not None and number < self.low:
            return False
        return self.high is None or number < self.high or (number == self.high and not self.below)

    @classmethod
    def read(cls, name: str) -> "Stretch":
        """What `str` has written."""
        low, dots, high = name.partition("..")
        end = high.removeprefix("<") if dots else low
        return cls(_end_of(low), _end_of(end), below=high != end and bool(dots))


def _end_of(text: str) -> Amount | None:
    return exact(text) if text else None


def stretches(numbers: Numbers) -> dict[Stretch, int]:
    """People by stretch, in order, as narrow as will do; nothing where only one would be left."""
    whole = all(isinstance(number, int) for number in numbers)
    across = max(numbers) - min(numbers)
    for width in _widths(numbers, whole):
        people = Counter[int]()
        for number, n in numbers.items():
            people[int(number // width)] += n
        if found := _taken_together(people):
            return {_stretch(place, width, whole): n for place, n in found.items()}
        if width > across:
            break
    return {}


def _widths(numbers: Numbers, whole: bool) -> Iterator[Amount]:
    """From the narrowest that could be few enough."""
    inner = sorted(Counter(numbers).elements())
    cut = int(len(inner) * TAIL)
    least = Fraction(inner[-1 - cut] - inner[cut]) / MOST
    ten = Fraction(1)
    while ten > least > 0 and not whole:
        ten /= 10
    while True:
        yield from (exact(nice * ten) for nice in NICE if nice * ten >= least)
        ten *= 10


Place = tuple[int | None, int | None]
"""The first and the last of the widths that are taken together; None where an end is open."""


def _taken_together(people: Counter[int]) -> dict[Place, int]:
    """People by place with few at no end; nothing if there are few, or too many, in between."""
    places = sorted(people)
    if len(places) == 1:
        return {(places[0], places[0]): people.total()}
    few = max(SMALLEST, ceil(TAIL * people.total()))
    low, high = _end(people, places, few), _end(people, places[::-1], few)
    inside = range(low + 1, high)
    if low >= high or len(inside) + 2 > MOST or any(0 < people[at] < SMALLEST for at in inside):
        return {}
    begin: Place = (low if low == places[0] else None, low)
    end: Place = (high, high if high == places[-1] else None)
    return {
        begin: sum(people[at] for at in places if at <= low),
        **{(at, at): people[at] for at in inside},
        end: sum(people[at] for at in places if at >= high),
    }


def _end(people: Counter[int], places: Sequence[int], few: int) -> int:
    """The place up to which there are enough people."""
    upto = accumulate(people[at] for at in places)
    return next(at for at, n in zip(places, upto, strict=True) if n >= few)


def _stretch(place: Place, width: Amount, whole: bool) -> Stretch:
    low = None if place[0] is None else exact(place[0] * width)
    high = None if place[1] is None else exact((place[1] + 1) * width - (1 if whole else 0))
    return Stretch(low, high, not whole)
