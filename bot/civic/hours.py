"""Hours of the day that matter to people: when to be quiet, when to remind."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

SHORTLY = timedelta(hours=2)
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


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder of an appointment; after `until` it would be late or repeat the next one."""

    occurrence: str
    at: datetime
    until: datetime


def reminders(starts_at: datetime, zone: ZoneInfo, now: datetime) -> list[Reminder]:
    """Those still ahead: the day before at the same local hour, and 2 hours before.

    Where the clock changes that night, the same hour is not 24 hours before.
    """
    shortly = (starts_at - SHORTLY).astimezone(UTC)
    day_before = (starts_at.astimezone(zone) - timedelta(days=1)).astimezone(UTC)
    both = (
        Reminder("day", day_before, shortly),
        Reminder("hours", shortly, starts_at.astimezone(UTC)),
    )
    return [reminder for reminder in both if reminder.at > now]


def before_close(opens_at: datetime, closes_at: datetime) -> datetime:
    """When to remind of what is not finished: a day before, after a short vote's third quarter."""
    return closes_at - min(timedelta(days=1), (closes_at - opens_at) / 4)
