"""Age and sex, where a form asks for them."""

from datetime import date

import pytest

from bot.civic.survey.form import Kind
from bot.civic.survey.profile import band, leading, profile, trait
from tests.support.surveys import form, row

DAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("kind", "name", "value", "group"),
    [
        ("integer", "age", "15", "0-15"),
        ("integer", "age", "16", "16-24"),
        ("integer", "age", "64", "45-64"),
        ("integer", "Age", "65", "65+"),
        ("integer", "age", "200", ""),
        ("integer", "age", "-3", ""),
        ("integer", "age", "", ""),
        ("range", "age", "24.0", "16-24"),
        ("integer", "birth_year", "2001", "25-44"),
        ("date", "birth_date", "2001-11-28", "25-44"),
        ("date", "date_of_birth", "2001-11-29", "16-24"),
        ("one", "age", "young", "young"),
        ("one", "gender", "f", "f"),
    ],
)
def test_an_answer_tells_the_group(kind, name, value, group):
    made = form(row(kind, name, options="list"), list="young f")
    [item] = profile(made).values()
    assert trait(item, {name: value}, DAY) == group


def test_only_questions_of_these_names_and_kinds_tell_it():
    made = form(
        row("text", "age"), row("integer", "sex"), row("one", "sex_of_child", options="l"), l="a"
    )
    assert profile(made) == {}


def test_of_several_the_first_is_taken():
    made = form(row("integer", "birth_year"), row("integer", "age"))
    assert [item.name for item in profile(made).values()] == ["birth_year"]


def test_the_leading_question_is_not_who_one_is():
    made = form(row("one", "sex", options="l"), row("rank", "needs", options="l"), l="a b")
    found = leading(made)
    assert found and (found.name, found.kind) == ("needs", Kind.RANK)


def test_bands_leave_nobody_between_them():
    assert {band(age) for age in range(121)} == {"0-15", "16-24", "25-44", "45-64", "65+"}
