"""When a term of keeping is over: whole months of the calendar, days of the place."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.civic.keeping import ends, last_start, next_day

DAY = timedelta(days=1)
days = st.dates(date(2024, 1, 1), date(2090, 1, 1))
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("since", "months", "until"),
    [
        (date(2026, 11, 22), 18, date(2028, 5, 22)),
        (date(2025, 8, 31), 18, date(2027, 2, 28)),
        (date(2026, 8, 31), 18, date(2028, 2, 29)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
    ],
)
def test_months_are_those_of_the_calendar(since, months, until):
    assert ends(since, months) == until


@given(days, st.integers(6, 60))
def test_exactly_those_are_over_who_began_by_the_last_start(day, months):
    last = last_start(day, months)
    assert ends(last, months) <= day < ends(last + DAY, months)


@given(days, days, st.integers(6, 60))
def test_who_was_here_later_is_never_over_earlier(one, other, months):
    first, second = sorted((one, other))
    assert ends(first, months) <= ends(second, months)


@pytest.mark.parametrize(
    ("now", "at"),
    [
        (datetime(2026, 3, 28, 7, 59, tzinfo=UTC), datetime(2026, 3, 28, 8, tzinfo=UTC)),
        (datetime(2026, 3, 28, 8, 0, tzinfo=UTC), datetime(2026, 3, 29, 7, tzinfo=UTC)),
        (datetime(2026, 10, 24, 12, 0, tzinfo=UTC), datetime(2026, 10, 25, 8, tzinfo=UTC)),
    ],
)
def test_the_next_morning_is_the_same_hour_on_the_wall(now, at):
    assert next_day(now, time(9), BERLIN) == at
