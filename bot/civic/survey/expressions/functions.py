"""The functions that need nothing but their arguments.  The table is the whitelist."""

import math
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from bot.civic.survey.expressions import dates
from bot.civic.survey.expressions.values import Value, finite, items, number, text, truth

MANY = 1_000  # arguments; a text of bounded length has fewer


class Function(NamedTuple):
    """How many arguments it takes, and what it gives for them."""

    least: int
    most: int
    call: Callable[..., Value]


def _calculated(compute: Callable[..., float]) -> Callable[..., Value]:
    """A function of numbers; NaN where it has no finite result."""

    def call(*values: Value) -> Value:
        numbers = [number(value) for value in values]
        if any(map(math.isnan, numbers)):
            return math.nan
        try:
            return finite(float(compute(*numbers)))
        except (ValueError, OverflowError, ZeroDivisionError):
            return math.nan

    return call


def _round(value: float, digits: float = 0.0) -> float:
    """Halves away from zero; negative digits round to tens and hundreds."""
    places = int(digits)
    power = 10.0 ** abs(places)
    scaled = abs(value) * power if places > 0 else abs(value) / power
    whole = float(math.floor(scaled + 0.5))
    return math.copysign(whole / power if places > 0 else whole * power, value)


def _extreme(choose: Callable[[list[float]], float]) -> Callable[..., Value]:
    def call(*values: Value) -> Value:
        numbers = [number(value) for value in items(values)]
        return math.nan if not numbers or any(map(math.isnan, numbers)) else choose(numbers)

    return call


def _said(compute: Callable[..., Value]) -> Callable[..., Value]:
    """A function of texts."""
    return lambda *values: compute(*map(text, values))


def _selected(chosen: Value, option: Value) -> bool:
    return text(option).strip() in text(chosen).split()


def _selected_at(chosen: Value, index: Value) -> str:
    """The choice at a place counted from 0."""
    place, ids = number(index), text(chosen).split()
    if math.isnan(place):
        return ""
    return ids[int(place)] if 0 <= int(place) < len(ids) else ""


def _part(value: Value, start: Value, end: Value | None = None) -> str:
    """Characters from a place counted from 0, up to another; negative ones count from the end."""
    until = None if end is None else _place(end)
    return text(value)[_place(start) : until]


def _place(value: Value) -> int:
    place = number(value)
    return 0 if math.isnan(place) else int(place)


def _before(whole: str, part: str) -> str:
    return whole[: max(whole.find(part), 0)]


def _after(whole: str, part: str) -> str:
    found = whole.find(part)
    return "" if found < 0 else whole[found + len(part) :]


def _translate(whole: str, old: str, new: str) -> str:
    """Each letter of `old` becomes the one at its place in `new`, or goes."""
    table: dict[int, str] = {}
    for place, letter in enumerate(old):
        table.setdefault(ord(letter), new[place : place + 1])
    return whole.translate(table)


def _joined(by: str, values: tuple[Value, ...]) -> str:
    return by.join(text(value) for value in items(values))


def _total(value: Value) -> float:
    return finite(math.fsum(number(item) for item in items([value])))


def _filled(value: Value) -> float:
    return float(sum(item != "" for item in items([value])))


def _within(least: Value, most: Value, found: float) -> bool:
    """Bounds below 0 are none."""
    low, high = number(least), number(most)
    return (low < 0 or found >= low) and (high < 0 or found <= high)


def _checklist(least: Value, most: Value, *values: Value) -> bool:
    return _within(least, most, float(sum(truth(value) for value in items(values))))


def _weighted(least: Value, most: Value, *values: Value) -> bool:
    """Values and their weights in turn; what is no number weighs nothing."""
    pairs = zip(items(values[::2]), items(values[1::2]), strict=False)
    weights = [number(weight) for value, weight in pairs if truth(value)]
    return _within(least, most, sum(weight for weight in weights if not math.isnan(weight)))


def _first(*values: Value) -> str:
    return next((said for value in values if (said := text(value))), "")


