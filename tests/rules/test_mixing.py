"""In an anonymous survey no sheet of a few people is known by the form it was given to."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.civic.needs import SMALLEST
from bot.civic.survey.form import ASKED, Form
from bot.civic.survey.mixing import mixed, runs
from bot.civic.survey.revisions import Revision, whole
from bot.civic.survey.sheets import OTHER, Gathered, Sheet
from tests.support.surveys import NOW, form, row

FIRST = form(row("many", "needs", options="list"), row("text", "gone"), list="road water")
SECOND = form(row("many", "needs", options="list"), row("text", "new"), list="road bus")


def gathered(*people: int, forms: tuple[Form, ...] = (FIRST, SECOND), place="a") -> Gathered:
    """So many people have answered each of these forms."""
    revisions = tuple(
        Revision(at, NOW + at * timedelta(days=1), one) for at, one in enumerate(forms, 1)
    )
    sheets = tuple(
        Sheet(_said(revision.form), "ka", place, version=str(revision.number))
        for revision, count in zip(revisions, people, strict=True)
        for _ in range(count)
    )
    title = {"ka": "გამოკითხვა"}
    times = (NOW, NOW, NOW, ZoneInfo("Asia/Tbilisi"))
    return Gathered(1, title, title, whole(forms), True, *times, sheets, {}, revisions)


def _said(of: Form) -> dict[str, str]:
    given = {"needs": " ".join(option.id for option in of.lists["list"])} if of.lists else {}
    return {**{item.name: "words" for item in of.walk() if item.kind in ASKED}, **given}


@pytest.mark.parametrize(
    ("people", "told"),
    [
        ({1: 9}, [(1,)]),
        ({1: 9, 2: 9}, [(1,), (2,)]),
        ({1: 9, 2: 4}, [(1, 2)]),
        ({1: 4, 2: 9}, [(1, 2)]),
        ({1: 4, 2: 4, 4: 9}, [(1, 2), (4,)]),
        ({1: 2, 2: 2}, [(1, 2)]),
        ({}, []),
    ],
)
def test_versions_are_told_apart_by_five_people_and_more(people, told):
    assert runs(people) == told


def test_large_versions_are_told_with_all_that_they_asked():
    found = mixed(gathered(5, 7))
    assert Counter(sheet.version for sheet in found.sheets) == {"1": 5, "2": 7}
    assert found.left_out == () and [item.name for item in found.form.items] == [
        "needs",
        "new",
        "gone",
    ]
    assert found.sheets[0].values == {"needs": "road water", "gone": "words"}


@pytest.mark.parametrize("people", [(4, 90), (90, 4), (2, 3)])
def test_of_a_small_version_nothing_is_told(people):
    found = mixed(gathered(*people))
    assert {sheet.version for sheet in found.sheets} == {"1-2"}
    assert found.left_out == ("gone", "new")
    assert [item.name for item in found.form.items] == ["needs"]
    shown = {id for sheet in found.sheets for id in sheet.values["needs"].split()}
    rare = {"water"} if people[0] < SMALLEST else set()
    rare |= {"bus"} if people[1] < SMALLEST else set()
    assert shown == {"road", "water", "bus"} - rare


def test_a_version_that_nobody_answered_takes_nothing_away():
    found = mixed(gathered(0, 6))
    assert (found.left_out, {sheet.version for sheet in found.sheets}) == ((), {"2"})
    assert found.sheets[0].values == {"needs": "road bus", "new": "words"}


def test_a_settlement_is_told_where_five_answered_every_version_from_it():
    """Told in one version only, the rest of it would be known from the published results."""
    large, small = gathered(9, 9), gathered(2, 9, place="b")
    third = gathered(9, 9, place="c")
    every = mixed(replace(large, sheets=large.sheets + small.sheets + third.sheets))
    told = Counter((sheet.version, sheet.settlement) for sheet in every.sheets)
    assert told == {("1", OTHER): 11, ("2", OTHER): 18, ("1", "c"): 9, ("2", "c"): 9}


@given(
    st.lists(st.sets(st.sampled_from("abcde"), min_size=1), min_size=1, max_size=5),
    st.data(),
)
def test_no_row_is_known_to_be_of_a_few(asked, data):
    """By which questions it has, any row may be one of five or more."""
    forms = tuple(form(*(row("text", name) for name in sorted(names))) for names in asked)
    people = data.draw(st.tuples(*(st.integers(0, 9) for _ in forms)))
    found = mixed(gathered(*people, forms=forms))
    alike = Counter((frozenset(sheet.values), sheet.version) for sheet in found.sheets)
    everybody = sum(people)
    assert all(count >= min(SMALLEST, everybody) for count in alike.values())
    assert len(found.sheets) == everybody
