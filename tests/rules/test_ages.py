"""People's ages: counted by bands, in the table by age and in the question itself alike."""

from datetime import date

import pytest

from bot.civic.findings import Sheet, findings
from bot.civic.needs import Kind, Question
from bot.civic.survey.counting import breakdown, meaning, rules
from bot.civic.survey.profile import BANDS, band
from tests.support.attack import counted
from tests.support.surveys import form, row

NEED = row("one", "need", options="needs")
ON = date(2026, 11, 28)


def asked(*items):
    return form(NEED, *items, needs="road water")


def test_ages_are_counted_by_the_bands_of_the_first_ranking():
    survey = asked(row("integer", "age"))
    sheets = [Sheet({"age": band(n)}, {"need": "road", "age": n}) for n in range(20, 50)]
    found = findings(rules(survey), counted(rules(survey), sheets, breakdown(survey)))
    by = {name: group["people"] for name, group in found["by"]["age"].items()}
    cells = {cell["option"]: cell["people"] for cell in found["questions"]["age"]["cells"]}
    assert cells == {"0-15": 0, "16-24": None, "25-44": 20, "45-64": None, "65+": 0} | by


@pytest.mark.parametrize(
    ("name", "kind", "value", "counted_as"),
    [
        ("age", "integer", "16", 16),
        ("age", "integer", "150", None),
        ("birth_year", "integer", "1990", "25-44"),
        ("birth_year", "integer", "90", None),
        ("birth_date", "date", "2010-11-29", "0-15"),
        ("birth_date", "date", "2010-11-28", "16-24"),
        ("walk", "integer", "16", 16),
    ],
)
def test_an_answer_about_age_is_read_as_it_is_counted(name, kind, value, counted_as):
    assert meaning(asked(row(kind, name)), ON)(name, value) == counted_as


def test_years_of_birth_are_bands_and_a_second_question_of_age_is_only_counted():
    survey = rules(asked(row("integer", "birth_year"), row("integer", "age")))
    assert survey["birth_year"] == Question(Kind.ONE, tuple(BANDS))
    assert survey["age"] == Question(Kind.TEXT)


@pytest.mark.parametrize(("old", "told"), [(0, 2), (3, None), (9, 2)])
def test_beside_a_hidden_band_no_quarter_and_no_mean_is_told(old, told):
    """With quarters on both sides of a hidden band it could be worked out how many are in it."""
    survey = asked(row("integer", "age"))
    ages = [1] * 20 + [2] * 30 + [70] * old
    sheets = [Sheet({"age": band(n)}, {"need": "road", "age": n}) for n in ages]
    found = findings(rules(survey), counted(rules(survey), sheets, breakdown(survey)))
    assert found["questions"]["age"]["middle"] == told
    assert (found["questions"]["age"]["mean"] is None) == (told is None)
