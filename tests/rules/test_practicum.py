"""The practicum's rules: the rubric, what completes a step, and a mentor's working days."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.civic.practicum import (
    ACT,
    HEAR,
    LEAST,
    NEEDED,
    PLAN,
    POINTS,
    REPORT,
    STEPS,
    TAKEN,
    Asked,
    Shown,
    done,
    enough_people,
    mixed,
    passes,
    review_until,
    warn_at,
)
from bot.civic.workdays import add_working_days, is_working

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
TBILISI = ZoneInfo("Asia/Tbilisi")
MARKS = st.fixed_dictionaries({point: st.integers(0, 2) for point in POINTS})


def marks(*given_: int) -> dict[str, int]:
    return dict(zip(POINTS, given_, strict=True))


@pytest.mark.parametrize(
    ("given_", "passed"),
    [
        ((2, 2, 2, 2, 2, 2, 2, 2), True),
        ((2, 2, 2, 2, 2, 2, 1, 1), True),
        ((2, 2, 2, 2, 2, 1, 1, 1), False),
        ((2, 2, 2, 2, 2, 2, 2, 0), False),
        ((1, 1, 1, 1, 1, 1, 1, 1), False),
    ],
)
def test_six_of_eight_fully_and_none_missing(given_, passed):
    assert passes(marks(*given_)) is passed


@given(MARKS)
def test_a_pass_has_at_least_fourteen_and_no_zero(scores):
    """What the rule means in sums, worked out on its own."""
    lost = 16 - sum(scores.values())
    assert passes(scores) == (lost <= 2 and 0 not in scores.values())


@given(MARKS, st.sampled_from(POINTS))
def test_a_better_mark_never_turns_a_pass_into_none(scores, point):
    better = {**scores, point: min(2, scores[point] + 1)}
    assert passes(better) >= passes(scores)


@pytest.mark.parametrize(
    "scores", [{}, marks(2, 2, 2, 2, 2, 2, 2, 3), {**marks(*[2] * 8), "beauty": 2}]
)
def test_marks_that_are_no_marks_are_refused(scores):
    with pytest.raises(ValueError, match="all eight"):
        passes(scores)


def piece(step: str, kind: str, count: int = 0, days: int = 0) -> Shown:
    return Shown(step, kind, NOW + timedelta(days=days), count)


@pytest.mark.parametrize(
    ("shown", "complete"),
    [
        (piece(HEAR, "survey", 29), False),
        (piece(HEAR, "survey", 30), True),
        (piece(HEAR, "meeting", 14), False),
        (piece(HEAR, "meeting", 15), True),
        (piece(HEAR, "text"), False),
        (piece(PLAN, "photo"), False),
        (piece(PLAN, "document"), True),
        (piece(ACT, "photo"), True),
        (piece(ACT, "meeting", 3), False),
        (piece(REPORT, "text"), True),
    ],
)
def test_what_completes_a_step(shown, complete):
    assert done([shown]) == {step: complete and step == shown.step for step in STEPS}


def test_a_step_that_was_sent_back_needs_something_new():
    asked = Asked(frozenset({PLAN}), NOW + timedelta(days=5))
    old = [piece(PLAN, "text"), piece(ACT, "photo")]
    assert done(old, asked) == {HEAR: False, PLAN: False, ACT: True, REPORT: False}
    assert done([*old, piece(PLAN, "photo", days=6)], asked)[PLAN]
    assert not done([piece(PLAN, "photo", days=6)], asked)[PLAN]


def test_every_step_takes_what_completes_it():
    assert all(NEEDED[step] <= set(TAKEN[step]) for step in STEPS)
    assert set(LEAST) <= NEEDED[HEAR]


def test_a_team_is_two_to_twelve_people_of_both_sides():
    assert [enough_people(["city"] * n) for n in (1, 2, 12, 13)] == [False, True, True, False]
    assert mixed(["city", "civil", "city"]) and not mixed(["civil", "civil"]) and not mixed([])


@given(st.integers(0, 7 * 366 * 24).map(lambda hours: NOW + timedelta(hours=hours)))
def test_a_mentor_has_ten_working_days_and_is_reminded_two_before(now):
    until = review_until(now, TBILISI)
    day, warned = until.date(), warn_at(until, TBILISI)
    assert is_working(day) and until.hour == 18
    first = now.astimezone(TBILISI).date()
    between = [first + timedelta(days=n) for n in range(1, (day - first).days + 1)]
    assert sum(map(is_working, between)) == 10
    assert add_working_days(warned.date(), 2) == day and is_working(warned.date())
    assert now < warned < until
