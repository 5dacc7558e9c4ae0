"""Quiet hours, and the hours at which an appointment is remembered."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.civic.hours import QuietHours, reminders

TBILISI = ZoneInfo("Asia/Tbilisi")
WARSAW = ZoneInfo("Europe/Warsaw")
NIGHT = QuietHours(time(21), time(9))
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def local(text: str, zone: ZoneInfo = TBILISI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("moment", "then"),
    [
        ("2026-11-22 12:00", "2026-11-22 12:00"),
        ("2026-11-22 20:59", "2026-11-22 20:59"),
        ("2026-11-22 21:00", "2026-11-23 09:00"),
        ("2026-11-22 23:30", "2026-11-23 09:00"),
        ("2026-11-23 03:00", "2026-11-23 09:00"),
        ("2026-11-23 09:00", "2026-11-23 09:00"),
    ],
)
def test_the_night_puts_things_off_until_morning(moment, then):
    assert NIGHT.postpone(local(moment), TBILISI) == local(then)


def test_quiet_hours_may_lie_within_one_day():
    rest = QuietHours(time(13), time(14))
    assert rest.postpone(local("2026-11-22 13:30"), TBILISI) == local("2026-11-22 14:00")
    assert rest.postpone(local("2026-11-22 15:00"), TBILISI) == local("2026-11-22 15:00")


def test_a_day_before_and_two_hours_before():
    [day, hours] = reminders(local("2026-12-05 18:00"), TBILISI, LONG_AGO)
    assert (day.at, day.until) == (local("2026-12-04 18:00"), local("2026-12-05 16:00"))
    assert (hours.at, hours.until) == (local("2026-12-05 16:00"), local("2026-12-05 18:00"))


@pytest.mark.parametrize("night", ["2026-03-29", "2026-10-25"])  # the clock changes in Warsaw
def test_the_day_before_is_the_same_hour_on_the_wall(night):
    starts = local(f"{night} 18:00", WARSAW)
    [day, hours] = reminders(starts, WARSAW, LONG_AGO)
    assert day.at.astimezone(WARSAW).time() == time(18)
    assert day.at.astimezone(WARSAW).date() == starts.date() - timedelta(days=1)
    assert starts - hours.at == timedelta(hours=2)


def test_hours_that_have_passed_are_not_planned():
    starts = local("2026-12-05 18:00")
    assert [r.occurrence for r in reminders(starts, TBILISI, local("2026-12-05 12:00"))] == ["120"]
    assert reminders(starts, TBILISI, local("2026-12-05 17:00")) == []
