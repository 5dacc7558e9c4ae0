"""Numbers that people gave: what is told of them, and that it tells of nobody."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate, combinations
from math import ceil, gcd
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.civic.hiding import SMALLEST
from bot.civic.spread import QUARTERS, Spread, spread
from bot.civic.stretches import MOST, Stretch, stretches

VALUES = (0, 1, 2, 3)
Fit = tuple[int, ...]


def names(numbers):
    return {str(stretch): n for stretch, n in stretches(Counter(numbers)).items()}


def test_stretches_are_of_equal_width_and_open_where_few_lie_far_out():
    chance = Random(1)
    found = names([*(chance.randint(14, 64) for _ in range(300)), 90, 99, 99, 8])
    assert list(found) == [
        "..19",
        *(f"{low}..{low + 4}" for low in range(20, 60, 5)),
        "60..",
    ]
    assert sum(found.values()) == 304


def test_few_different_numbers_have_a_stretch_each():
    found = names([0] * 9 + [1] * 20 + [2] * 8 + [4] * 6)
    assert found == {"0": 9, "1": 20, "2": 8, "3": 0, "4": 6}


def test_numbers_that_are_not_whole_leave_their_ends_out():
    found = names(Fraction(n, 10) for n in range(10, 60))
    assert list(found)[:2] == ["1..<1.5", "1.5..<2"] and list(found)[-1] == "5.5..<6"
    assert set(found.values()) == {5}


def test_everybody_with_the_same_number_is_one_stretch():
    assert names([3] * 7) == {"3": 7}


def test_where_only_one_stretch_would_be_left_there_is_none():
    assert names([-1] * 3 + [1] * 4) == {}


@pytest.mark.parametrize("name", ["10..19", "7", "..9", "60..", "1.5..<2", "-5..-1", "..<2.5", ""])
def test_a_stretch_is_read_as_it_was_written(name):
    assert str(Stretch.read(name)) == name


@given(st.lists(st.integers(-50, 2000), min_size=SMALLEST, max_size=300))
def test_no_stretch_tells_of_a_few(numbers):
    found = stretches(Counter(numbers))
    assert len(found) <= MOST
    assert not found or sum(found.values()) == len(numbers)
    assert all(n == 0 or n >= SMALLEST for n in found.values())
    for stretch, n in found.items():
        assert n == sum(number in stretch for number in numbers)


def test_quarters_are_answers_that_five_people_did_not_exceed():
    found = spread(Counter(range(1, 21)))
    assert (found.lower, found.middle, found.upper) == (5, 10, 15)
    few = spread(Counter(range(1, 13)))
    assert (few.lower, few.middle, few.upper) == (None, 6, None)
    assert spread(Counter(range(1, 9))).middle is None


def test_a_mean_of_many_is_told_to_a_tenth_and_of_few_to_a_whole():
    assert spread(Counter([1] * 40 + [2] * 60)).mean == Fraction(8, 5)
    assert spread(Counter([10, 20, 20, 30, 30, 70])).mean == 30
    assert spread(Counter([Fraction(5, 2)] * 9)).mean == Fraction(5, 2)


@pytest.mark.parametrize("people", [5, 6, 8, 9, 10, 12, 17])
def test_no_number_of_a_few_follows_from_all_that_is_told(people):
    """Of all answers that fit what is told, no numbers side by side always have 1 to 4 people."""
    every = list(_ways(people, len(VALUES)))
    for fit in every:
        found = spread(_numbers(fit))
        rough = _rough(fit, found.mean)
        fits = [other for other in every if _agrees(other, found, rough)]
        assert fit in fits
        for low, high in combinations(range(len(VALUES) + 1), 2):
            counts = {sum(other[low:high]) for other in fits}
            assert len(counts) > 1 or not 0 < min(counts) < SMALLEST, (found, low, high)


def _ways(people: int, places: int) -> Iterator[Fit]:
    """Every way to spread people over places."""
    if places == 1:
        yield (people,)
        return
    for first in range(people + 1):
        yield from ((first, *rest) for rest in _ways(people - first, places - 1))


def _numbers(fit: Fit) -> dict[int | Fraction, int]:
    return {value: n for value, n in zip(VALUES, fit, strict=True) if n}


def _mean(fit: Fit) -> Fraction:
    return Fraction(sum(value * n for value, n in zip(VALUES, fit, strict=True)), sum(fit))


def _rough(fit: Fit, mean: int | Fraction | None) -> Fraction:
    """What a reader takes a mean to be rounded by."""
    step = gcd(*(value for value, n in zip(VALUES, fit, strict=True) if n)) or 1
    return Fraction(step, 20 if mean is None or mean % step else 2)


def _agrees(fit: Fit, found: Spread, rough: Fraction) -> bool:
    """Whether these answers could be behind what is told, with a mean that is so rough."""
    for stretch, n in found.stretches.items():
        if n != sum(k for value, k in zip(VALUES, fit, strict=True) if value in stretch):
            return False
    told = zip(QUARTERS, (found.lower, found.middle, found.upper), strict=True)
    if any(value is not None and value != _quarter(fit, part) for part, value in told):
        return False
    return found.mean is None or abs(_mean(fit) - found.mean) <= rough


def _quarter(fit: Fit, part: Fraction) -> int:
    upto = zip(VALUES, accumulate(fit), strict=True)
    return next(value for value, n in upto if n >= ceil(part * sum(fit)))
