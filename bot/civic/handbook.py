"""Calculators of the handbook: how many signatures, and the last day of a term."""

from calendar import monthrange
from datetime import date, timedelta

from bot.civic.workdays import add_working_days, is_working

PETITION, CALLING = 1, 5
"""Per cent of the registered voters: to submit a petition, to call a settlement's assembly."""

REPORTS = (11, 1)
"""Month and day by which a mayor and the members of a council have reported."""

DAY = timedelta(days=1)
INFORMATION = timedelta(days=10)
DATA = 10  # working days


def at_least(percent: int, voters: int) -> int:
    """The smallest number of people who are this part of the voters; one at least."""
    return max(1, -(-voters * percent // 100))


def month_later(start: date) -> date:
    """The same day of the next month; its last one where there is no such day."""
    year, month = (start.year + 1, 1) if start.month == 12 else (start.year, start.month + 1)
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def last_day(term: str, start: date) -> date:
    """The last day of what begins on this one: "information", "data", or a month for the rest."""
    if term == "information":
        return start + INFORMATION
    return add_working_days(start, DATA) if term == "data" else month_later(start)


def working_day(day: date) -> date:
    """This day, or the first working one after it."""
    while not is_working(day):
        day += DAY
    return day


def reports_by(today: date) -> date:
    """The next day by which everybody must have reported."""
    this_year = date(today.year, *REPORTS)
    return this_year if today <= this_year else date(today.year + 1, *REPORTS)
