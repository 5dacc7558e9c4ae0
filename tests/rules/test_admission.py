"""The rules of admission, and the application that is shipped."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.civic.admission import FEWEST, GAP, KEPT, LATEST, Days, places_told
from bot.civic.survey.form import Kind
from bot.civic.survey.interview import Interview
from bot.content.application import application
from bot.content.course import LOCALES

days = st.dates(date(2026, 1, 1), date(2030, 1, 1))
spans = st.integers(0, 200).map(lambda count: timedelta(days=count))


@given(st.dictionaries(st.integers(1, 9), st.integers(0, 40)), st.integers(0, 15))
def test_no_number_below_ten_is_told_or_left_over(applicants, homeless):
    applied = sum(applicants.values()) + homeless
    told = places_told(applicants, applied)
    assert all(count >= FEWEST and applicants[id] == count for id, count in told.items())
    rest = applied - sum(told.values())
    assert not told or rest == 0 or rest >= FEWEST
    large = [count for count in applicants.values() if count >= FEWEST]
    assert len(told) >= len(large) - 1


@given(days, spans, spans, days)
def test_every_day_is_before_during_or_after(last, gap, length, today):
    starts = last + timedelta(days=1) + gap
    one = Days(last, starts, starts + length)
    assert one.takes_applications(today) + one.running(today) + one.over(today) <= 1
    assert starts <= one.moves_up_until <= min(one.ends, starts + LATEST)
    assert one.kept_until - one.ends == KEPT
    told = last + timedelta(days=1)  # at the earliest
    assert starts - last > GAP or one.moves_up_until < told + KEPT


def test_the_shipped_application_speaks_every_language():
    form = application()
    assert set(form.languages) == {path.name for path in LOCALES.iterdir() if path.is_dir()}
    texts = [item.label for item in form.walk()]
    texts += [option.label for options in form.lists.values() for option in options]
    assert all(set(label) == set(form.languages) and all(label.values()) for label in texts)
    assert [item.kind for item in form.walk()] == [*[Kind.TEXT] * 3, Kind.ONE]
    assert Interview.of(form).form is form


@pytest.mark.parametrize("language", ["ka", "en"])
def test_the_shipped_questions_fit_a_small_screen(language):
    assert all(len(item.label[language]) <= 150 for item in application().walk())
