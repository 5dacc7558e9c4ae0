"""Working days in Georgia: what is promised in working days falls due on one."""

from datetime import date, timedelta

FIXED = frozenset(
    {
        (1, 1), (1, 2), (1, 7), (1, 19), (3, 3), (3, 8), (4, 9), (5, 9), (5, 12), (5, 17),
        (5, 26), (8, 28), (10, 14), (11, 23),
    }
)  # fmt: skip
"""Public holidays by the Labour Code, as (month, day)."""

DAY = timedelta(days=1)


def add_working_days(start: date, count: int) -> date:
    """The day that is so many working days after the start."""
    day = start
    while count:
        day += DAY
        count -= is_working(day)
    return day


def is_working(day: date) -> bool:
    """Monday to Friday, unless it is a public holiday."""
    return day.weekday() < 5 and (day.month, day.day) not in FIXED and not _in_easter(day)


def _in_easter(day: date) -> bool:
    """From Good Friday to the Monday after Easter."""
    return easter(day.year) - 2 * DAY <= day <= easter(day.year) + DAY


def easter(year: int) -> date:
    """Orthodox Easter (Meeus's Julian algorithm), for years from 1900 to 2099."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)
