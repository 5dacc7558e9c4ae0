"""Sheets that leave the house: small groups are not told, and nothing that tells the hour."""

import pytest

from bot.civic.survey.hours import telling_time
from bot.civic.survey.sheets import OTHER, Sheet, masked
from tests.support.surveys import form, row


def test_a_small_settlement_is_not_told():
    here = [Sheet({}, "ka", code) for code in "a" * 9 + "b" * 6 + "c" * 4 + "d"]
    assert [one.settlement for one in masked(here)] == ["a"] * 9 + ["b"] * 6 + [OTHER] * 5


@pytest.mark.parametrize(
    ("people", "told"),
    [("a" * 9 + "b" * 6 + "c", "a"), ("a" * 9 + "b", ""), ("a" * 3, ""), ("a" * 5, "a")],
)
def test_what_is_hidden_cannot_be_had_by_subtracting(people, told):
    shown = {one.settlement for one in masked([Sheet({}, "ka", code) for code in people])}
    assert shown - {OTHER} == set(told)


def test_a_rare_language_is_not_told_in_its_settlement():
    there = [Sheet({}, language, "a") for language in ["ka"] * 8 + ["en"]]
    here = [Sheet({}, language, "b") for language in ["ka"] * 8 + ["en"] * 5]
    found = masked([*there, *here])
    assert {one.language for one in found if one.settlement == "a"} == {""}
    assert [one.language for one in found if one.settlement == "b"] == ["ka"] * 8 + ["en"] * 5


def test_what_follows_from_the_clock_tells_time():
    clocked = form(
        row("meta", "start"),
        row("calculate", "year", calculation="format-date(today(), '%Y')"),
        row("group", "all", row("calculate", "age", calculation="${year} - ${born}")),
        row("calculate", "twice", calculation="${age} * 2"),
        row("calculate", "knows", calculation="${today} + 1"),
        row("integer", "born"),
        row("integer", "today"),
    )
    assert telling_time(clocked) == {"start", "year", "age", "twice"}