def moment(value: Value) -> datetime | None:
    """A text or a number of days as a moment, if it is one."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, bool):
        return None
    if not isinstance(value, float) and (parsed := dates.parse(text(value).strip())):
        return parsed
    return dates.from_days(number(value))


def _decimal_date(value: Value) -> float:
    """A moment, or a number, as days; a text must be a date."""
    if isinstance(value, (float, datetime)):
        return number(value)
    parsed = dates.parse(text(value).strip())
    return math.nan if parsed is None else dates.days(parsed)


def _format_date(value: Value, format: Value) -> str:
    found = moment(value)
    return dates.formatted(found, text(format)) if found else ""


FUNCTIONS = {
    "true": Function(0, 0, lambda: True),
    "false": Function(0, 0, lambda: False),
    "not": Function(1, 1, lambda value: not truth(value)),
    "boolean": Function(1, 1, truth),
    "boolean-from-string": Function(1, 1, lambda value: text(value) in ("1", "true")),
    "number": Function(0, 1, number),
    "int": Function(1, 1, _calculated(math.trunc)),
    "round": Function(1, 2, _calculated(_round)),
    "floor": Function(1, 1, _calculated(math.floor)),
    "ceiling": Function(1, 1, _calculated(math.ceil)),
    "abs": Function(1, 1, _calculated(abs)),
    "pow": Function(2, 2, _calculated(math.pow)),
    "sqrt": Function(1, 1, _calculated(math.sqrt)),
    "exp": Function(1, 1, _calculated(math.exp)),
    "log": Function(1, 1, _calculated(math.log)),
    "log10": Function(1, 1, _calculated(math.log10)),
    "sin": Function(1, 1, _calculated(math.sin)),
    "cos": Function(1, 1, _calculated(math.cos)),
    "tan": Function(1, 1, _calculated(math.tan)),
    "asin": Function(1, 1, _calculated(math.asin)),
    "acos": Function(1, 1, _calculated(math.acos)),
    "atan": Function(1, 1, _calculated(math.atan)),
    "atan2": Function(2, 2, _calculated(math.atan2)),
    "pi": Function(0, 0, lambda: math.pi),
    "min": Function(1, MANY, _extreme(min)),
    "max": Function(1, MANY, _extreme(max)),
    "sum": Function(1, 1, _total),
    "count": Function(1, 1, lambda value: float(len(items([value])))),
    "count-non-empty": Function(1, 1, _filled),
    "selected": Function(2, 2, _selected),
    "selected-at": Function(2, 2, _selected_at),
    "count-selected": Function(1, 1, lambda value: float(len(text(value).split()))),
    "checklist": Function(3, MANY, _checklist),
    "weighted-checklist": Function(4, MANY, _weighted),
    "coalesce": Function(1, MANY, _first),
    "string": Function(0, 1, text),
    "string-length": Function(0, 1, lambda value: float(len(text(value)))),
    "concat": Function(1, MANY, lambda *values: _joined("", values)),
    "join": Function(2, MANY, lambda by, *values: _joined(text(by), values)),
    "substr": Function(2, 3, _part),
    "contains": Function(2, 2, _said(lambda whole, part: part in whole)),
    "starts-with": Function(2, 2, _said(str.startswith)),
    "ends-with": Function(2, 2, _said(str.endswith)),
    "substring-before": Function(2, 2, _said(_before)),
    "substring-after": Function(2, 2, _said(_after)),
    "translate": Function(3, 3, _said(_translate)),
    "normalize-space": Function(0, 1, lambda value: " ".join(text(value).split())),
    "decimal-date-time": Function(1, 1, _decimal_date),
    "format-date": Function(2, 2, _format_date),
    "format-date-time": Function(2, 2, _format_date),
}

OF_CURRENT = {"number", "string", "string-length", "normalize-space"}
"""They look at "." when they are given nothing."""

OTHER_FILES = {"instance", "pulldata", "search", "document"}
