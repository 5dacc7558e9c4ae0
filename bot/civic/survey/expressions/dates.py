"""Dates and times in expressions: those of the local clock, whatever offset is written behind.

All moments of one survey come from one zone, so that differences are what people would count.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

DATE = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?(?:Z|[+-]\d{2}:?\d{2})?)?",
    re.ASCII,
)
BEGINS = re.compile(r"\d{4}-\d{1,2}-\d{1,2}(?!\d)", re.ASCII)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAY = 86_400_000  # milliseconds

# As in ODK, names of months and weekdays are the short English ones.
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
FORMATS: dict[str, Callable[[datetime], str]] = {
    "Y": lambda d: f"{d.year:04}",
    "y": lambda d: f"{d.year % 100:02}",
    "m": lambda d: f"{d.month:02}",
    "n": lambda d: f"{d.month}",
    "b": lambda d: MONTHS[d.month - 1],
    "d": lambda d: f"{d.day:02}",
    "e": lambda d: f"{d.day}",
    "H": lambda d: f"{d.hour:02}",
    "h": lambda d: f"{d.hour}",
    "M": lambda d: f"{d.minute:02}",
    "S": lambda d: f"{d.second:02}",
    "3": lambda d: f"{d.microsecond // 1000:03}",
    "a": lambda d: WEEKDAYS[d.weekday()],
    "%": lambda d: "%",
}


def looks_like_date(text: str) -> bool:
    return len(text) > 7 and BEGINS.match(text) is not None


def parse(text: str) -> datetime | None:
    """A date ("2026-11-28"), or one with a time, as the local clock showed it; else None."""
    match = DATE.fullmatch(text) if len(text) > 7 else None
    if match is None:
        return None
    *parts, fraction = match.groups(default="")
    year, month, day, hour, minute, second = (int(part or 0) for part in parts)
    try:
        moment = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
    return moment.replace(microsecond=int(fraction.ljust(6, "0")) if fraction else 0)


def days(moment: datetime) -> float:
    """Days of the local clock since 1970-01-01, with the part of the day."""
    return (moment.replace(tzinfo=UTC) - EPOCH) // timedelta(milliseconds=1) / DAY


def from_days(count: float) -> datetime | None:
    """The inverse of `days`; None outside of the calendar."""
    try:
        return EPOCH + timedelta(milliseconds=int(count * DAY))
    except (OverflowError, ValueError):
        return None


def written(moment: datetime) -> str:
    """The date alone at midnight, else with time and offset, as ODK writes it."""
    if moment.time() == moment.min.time():
        return moment.date().isoformat()
    return moment.isoformat(timespec="milliseconds")


def unknown_format(format: str) -> str | None:
    """The first code that `formatted` does not know, or None."""
    codes = re.findall(r"%(.?)", format, re.DOTALL)
    return next((f"%{code}" for code in codes if code not in FORMATS), None)


def formatted(moment: datetime, format: str) -> str:
    """By ODK's codes ("%d.%m.%Y"); unknown ones are left as they stand."""

    def put(match: re.Match[str]) -> str:
        write = FORMATS.get(match[1])
        return write(moment) if write else match[0]

    return re.sub(r"%(.)", put, format, flags=re.DOTALL)
