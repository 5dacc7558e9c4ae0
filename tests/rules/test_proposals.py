"""What an idea may cost, which number is meant, when reports need a decision."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.civic.edition import Calendar, Edition
from bot.civic.proposals import REASONS, URGENT, cost_limit, typed_number, urgent

START = datetime(2027, 3, 1, tzinfo=UTC)
DATES = Calendar(*(START + timedelta(days=day) for day in range(6)))


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("7", 7),
        ("№7", 7),
        ("№ 7", 7),
        ("#12", 12),
        ("N12", 12),
        ("ნომერი 12", 12),
        ("იდეა 3", 3),
        ("no. 3", 3),
        ("7 წყარო", None),
        ("წყარო", None),
        ("1234567", None),
        ("", None),
    ],
)
def test_a_number_however_it_is_typed(said, number):
    assert typed_number(said) == number


@given(st.integers(0, 10**7), st.integers(1, 10**7))
def test_no_idea_may_cost_more_than_its_pot_or_the_cap(cap, pot):
    limit = cost_limit(Edition(DATES, cap=cap), pot)
    assert limit <= pot
    assert limit == pot or limit == cap > 0


@given(st.lists(st.sampled_from(REASONS)))
def test_one_urgent_report_or_three_of_any_kind(reasons):
    assert urgent(reasons) == (len(reasons) >= 3 or bool(URGENT & set(reasons)))
