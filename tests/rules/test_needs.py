"""Needs counted and ranked; nobody recognisable."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.civic import needs
from bot.civic.needs import SMALLEST, Cell, Kind, Question, Summary

ROADS = Question(Kind.ONE, ("road", "water", "light", "park"))
MANY = Question(Kind.MANY, ("road", "water", "light"))


def summarise(question, answers):
    return needs.summarise(question, Counter(answers))


def summarise_by(question, answers):
    return needs.summarise_by(question, Counter(answers))


def answers(**people):
    return [option for option, n in people.items() for _ in range(n)]


def test_needs_are_ranked_and_equals_share_a_rank():
    found = summarise(ROADS, [*answers(water=10, road=6, light=6), None, ""])
    assert found == Summary(
        22,
        (
            Cell("water", 10, Fraction(5, 11), 1),
            Cell("road", 6, Fraction(3, 11), 2),
            Cell("light", 6, Fraction(3, 11), 2),
            Cell("park", 0, Fraction(0), 4),
        ),
    )


def test_people_are_counted_once_however_much_they_tick():
    found = summarise(MANY, [("road", "water", "road")] * 6 + [("road",)] * 2 + [()])
    assert found.people == 8
    assert [(cell.option, cell.people) for cell in found.cells] == [
        ("road", 8),
        ("water", 6),
        ("light", 0),
    ]


def test_a_single_small_number_takes_the_next_with_it():
    found = summarise(ROADS, answers(road=20, water=3, light=9))
    assert {cell.option: cell.people for cell in found.cells} == {
        "road": 20,
        "park": 0,
        "water": None,
        "light": None,
    }


def test_small_numbers_that_cannot_be_subtracted_hide_alone():
    found = summarise(MANY, [("road", "water")] * 3 + [("road",)] * 9)
    assert {cell.option: cell.people for cell in found.cells} == {
        "road": 12,
        "light": 0,
        "water": None,
    }


def test_the_order_of_hidden_ones_tells_nothing():
    cells = summarise(ROADS, answers(road=1, water=2, light=4, park=30)).cells
    assert [cell.option for cell in cells] == ["park", "road", "water", "light"]
    assert [cell.rank for cell in cells] == [1, 0, 0, 0]


def test_too_few_answers_say_nothing_at_all():
    assert summarise(ROADS, answers(road=4)) == Summary(None)
    assert summarise(Question(Kind.TEXT), ["a"] * 4) == Summary(None)


def test_texts_are_only_counted():
    assert summarise(Question(Kind.TEXT), ["a", "b", "", "c", "d", "e"]) == Summary(5)


def test_an_option_no_longer_offered_is_still_counted():
    found = summarise(ROADS, answers(road=6, sea=7))
    assert found.cells[0] == Cell("sea", 7, Fraction(7, 13), 1)


def test_a_small_settlement_cannot_be_had_from_the_total():
    rows = [("Lia", "road")] * 3 + [("Jvari", "road")] * 9 + [("Pakhulani", "road")] * 30
    found = summarise_by(ROADS, rows)
    assert found["Lia"] == found["Jvari"] == Summary(None)
    assert found["Pakhulani"].people == 30
    assert list(found) == ["Lia", "Jvari", "Pakhulani"]


PLACES = [(group, option) for group in "ABC" for option in ROADS.options]
TABLES = st.lists(st.integers(0, 12), min_size=len(PLACES), max_size=len(PLACES)).map(
    lambda people: [place for place, n in zip(PLACES, people, strict=True) for _ in range(n)]
)


@given(TABLES)
@pytest.mark.parametrize("kind", [Kind.ONE, Kind.MANY])
def test_no_line_of_the_table_gives_a_small_number_away(kind, rows):
    """What is missing from a line that adds up is at least SMALLEST people in two cells."""
    question = Question(kind, ROADS.options)
    data = [(group, option if kind is Kind.ONE else (option,)) for group, option in rows]
    found = summarise_by(question, data)
    shown = {
        (group, cell.option): cell.people
        for group, summary in found.items()
        for cell in summary.cells
        if cell.people is not None
    }
    assert all(n == rows.count(key) and not 0 < n < SMALLEST for key, n in shown.items())
    lines = [[(group, option) for group in found] for option in ROADS.options]
    if kind is Kind.ONE:
        lines += [[(g, o) for o in ROADS.options] for g in found if found[g].people]
    for line in lines:
        hidden = [rows.count(key) for key in line if key not in shown]
        people = [rows.count(key) for key in line if rows.count(key)]
        covered = len(hidden) > 1 and sum(hidden) >= SMALLEST
        nothing_more_to_hide = sorted(hidden, reverse=True)[: len(people)] == sorted(people)[::-1]
        assert not sum(hidden) or covered or nothing_more_to_hide
