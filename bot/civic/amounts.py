"""Exact money and points.  Floats are never counted with: a rounding error would decide ties."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

Amount = int | Fraction

# No exponents: "1e999999999" would be computed to its last digit.
NUMBER = re.compile(r"[+-]?[0-9]{1,30}(\.[0-9]{1,30})?")


def exact(value: str | Amount) -> Amount:
    """A number without rounding, an int where it is whole: "12.50" is 25/2.

    Raises ValueError for a text that is no plain number.
    """
    if isinstance(value, str) and not NUMBER.fullmatch(value):
        raise ValueError(f"not a number: {value!r}")
    number = Fraction(value)
    return number.numerator if number.denominator == 1 else number


def decimal(amount: Amount) -> str:
    """The number with a dot and no more digits than it needs.  Raises ValueError for 1/3."""
    number = Decimal(amount.numerator) / amount.denominator
    if number != amount:
        raise ValueError(f"{amount} has no end as a decimal number")
    return f"{number:f}"


def to_data(value: Any) -> Any:
    """A value as JSON holds it; a fraction becomes {"ratio": "25/2"}."""
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else {"ratio": str(value)}
    if isinstance(value, tuple):
        return [to_data(item) for item in value]
    return value


def from_data(value: Any) -> Any:
    """The inverse of to_data."""
    if isinstance(value, dict):
        return Fraction(value["ratio"])
    if isinstance(value, list):
        return tuple(from_data(item) for item in value)
    return value
