"""An answer is late on the right working day, and its owner is reminded on the right ones."""

from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.civic.answering import (
    AGAIN,
    BEFORE,
    LATE,
    ON,
    TOPICS,
    WORDS,
    Answered,
    Figures,
    Office,
    figures,
    first_late,
    next_late,
    promised,
    reminders,
)
from bot.civic.workdays import working_days_before, working_days_between
from storage.base import table
from storage.tables import questions
from tests.support.naive_days import at, easter_sunday, working_days, works

TBILISI = ZoneInfo("Asia/Tbilisi")
ZONES = st.sampled_from([TBILISI, ZoneInfo("Europe/Warsaw"), ZoneInfo("Pacific/Auckland")])
DAYS = st.one_of(
    st.dates(date(2024, 1, 1), date(2060, 12, 1)),
    st.builds(  # in the weeks before a holiday
        lambda year, day, before: date(year, *day) - timedelta(days=before),
        st.integers(2024, 2060),
        st.sampled_from([(12, 31), (4, 9), (5, 9), (4, 20), (11, 23), (8, 28)]),
        st.integers(0, 25),
    ),
)
HOURS = st.times(time(0), time(23, 59))
OFFSETS = st.sets(st.integers(1, 60), max_size=6)


@st.composite
def asked(draw):
    """A moment in somebody's zone, and an office with days off of its own after it."""
    zone = draw(ZONES)
    moment = datetime.combine(draw(DAYS), draw(HOURS), zone)
    free = frozenset(moment.date() + timedelta(days=n) for n in draw(OFFSETS))
    return moment, Office(zone, time(9), draw(st.integers(1, 30)), free)


@given(asked())
def test_an_answer_is_due_on_the_last_of_so_many_working_days(case):
    moment, office = case
    last = list(islice(working_days(moment.date(), office.free), office.days))[-1]
    assert promised(moment, office) == at(last, 18, office.zone)


@given(asked())
def test_a_late_answer_comes_up_on_the_first_working_day_after_its_last_one(case):
    """Counted day by day: nobody who counts working days on their fingers finds another one."""
    moment, office = case
    day, worked = moment.date(), 0
    while worked <= office.days:
        day += timedelta(days=1)
        worked += works(day, office.free)
    due = promised(moment, office)
    assert first_late(due, office) == at(day, 9, office.zone)
    again = list(islice(working_days(day, office.free), AGAIN))[-1]
    assert next_late(first_late(due, office), office) == at(again, 9, office.zone)


@given(asked())
def test_reminders_come_the_working_day_before_on_the_day_and_after_it(case):
    moment, office = case
    days = list(islice(working_days(moment.date(), office.free), office.days + 1))
    wanted = {ON: days[-2], LATE: days[-1]}
    if office.days > 1:
        wanted[BEFORE] = days[-3]
    found = reminders(moment, promised(moment, office), office)
    told = {one.which: one.at.astimezone(office.zone) for one in found}
    assert {which: local.date() for which, local in told.items()} == wanted
    assert {local.time() for local in told.values()} == {time(9)}
    assert all(works(local.date(), office.free) for local in told.values())
    assert all(one.until is None or one.at < one.until for one in found)


@given(st.integers(1950, 2090))
def test_two_ways_to_easter_agree(year):
    sunday = easter_sunday(year)
    assert not works(sunday - timedelta(days=2)) and not works(sunday + timedelta(days=1))
    assert working_days_between(sunday - timedelta(days=3), sunday + timedelta(days=1)) == 0


@given(st.dates(date(2024, 1, 1), date(2060, 1, 1)), st.integers(0, 40), OFFSETS)
def test_counting_between_and_going_back_undo_counting_on(start, count, offsets):
    free = {start + timedelta(days=n) for n in offsets}
    end = list(islice(working_days(start, free), count + 1))[-1]
    assert working_days_between(start, end, free) == count + 1
    back = working_days_before(end, count, free)
    assert working_days_between(back, end, free) == count and works(back, free)


def test_nobody_counts_backwards_by_accident():
    with pytest.raises(ValueError):
        working_days_before(date(2026, 11, 26), -1)


@pytest.mark.parametrize(
    ("asked_on", "due_on", "late_on"),
    [
        ((2026, 11, 20, 10), (2026, 12, 7), (2026, 12, 8)),  # St George's Monday does not count
        ((2026, 11, 21, 23), (2026, 12, 7), (2026, 12, 8)),  # a Saturday night
        ((2026, 12, 25, 12), (2027, 1, 12), (2027, 1, 13)),  # New Year and Christmas
        ((2027, 4, 21, 9), (2027, 5, 7), (2027, 5, 10)),  # Easter; 9 May is a Sunday
    ],
)
def test_days_that_somebody_has_counted_in_a_calendar(asked_on, due_on, late_on):
    office = Office(TBILISI)
    year, month, day, hour = asked_on
    due = promised(datetime(year, month, day, hour, tzinfo=TBILISI), office)
    assert (due.date(), first_late(due, office).date()) == (date(*due_on), date(*late_on))


def test_figures_are_counts():
    office = Office(TBILISI, free=frozenset({date(2026, 11, 26)}))
    monday = datetime(2026, 11, 16, 10, tzinfo=TBILISI)

    def answered(days, hours=0):
        due = promised(monday, office)
        return Answered(monday, due, monday + timedelta(days=days, hours=hours))

    answers = [answered(0), answered(1), answered(7), answered(14, 9)]
    # 0, 1, then a week with a weekend and a Monday off: 4; then the day off besides: 8.
    waiting = [monday + timedelta(days=1), monday + timedelta(days=30)]
    now = monday + timedelta(days=20)
    assert figures(answers, waiting, now, office) == Figures(4, 4, 2.5, 2, 1)
    late = [*answers, answered(40)]
    assert figures(late, [], now, office).share == 80
    assert figures([], [], now, office) == Figures(0, 0, None, 0, 0)
    assert figures([], [], now, office).share is None


def test_code_and_schema_know_the_same_topics_and_words():
    assert all(f"'{topic}'" in questions.TOPIC for topic in TOPICS)
    assert questions.TOPIC.count("'") == 2 * len(TOPICS)
    ratings = next(
        str(getattr(one, "sqltext", ""))
        for one in table(questions.QuestionTurn).constraints
        if str(one.name).endswith("rating")
    )
    assert all(f"'{word}'" in ratings for word in WORDS)
