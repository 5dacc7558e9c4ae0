"""Hours of the day that matter to people: when to be quiet, when to remind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

DAY_MINUTES = 24 * 60
USUAL = (DAY_MINUTES, 2 * 60)
"""Minutes before an appointment: a day and two hours."""

WEEKEND = (5, 6)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The part of the day in which a municipality sends nothing that was not asked for."""

    start: time
    end: time

    def postpone(self, moment: datetime, zone: ZoneInfo) -> datetime:
        """`moment`, or the end of the quiet hours it falls into; aware, in UTC."""
        local = moment.astimezone(zone)
        if not self._covers(local.time()):
            return moment
        day = local.date()
        if self.start > self.end and local.time() >= self.start:
            day += timedelta(days=1)
        return datetime.combine(day, self.end, zone).astimezone(UTC)

    def _covers(self, at: time) -> bool:
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


def next_morning(now: datetime, at: time, zone: ZoneInfo) -> datetime:
    """This hour of the next working day, in local time; aware, in UTC."""
    day = now.astimezone(zone).date()
    while (morning := datetime.combine(day, at, zone)) <= now or day.weekday() in WEEKEND:
        day += timedelta(days=1)
    return morning.astimezone(UTC)


def next_midnight(at: datetime, zone: ZoneInfo) -> datetime:
    """The end of that local day; aware, in UTC."""
    day = at.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(day, time(), zone).astimezone(UTC)


def next_time(now: datetime, at: time, zone: ZoneInfo) -> datetime:
    """The next moment, after now, at which clocks show this hour; aware, in UTC."""
    day = now.astimezone(zone).date()
    while (moment := datetime.combine(day, at, zone)) <= now:
        day += timedelta(days=1)
    return moment.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder of an appointment; after `until` it would be late or repeat the next one."""

    occurrence: str
    at: datetime
    until: datetime


def reminders(
    starts_at: datetime, zone: ZoneInfo, now: datetime, ahead: Sequence[int] = USUAL
) -> list[Reminder]:
    """Those still to come, so many minutes before the start, the earliest first.

    Whole days before means the same hour on the wall: where the clock changes that night it is
    not 24 hours before.
    """
    starts = starts_at.astimezone(UTC)
    moments = sorted((_before(starts, zone, minutes), -minutes) for minutes in ahead)
    return [
        Reminder(str(-minutes), at, until)
        for (at, minutes), (until, _) in pairwise([*moments, (starts, 0)])
        if at > now
    ]


def _before(starts: datetime, zone: ZoneInfo, minutes: int) -> datetime:
    days, rest = divmod(minutes, DAY_MINUTES)
    if rest:
        return starts - timedelta(minutes=minutes)
    return (starts.astimezone(zone) - timedelta(days=days)).astimezone(UTC)


def before_close(opens_at: datetime, closes_at: datetime) -> datetime:
    """When to remind of what is not finished: a day before, after a short vote's third quarter."""
    return closes_at - min(timedelta(days=1), (closes_at - opens_at) / 4)
