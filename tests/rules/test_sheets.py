"""Sheets that leave the house: small groups are not told, and nothing that tells the hour."""

import pytest

from bot.civic.survey.hours import telling_time
from bot.civic.survey.sheets import OTHER, Sheet, masked
from tests.support.surveys import form, row

FORM = form(row("text", "words"))


def test_a_small_settlement_is_not_told():
    here = [Sheet({}, "ka", code) for code in "a" * 9 + "b" * 6 + "c" * 4 + "d"]
    assert [one.settlement for one in masked(FORM, here)] == ["a"] * 9 + ["b"] * 6 + [OTHER] * 5


@pytest.mark.parametrize(
    ("people", "told"),
    [("a" * 9 + "b" * 6 + "c", "a"), ("a" * 9 + "b", ""), ("a" * 3, ""), ("a" * 5, "a")],
)
def test_what_is_hidden_cannot_be_had_by_subtracting(people, told):
    shown = {one.settlement for one in masked(FORM, [Sheet({}, "ka", code) for code in people])}
    assert shown - {OTHER} == set(told)


def test_a_rare_language_cannot_be_had_from_the_published_totals():
    spoken = {"a": (8, 1), "b": (8, 6), "c": (30, 20)}
    found = masked(
        FORM,
        [
            Sheet({}, language, settlement)
            for settlement, people in spoken.items()
            for language, n in zip(("ka", "en"), people, strict=True)
            for _ in range(n)
        ],
    )
    told = {place: {one.language for one in found if one.settlement == place} for place in spoken}
    assert told == {"a": {""}, "b": {""}, "c": {"ka", "en"}}


def test_the_table_hides_the_settlements_that_the_results_hide():
    """Of some only few have answered the first question; who are these, the table must not tell."""
    asked = form(row("one", "need", options="needs"), needs="road water")
    said = [Sheet({"need": "road"}, "ka", code) for code in "a" * 20 + "b" * 9 + "c" * 3]
    silent = [Sheet({}, "ka", code) for code in "c" * 6]
    assert {one.settlement for one in masked(asked, [*said, *silent])} == {"a", OTHER}


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
