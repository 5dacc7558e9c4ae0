"""What is wrong with a form is named with its row and column, all of it at once."""

from dataclasses import replace
from typing import Any

import pytest

from bot.civic.survey.expressions import Reason
from bot.civic.survey.form import Option
from bot.civic.survey.interview import Interview
from bot.civic.survey.problems import Problem, Trouble, Unsound
from tests.support.surveys import form, row


def problems(*rows, **lists):
    try:
        return list(Interview.of(form(*rows, **lists)).warnings)
    except Unsound as unsound:
        return list(unsound.problems)


A, B = row("integer", "a"), row("integer", "b")

FOUND = [
    ([row("text", "q", relevant="1 +", row=7)], "relevant", Reason.UNEXPECTED, 4, ""),
    ([row("text", "q", constraint="a = 1")], "constraint", Reason.BARE_NAME, 1, "a"),
    ([row("text", "q", relevant="1 + ${x}")], "relevant", Trouble.UNKNOWN_NAME, 5, "x"),
    ([row("text", "q", required="${x}")], "required", Trouble.UNKNOWN_NAME, 1, "x"),
    ([row("text", "q", default="${x}")], "default", Trouble.UNKNOWN_NAME, 1, "x"),
    ([row("text", "q", label="ა ${x}")], "label", Trouble.UNKNOWN_NAME, 0, "x"),
    ([row("repeat", "q", count="${x}")], "count", Trouble.UNKNOWN_NAME, 1, "x"),
    ([row("text", "q"), row("note", "q")], "name", Trouble.DUPLICATE, 0, "q"),
    ([row("text", "q+1")], "name", Trouble.BAD_NAME, 0, "q+1"),
    ([row("calculate", "q", calculation="${q}")], "calculation", Trouble.CYCLE, 0, "q q"),
    ([row("text", "q", relevant="${b} = 1"), B], "relevant", Trouble.LATER, 1, "b"),
    ([row("text", "q", relevant=". = 1 or ${q} = 2")], "relevant", Trouble.LATER, 10, "q"),
    ([row("text", "q", label="${b}"), B], "label", Trouble.LATER, 0, "b"),
    ([row("one", "q", options="none")], "options", Trouble.NO_OPTIONS, 0, "none"),
    ([row("range", "q", least="5", most="1")], "most", Trouble.BAD_RANGE, 0, ""),
    ([row("range", "q", step="0")], "step", Trouble.BAD_RANGE, 0, ""),
    ([row("range", "q", least="few")], "least", Trouble.BAD_RANGE, 0, "few"),
]


@pytest.mark.parametrize(("rows", "column", "trouble", "at", "detail"), FOUND)
def test_a_problem_is_named_with_its_place(rows, column, trouble, at, detail):
    [problem] = problems(*rows)
    assert problem.name == rows[0].name
    assert problem.row == rows[0].row
    found = (problem.column, problem.trouble, problem.at, problem.detail)
    assert found == (column, trouble, at, detail)
    assert problem.fatal is (trouble is not Trouble.LATER)


def test_all_problems_come_at_once():
    found = problems(row("text", "q", relevant="(", constraint=")"), row("text", "q"))
    assert [problem.trouble for problem in found] == [
        Reason.UNEXPECTED,
        Reason.UNEXPECTED,
        Trouble.DUPLICATE,
    ]


def test_calculations_may_look_at_later_questions_but_not_in_a_circle():
    assert problems(row("calculate", "sum", calculation="${a} + ${b}"), A, B) == []
    [early] = problems(row("integer", "sum", calculation="${a}"), A)
    assert (early.trouble, early.column) == (Trouble.LATER, "calculation")
    [problem] = problems(
        row("calculate", "x", calculation="${y}"), row("calculate", "y", calculation="${x}")
    )
    assert problem.trouble is Trouble.CYCLE
    assert set(problem.detail.split()) == {"x", "y"}


def test_a_constraint_may_name_its_own_question():
    assert problems(row("integer", "q", constraint="${q} < 5")) == []


def test_options_and_their_columns():
    blank = problems(row("many", "q", options="list"), list=[Option("a b", {"ka": "x"})])
    assert blank == [Problem(0, "q", "options", Trouble.BLANK_IN_OPTION, detail="a b")]
    strange = problems(row("one", "q", options="list", choice_filter="town = 'x'"), list="a")
    assert strange == [Problem(0, "q", "choice_filter", Trouble.UNKNOWN_COLUMN, 1, "town")]


def test_forms_have_bounds(monkeypatch):
    nested = row("text", "q")
    for depth in range(30):
        nested = row("group", f"g{depth}", nested)
    assert [problem.trouble for problem in problems(nested)] == [Trouble.TOO_NESTED]
    monkeypatch.setattr("bot.civic.survey.build.MOST", 2)
    assert [p.trouble for p in problems(A, B, row("text", "c"))] == [Trouble.TOO_MANY]


@pytest.mark.parametrize("column", ["label", "hint", "constraint_message"])
def test_a_quoted_name_that_is_never_closed(column):
    text: Any = {"ka": "კარგი", "en": "Hello ${a}, ${a"}
    [problem] = problems(A, replace(B, **{column: text}))
    assert (problem.column, problem.trouble) == (column, Reason.UNCLOSED)
    assert (problem.at, problem.detail) == (13, "${")


def test_calculations_have_bounds():
    chain = [row("calculate", "c0", calculation="1")]
    for place in range(1, 120):
        chain.append(row("calculate", f"c{place}", calculation=f"${{c{place - 1}}} + 1"))
    [problem] = problems(*chain)
    assert (problem.name, problem.trouble) == ("c119", Trouble.TOO_MANY)
    assert problems(*chain[:60]) == []
