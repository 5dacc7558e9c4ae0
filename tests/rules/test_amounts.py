"""Exact numbers."""

import json
from fractions import Fraction

import pytest

from bot.civic.amounts import decimal, exact, from_data, to_data


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("12.50", Fraction(25, 2)), ("-3", -3), ("0.10", Fraction(1, 10)), ("007", 7)],
)
def test_texts_are_read_exactly(text, number):
    assert exact(text) == number


def test_whole_numbers_are_ints():
    assert type(exact("12.00")) is int
    assert type(exact(Fraction(4, 2))) is int


@pytest.mark.parametrize("text", ["", "12,5", "1e9", "1/3", "1_000", "nan", " 1", "٣", "9" * 99])
def test_other_texts_are_refused(text):
    with pytest.raises(ValueError, match="not a number"):
        exact(text)


@pytest.mark.parametrize("value", [7, Fraction(1, 3), ("a", "b"), (("a", Fraction(1, 2)),), "x"])
def test_values_survive_json(value):
    assert from_data(json.loads(json.dumps(to_data(value)))) == value


def test_decimals_have_no_more_digits_than_needed():
    assert [decimal(n) for n in (7, Fraction(15, 2), 10**20)] == ["7", "7.5", "1" + "0" * 20]
    with pytest.raises(ValueError, match="no end"):
        decimal(Fraction(1, 3))
