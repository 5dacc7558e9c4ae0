"""How people's numbers lie: their quarters, their mean, and how many are in each stretch.

Nothing here tells of fewer than five people.  A quarter is told only if five people said no more
and five no less.  The mean is rounded until the sum of all answers, which it tells, could still be
one of five, or it is left out: with the sum itself a rare answer could be worked out.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from math import ceil, floor, gcd, lcm

from bot.civic.amounts import Amount, exact
from bot.civic.hiding import SMALLEST
from bot.civic.stretches import Numbers, Stretch, stretches

QUARTERS = (Fraction(1, 4), Fraction(1, 2), Fraction(3, 4))
FINEST = Fraction(1, 10)  # what a mean is rounded to; of a step, if the numbers have larger ones


@dataclass(frozen=True, slots=True)
class Spread:
    """What may be told of at least five people's numbers; None what may not.

    A quarter of the people said no more than `lower`, half of them no more than `middle`, three
    quarters no more than `upper`.
    """

    mean: Amount | None
    lower: Amount | None
    middle: Amount | None
    upper: Amount | None
    stretches: Mapping[Stretch, int]


def spread(numbers: Numbers, bands: Mapping[Stretch, int] | None = None) -> Spread:
    """What may be told of the numbers of five people or more; by bands, if these are told."""
    found, quarters = bands or stretches(numbers), _quarters(numbers)
    least, most = _sums(numbers, found, quarters)
    lower, middle, upper = (quarters.get(part) for part in QUARTERS)
    return Spread(_mean(numbers, least, most), lower, middle, upper, found)


def _quarters(numbers: Numbers) -> dict[Fraction, Amount]:
    values = sorted(numbers)
    upto = list(accumulate(numbers[value] for value in values))
    people = upto[-1]
    return {
        part: values[bisect_right(upto, _rank(part, people))]
        for part in QUARTERS
        if SMALLEST - 1 <= _rank(part, people) <= people - SMALLEST
    }


def _rank(part: Fraction, people: int) -> int:
    """Whose answer it is, counted from 0 by size."""
    return ceil(part * people) - 1


def _mean(numbers: Numbers, least: Fraction, most: Fraction) -> Amount | None:
    """As exact as may be told to whoever knows that the sum is between these two."""
    people, grain = sum(numbers.values()), _grain(numbers)
    mean = Fraction(sum(number * n for number, n in numbers.items())) / people
    for step in (max(FINEST * grain, FINEST), max(grain, FINEST)):
        told = floor(mean / step + Fraction(1, 2)) * step
        low, high = (told - step / 2) * people, (told + step / 2) * people
        open_ = min(high, most) - max(low, least)
        if open_ >= min(SMALLEST * grain, most - least):
            return exact(told)
    return None


def _grain(numbers: Numbers) -> Fraction:
    """The largest step that all of them are multiples of."""
    values = [Fraction(number) for number in numbers]
    below = lcm(*(value.denominator for value in values))
    return Fraction(gcd(*(int(value * below) for value in values)) or below, below)


def _sums(
    numbers: Numbers, found: Mapping[Stretch, int], quarters: Mapping[Fraction, Amount]
) -> tuple[Fraction, Fraction]:
    """The least and the largest sum that all else would allow, within what was really said."""
    people = sum(numbers.values())
    lows: list[Amount] = [min(numbers)] * people
    highs: list[Amount] = [max(numbers)] * people
    end = 0
    for stretch, n in found.items():
        begin, end = end, end + n
        if stretch.low is not None:
            lows[begin:end] = _at_least(lows[begin:end], stretch.low)
        if stretch.high is not None:
            highs[begin:end] = _at_most(highs[begin:end], stretch.high)
    for part, value in quarters.items():
        rank = _rank(part, people)
        lows[rank:] = _at_least(lows[rank:], value)
        highs[: rank + 1] = _at_most(highs[: rank + 1], value)
    return Fraction(sum(lows)), Fraction(sum(highs))


def _at_least(ranked: Sequence[Amount], value: Amount) -> list[Amount]:
    return [max(one, value) for one in ranked]


def _at_most(ranked: Sequence[Amount], value: Amount) -> list[Amount]:
    return [min(one, value) for one in ranked]
