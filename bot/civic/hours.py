"""Hours of the day that matter to people: when to be quiet, when to remind."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

SHORTLY = timedelta(hours=2)


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
