"""What is promised in working days falls due on a working day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.civic.workdays import add_working_days, easter, is_working

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    "day",
    [date(2024, 5, 5), date(2025, 4, 20), date(2026, 4, 12), date(2027, 5, 2), date(2028, 4, 16)],
)
def test_easter_is_the_orthodox_one(day):
    assert easter(day.year) == day


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 24), True),
        (date(2026, 11, 23), False),  # St George
        (date(2026, 11, 22), False),  # a Sunday
        (date(2026, 4, 10), False),  # Good Friday
        (date(2026, 4, 13), False),  # Easter Monday
        (date(2026, 4, 14), True),
    ],
)
def test_weekends_and_holidays_are_free(day, works):
    assert is_working(day) is works


@given(DAYS, st.integers(1, 30))
def test_exactly_so_many_working_days_pass(start, count):
    end = add_working_days(start, count)
    between = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert is_working(end) and sum(map(is_working, between)) == count
