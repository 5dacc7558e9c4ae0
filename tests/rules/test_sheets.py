"""Sheets that leave the house: small groups are not told, and nothing that tells the hour."""

from collections import Counter

import pytest

from bot.civic.survey.hours import telling_time
from bot.civic.survey.sheets import OTHER, Sheet, masked
from tests.support.surveys import NOW, form, row

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


def helped(**people):
    """Sheets of settlements, each with so many own answers and so many that a helper entered."""
    clocked = form(row("meta", "start"), row("text", "words"))
    sheets = [
        sheet
        for code, (own, door) in people.items()
        for sheet in (
            *[Sheet({"start": "9:17", "words": "x"}, "ka", code, NOW)] * own,
            *[Sheet({"words": "x"}, "ka", code, assisted="door")] * door,
        )
    ]
    return masked(clocked, sheets)


def test_who_was_helped_is_told_where_five_were():
    found = helped(a=(20, 6), b=(9, 0))
    assert Counter((one.settlement, one.assisted) for one in found) == {
        ("a", "no"): 20,
        ("a", "door"): 6,
        ("b", "no"): 9,
    }
    assert all((one.at is None) == (one.assisted == "door") for one in found)


def test_where_few_were_helped_nothing_tells_them_from_the_others():
    """Only own answers have hours, so in their settlement no hour is told at all."""
    found = helped(a=(20, 2), b=(30, 9), c=(40, 12))
    assert Counter(one.assisted for one in found if one.settlement == "a") == {"": 22}
    few = [one for one in found if not one.assisted]
    assert {(one.at, tuple(one.values)) for one in few} == {(None, ("words",))}
    assert any(one.at and "start" in one.values for one in found if one.assisted)


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
