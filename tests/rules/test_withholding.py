"""A question that follows an answer tells no number that is hidden."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.civic.findings import Breakdown, Counts, Sheet, findings
from bot.civic.hiding import SMALLEST
from bot.civic.survey.counting import rules
from bot.civic.survey.follow_ups import follow_ups
from tests.support.surveys import form, row

CARS = form(
    row("one", "car", options="car"),
    row("calculate", "has", calculation="if(${car} = 'no', 0, 1)"),
    row(
        "group",
        "drivers",
        row("one", "fuel", options="fuel"),
        row("one", "why", options="fuel", relevant="${fuel} != ''"),
        relevant="${has} = 1",
    ),
    row("one", "bus", options="bus"),
    car="old new no",
    fuel="gas petrol",
    bus="yes no",
)
NUMBERS = st.tuples(*(st.integers(0, 12) for _ in range(3)))


def counted(people: list[dict[str, str]]) -> dict[str, Any]:
    questions = rules(CARS)
    counts = Counts(questions, Breakdown(), follow_ups(CARS))
    counts.add([Sheet({}, values) for values in people])
    return dict(findings(questions, counts)["questions"])


def drivers(car: str, people: int) -> list[dict[str, str]]:
    return [{"car": car, "fuel": "gas", "why": "gas", "bus": "no"}] * people


def walkers(people: int) -> list[dict[str, str]]:
    return [{"car": "no", "bus": "yes"}] * people


def test_what_follows_what_is_found_through_groups_and_calculations():
    assert follow_ups(CARS) == {"fuel": {"car"}, "why": {"car", "fuel"}}


def test_a_number_that_leaves_three_people_over_is_withheld():
    found = counted(drivers("old", 97) + walkers(3))
    assert [cell["people"] for cell in found["car"]["cells"]] == [0, None, None]
    assert found["fuel"]["withheld"] and not found["fuel"]["cells"]
    assert found["why"]["people"] is None
    assert found["bus"]["people"] == 100


def test_where_nothing_is_hidden_nothing_is_withheld():
    found = counted(drivers("old", 40) + drivers("new", 30) + walkers(30))
    assert (found["fuel"]["people"], found["why"]["people"]) == (70, 70)


def test_several_hidden_answers_are_told_together_where_they_are_five():
    found = counted(drivers("old", 3) + drivers("new", 4) + walkers(30))
    assert found["car"]["cells"][-1]["people"] is None
    assert found["fuel"]["people"] == 7


@given(NUMBERS)
def test_no_hidden_number_can_be_had_by_subtracting(numbers):
    old, new, none = numbers
    found = counted(drivers("old", old) + drivers("new", new) + walkers(none))
    cells = {cell["option"]: cell["people"] for cell in found["car"]["cells"]}
    total, followed = found["car"]["people"], found["fuel"]["people"]
    if total is None or followed is None:
        return
    asked = [n for n in (cells["old"], cells["new"]) if n is not None]
    left = [followed - sum(asked), total - followed - (cells["no"] or 0)]
    assert not any(0 < n < SMALLEST for n in left)


def test_of_several_answers_each_hidden_one_counts_alone():
    asked = form(
        row("many", "needs", options="needs"),
        row("one", "where", options="needs", relevant="not(selected(${needs}, 'park'))"),
        needs="road park",
    )
    questions = rules(asked)
    counts = Counts(questions, Breakdown(), follow_ups(asked))
    counts.add([Sheet({}, {"needs": ("road",), "where": "road"})] * 50)
    counts.add([Sheet({}, {"needs": ("park", "road")})] * 3)
    found = findings(questions, counts)["questions"]
    assert found["needs"]["people"] == 53
    assert found["where"]["withheld"]
