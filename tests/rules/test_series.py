"""Days on which a meeting is held again."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.civic.series import at_dates, monthly, shifted, weekly

WARSAW = ZoneInfo("Europe/Warsaw")


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW)


def wall(moments: list[datetime]) -> list[str]:
    return [f"{moment.astimezone(WARSAW):%d.%m.%Y %H:%M}" for moment in moments]


def test_every_week_at_the_same_hour_on_the_wall():
    found = weekly(local("2027-03-20 18:00"), WARSAW, 3)  # the clock changes on the 28th
    assert wall(found) == ["27.03.2027 18:00", "03.04.2027 18:00", "10.04.2027 18:00"]
    assert (found[1] - found[0]).total_seconds() == 7 * 86400 - 3600


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("2026-10-31 19:00", ["30.11.2026", "31.12.2026", "31.01.2027", "28.02.2027"]),
        ("2027-12-05 19:00", ["05.01.2028", "05.02.2028", "05.03.2028", "05.04.2028"]),
        ("2027-11-29 19:00", ["29.12.2027", "29.01.2028", "29.02.2028", "29.03.2028"]),
    ],
)
def test_every_month_or_on_its_last_day(first, then):
    found = wall(monthly(local(first), WARSAW, 4))
    assert found == [f"{day} 19:00" for day in then]


def test_on_listed_days():
    days = [date(2027, 3, 27), date(2027, 3, 29)]
    assert wall(at_dates(local("2026-12-01 09:30"), WARSAW, days)) == [
        "27.03.2027 09:30",
        "29.03.2027 09:30",
    ]


def test_a_shift_is_one_on_the_wall():
    old, new = local("2027-03-22 18:00"), local("2027-03-23 19:30")
    [found] = wall([shifted(local("2027-03-29 18:00"), old, new, WARSAW)])
    assert found == "30.03.2027 19:30"
