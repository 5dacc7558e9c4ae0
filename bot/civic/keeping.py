"""How long a citizen's data is kept after their last day with us: whole months of the calendar."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MONTHS = 18  # unless the municipality says otherwise: a yearly round, and half a year to come back
NOTICE = timedelta(days=30)
"""How long before their data is deleted people are told, at least."""


def ends(kept_from: date, months: int) -> date:
    """The day on which the term is over; the last of a shorter month for a day it has not."""
    year, month = _shifted(kept_from, months)
    return date(year, month, min(kept_from.day, monthrange(year, month)[1]))


def last_start(day: date, months: int) -> date:
    """The latest day from which a term is over by `day`."""
    year, month = _shifted(day, -months)
    last = monthrange(year, month)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month, last if is_last else min(day.day, last))


def next_day(now: datetime, at: time, zone: ZoneInfo) -> datetime:
    """This hour of today or else of tomorrow, on the wall; in the local zone."""
    day = now.astimezone(zone).date()
    morning = datetime.combine(day, at, zone)
    return morning if morning > now else datetime.combine(day + timedelta(days=1), at, zone)


def _shifted(day: date, months: int) -> tuple[int, int]:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month + 1
