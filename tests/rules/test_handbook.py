"""The handbook's calculators."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.civic.handbook import at_least, last_day, month_later, reports_by, working_day
from bot.civic.workdays import is_working

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("percent", "voters", "needed"),
    [(1, 10_000, 100), (1, 10_001, 101), (1, 99, 1), (1, 1, 1), (5, 500, 25), (5, 501, 26)],
)
def test_at_least_a_part(percent, voters, needed):
    assert at_least(percent, voters) == needed


@given(st.integers(1, 100), st.integers(1, 10**7))
def test_one_less_would_be_too_few(percent, voters):
    needed = at_least(percent, voters)
    assert Fraction(needed, voters) >= Fraction(percent, 100)
    assert needed == 1 or Fraction(needed - 1, voters) < Fraction(percent, 100)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2026, 11, 5), date(2026, 12, 5)),
        (date(2026, 12, 5), date(2027, 1, 5)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
    ],
)
def test_a_month_later(start, end):
    assert month_later(start) == last_day("application", start) == end


@given(DAYS)
def test_terms_in_days(start):
    assert last_day("information", start) - start == timedelta(days=10)
    end = last_day("data", start)
    days = [start + timedelta(days=one) for one in range(1, (end - start).days + 1)]
    assert sum(map(is_working, days)) == 10 and is_working(end)


@given(DAYS)
def test_a_working_day_is_this_or_the_next(day):
    found = working_day(day)
    between = [day + timedelta(days=one) for one in range((found - day).days)]
    assert is_working(found) and not any(map(is_working, between))


@given(DAYS)
def test_reports_are_due_on_the_next_first_of_november(today):
    by = reports_by(today)
    assert (by.month, by.day) == (11, 1) and 0 <= (by - today).days <= 365
