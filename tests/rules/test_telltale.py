"""Counts of overlapping audiences never single out a few people."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.civic.telltale import tells

LEAST = 10
ALL = (True, False)


def cells(*groups):
    """Groups of people: how many, and in which audiences."""
    return {tuple(flag == "x" for flag in pattern): people for people, pattern in groups}


TOLD = {
    "a village without one language": cells((40, "xx"), (3, "x-")),
    "a village and a language more": cells((40, "xx"), (3, "-x")),
    "the sum of all villages but one": cells((20, "xx-"), (20, "x-x"), (4, "x--")),
    "two that overlap inside a third": cells((20, "x-x"), (20, "-xx"), (3, "xxx")),
}
QUIET = {
    "the same once more": cells((40, "xx"), (3, "--")),
    "another village": cells((40, "x-"), (20, "-x"), (3, "--")),
    "a village that shares three with a language": cells((40, "x-"), (30, "-x"), (3, "xx")),
    "a small village in two halves": cells((6, "xx"), (6, "-x"), (200, "x-")),
    "fifteen left out": cells((40, "xx"), (15, "x-")),
}


@pytest.mark.parametrize("name", TOLD)
def test_a_difference_of_a_few_is_told(name):
    assert tells(TOLD[name], LEAST)


@pytest.mark.parametrize("name", QUIET)
def test_what_no_sum_brings_out_is_not(name):
    assert not tells(QUIET[name], LEAST)


def test_what_was_known_before_stops_nothing_else():
    known = cells((40, "xx-"), (3, "x--"), (30, "--x"))
    assert not tells(known, LEAST)


PATTERNS = [pattern for pattern in product(ALL, repeat=3) if any(pattern)]


@given(st.lists(st.integers(0, 25), min_size=len(PATTERNS), max_size=len(PATTERNS)))
def test_it_sees_every_sum_and_difference_of_whole_numbers(people):
    """Against trying all multiples from -2 to 2 of three audiences, the last one included."""
    counts = dict(zip(PATTERNS, people, strict=True))
    before = _smallest(counts, last=False)
    if _smallest(counts, last=True) and not before:
        assert tells(counts, LEAST)


def _smallest(counts, *, last):
    """Whether some multiples speak of a few people only."""
    weights = range(-2, 3)
    for a, b, c in product(weights, weights, weights if last else (0,)):
        said = [n for p, n in counts.items() if n and a * p[0] + b * p[1] + c * p[2]]
        if said and sum(said) < LEAST:
            return True
    return False


@given(st.lists(st.integers(10, 40), min_size=len(PATTERNS), max_size=len(PATTERNS)))
def test_where_every_part_is_large_nothing_is_refused(people):
    assert not tells(dict(zip(PATTERNS, people, strict=True)), LEAST)
