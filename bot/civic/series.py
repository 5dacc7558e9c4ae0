"""Meetings that are held again: their hours on the wall, whatever clocks do in between."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

MOST = 52  # further meetings of one series that are set at once: a year of weeks


def weekly(first: datetime, zone: ZoneInfo, times: int) -> list[datetime]:
    """So many more meetings, each a week after the one before."""
    day = first.astimezone(zone).date()
    return at_dates(first, zone, (day + timedelta(weeks=n) for n in range(1, times + 1)))


def monthly(first: datetime, zone: ZoneInfo, times: int) -> list[datetime]:
    """So many more on the same day of the month; in a month that is too short, on its last."""
    day = first.astimezone(zone).date()
    return at_dates(first, zone, (_months_on(day, n) for n in range(1, times + 1)))


def at_dates(first: datetime, zone: ZoneInfo, days: Iterable[date]) -> list[datetime]:
    """On these days at the local hour of the first; aware, in UTC."""
    hour = first.astimezone(zone).time()
    return [datetime.combine(day, hour, zone).astimezone(UTC) for day in days]


def shifted(moment: datetime, old: datetime, new: datetime, zone: ZoneInfo) -> datetime:
    """`moment` moved by as much on the wall as `old` was to become `new`; aware, in UTC."""
    by = _wall(new, zone) - _wall(old, zone)
    return (_wall(moment, zone) + by).replace(tzinfo=zone).astimezone(UTC)


def _wall(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


def _months_on(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
