"""What is published of a survey: plain data, kept for good, nobody recognisable."""

import json

from bot.civic.findings import Breakdown, Sheet, by, findings
from bot.civic.needs import Kind, Question
from tests.support.attack import counted

QUESTIONS = {
    "needs": Question(Kind.MANY, ("road", "water")),
    "walk": Question(Kind.NUMBER),
    "words": Question(Kind.TEXT),
}


BREAKDOWN = Breakdown("needs", ("settlement",))


def sheets(count, group="1", **values):
    return [Sheet({"settlement": group}, values) for _ in range(count)]


def test_counts_survive_json_as_they_are():
    people = [*sheets(6, needs=("road",), walk=5), *sheets(9, needs=("water", "road"), walk=10)]
    found = findings(QUESTIONS, counted(QUESTIONS, people, BREAKDOWN))
    assert found["people"] == 15
    assert found["questions"]["needs"]["cells"] == [
        {"option": "road", "people": 15, "share": 100, "rank": 1},
        {"option": "water", "people": 9, "share": 60, "rank": 2},
    ]
    walk = found["questions"]["walk"]
    assert (walk["people"], walk["middle"], walk["mean"]) == (15, 10.0, 8.0)
    assert found["questions"]["words"]["people"] is None
    assert json.loads(json.dumps(found)) == found


def test_too_few_people_leave_no_number_at_all():
    found = findings(
        QUESTIONS, counted(QUESTIONS, sheets(4, needs=("road",), words="x"), BREAKDOWN)
    )
    assert found["people"] is None
    assert not any(question["cells"] for question in found["questions"].values())
    assert not any(group["cells"] for group in by(found, "settlement").values())


def test_a_small_settlement_is_hidden_among_the_groups():
    people = [*sheets(3, "1", needs=("road",)), *sheets(8, "2", needs=("road",))]
    people += sheets(9, "3", needs=("road",))
    found = findings(QUESTIONS, counted(QUESTIONS, people, BREAKDOWN))
    assert {name: group["people"] for name, group in by(found, "settlement").items()} == {
        "1": None,
        "2": None,
        "3": 9,
    }


def test_without_a_leading_question_there_are_no_groups():
    words = {"words": Question(Kind.TEXT)}
    assert findings(words, counted(words, sheets(7, words="x"), Breakdown()))["by"] == {}


def test_results_of_the_first_version_are_read():
    old = {"groups": {"1": {"people": 7, "cells": []}}}
    assert by(old, "settlement") == old["groups"]
    assert by(old, "age") == {}
