"""Numbers of a printed list, typed and read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.civic.ranges import NoNumbers, read, told


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("12", [12]),
        ("12 15 20-23", [12, 15, 20, 21, 22, 23]),
        ("3, 1;2\n2", [1, 2, 3]),
        ("7 – 9", [7, 8, 9]),
    ],
)
def test_numbers_and_ranges_are_read(said, means):
    assert read(said) == means


@pytest.mark.parametrize("said", ["", "x", "5-3", "0", "1-9999", "1 2 b", "4-", "1--2"])
def test_what_is_no_row_of_numbers_is_refused(said):
    with pytest.raises(NoNumbers):
        read(said)


def test_runs_are_told_short():
    assert told([12, 15, 20, 21, 22, 30, 31]) == "12, 15, 20–22, 30, 31"


@given(st.sets(st.integers(1, 400), min_size=1))
def test_what_is_told_reads_the_same(numbers):
    assert read(told(numbers)) == sorted(numbers)
