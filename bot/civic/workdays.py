"""Working days in Georgia: what is promised in working days falls due on one.

The law's holidays stay where they are when they fall on a weekend.  Days off that the government
declares for one year only are not in the law: a municipality names them, and they are `free`.
"""

from collections.abc import Collection
from datetime import date, timedelta

FIXED = frozenset(
    {
        (1, 1), (1, 2), (1, 7), (1, 19), (3, 3), (3, 8), (4, 9), (5, 9), (5, 12), (5, 17),
        (5, 26), (8, 28), (10, 14), (11, 23),
    }
)  # fmt: skip
"""Public holidays by the Labour Code, as (month, day)."""

DAY = timedelta(days=1)


def add_working_days(start: date, count: int, free: Collection[date] = ()) -> date:
    """The day that is so many working days after the start; after none, the start itself."""
    return _step(start, count, DAY, free)


def working_days_before(end: date, count: int, free: Collection[date] = ()) -> date:
    """The day that is so many working days before the end."""
    return _step(end, count, -DAY, free)


def _step(day: date, count: int, step: timedelta, free: Collection[date]) -> date:
    if count < 0:
        raise ValueError("so many working days cannot pass")
    while count:
        day += step
        count -= is_working(day, free)
    return day


def working_days_between(start: date, end: date, free: Collection[date] = ()) -> int:
    """How many working days come after the start, up to the end: 0 on the same day."""
    return sum(is_working(start + n * DAY, free) for n in range(1, (end - start).days + 1))


def is_working(day: date, free: Collection[date] = ()) -> bool:
    """Monday to Friday, unless it is a public holiday or one of these."""
    if day.weekday() >= 5 or (day.month, day.day) in FIXED:
        return False
    return not _in_easter(day) and day not in free


def _in_easter(day: date) -> bool:
    """From Good Friday to the Monday after Easter."""
    return easter(day.year) - 2 * DAY <= day <= easter(day.year) + DAY


def easter(year: int) -> date:
    """Orthodox Easter (Meeus's Julian algorithm), for years from 1900 to 2099."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)
