"""A calendar of Georgia told in other words than the code tells it, for comparing.

Easter comes from the table of full moons that the Julian calendar repeats every nineteen years.
"""

from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
HOLIDAYS = """
    01.01 02.01 07.01 19.01 03.03 08.03 09.04 09.05 12.05 17.05 26.05 28.08 14.10 23.11
"""
MOONS = """
    05.04 25.03 13.04 02.04 22.03 10.04 30.03 18.04 07.04 27.03 15.04 04.04 24.03 12.04 01.04
    21.03 09.04 29.03 17.04
"""
"""By the golden number, from 1: the Julian date of the full moon before Easter."""

JULIAN = 13 * DAY  # behind, from 1900 to 2099


def easter_sunday(year: int) -> date:
    day, month = map(int, MOONS.split()[year % 19].split("."))
    at = date(year, month, day) + JULIAN + DAY  # a full moon on a Sunday is a week too early
    while f"{at:%a}" != "Sun":
        at += DAY
    return at


def works(day: date, free: Collection[date] = ()) -> bool:
    sunday = easter_sunday(day.year)
    easter = [sunday - 2 * DAY, sunday - DAY, sunday, sunday + DAY]
    weekend = f"{day:%a}" in ("Sat", "Sun")
    return not (weekend or f"{day:%d.%m}" in HOLIDAYS or day in easter or day in free)


def working_days(after: date, free: Collection[date] = ()) -> Iterator[date]:
    """The first working day after this one, the second, and so on."""
    day = after
    while True:
        day += DAY
        if works(day, free):
            yield day


def at(day: date, hour: int, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(hour), zone)
