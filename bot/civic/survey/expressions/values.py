"""The values of expressions, and how XPath turns one kind into another.

Numbers are finite or NaN: what has no finite result, such as a division by zero, is NaN.
"""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from decimal import Decimal
from math import isfinite, isnan, nan

from bot.civic.survey.expressions.dates import days, looks_like_date, parse, written

Value = str | float | bool | datetime | tuple[str, ...]
"""An answer is a text; answers of all instances of a repeat are a tuple of texts."""

NUMBER = re.compile(r"-?([0-9]{1,300}(\.[0-9]*)?|\.[0-9]+)")


def text(value: Value) -> str:
    """Whole numbers without a point, other numbers with all digits and no exponent."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return value[0] if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return written(value)
    return _digits(value)


def _digits(number: float) -> str:
    if isnan(number):
        return "NaN"
    if number == int(number):
        return str(int(number))
    return f"{Decimal(repr(number)):f}"


def number(value: Value) -> float:
    """NaN for what is no number; a date is its days since 1970-01-01."""
    if isinstance(value, bool):
        return float(value)
    if isinstance(value, float):
        return value
    if isinstance(value, datetime):
        return days(value)
    return _read(text(value).strip())


def _read(said: str) -> float:
    if NUMBER.fullmatch(said):
        return finite(float(said))
    moment = parse(said)
    return nan if moment is None else days(moment)


def finite(number: float) -> float:
    return number if isfinite(number) else nan


def truth(value: Value) -> bool:
    """A text is true if it is not empty, a number if it is neither 0 nor NaN."""
    if isinstance(value, float):
        return value != 0 and not isnan(value)
    if isinstance(value, datetime):
        return True
    return bool(text(value)) if isinstance(value, tuple) else bool(value)


def items(values: Iterable[Value]) -> list[Value]:
    """The values, each instance of a repeat for itself."""
    found: list[Value] = []
    for value in values:
        found.extend(value) if isinstance(value, tuple) else found.append(value)
    return found


def same(left: Value, right: Value) -> bool:
    """The `=` of XPath: as booleans, else as numbers, else as texts; dates as dates."""
    if isinstance(left, bool) or isinstance(right, bool):
        return truth(left) == truth(right)
    if isinstance(left, (float, datetime)) or isinstance(right, (float, datetime)):
        return number(left) == number(right)
    one, other = text(left), text(right)
    if looks_like_date(one) and looks_like_date(other):
        return number(one) == number(other)
    return one == other


def differs(left: Value, right: Value) -> bool:
    return not same(left, right)


def any_pair(holds: Callable[[Value, Value], bool]) -> Callable[[Value, Value], bool]:
    """A comparison that is true if it is so for one instance of a repeat."""

    def found(left: Value, right: Value) -> bool:
        if not isinstance(left, tuple) and not isinstance(right, tuple):
            return holds(left, right)
        return any(holds(one, other) for one in items([left]) for other in items([right]))

    return found
