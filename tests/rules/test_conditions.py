"""Conditions of forms in parts, for paper."""

import pytest

from bot.civic.survey.conditions import Clause, Compares, condition

SIMPLE = {
    "${tap} = 'no'": [("tap", "is", "no")],
    '${tap}="no"': [("tap", "is", "no")],
    "selected(${src}, 'well')": [("src", "is", "well")],
    "not(selected(${src}, 'well'))": [("src", "not", "well")],
    "${tap} != 'yes'": [("tap", "not", "yes")],
    "${n} > 3": [("n", "over", "3")],
    "(${n} <= 2.5)": [("n", "most", "2.5")],
    "${n} != ''": [("n", "given", "")],
    "${n} = ''": [("n", "empty", "")],
    "${a} = 'x or y'": [("a", "is", "x or y")],
    "${a} = '1' and ${b} >= 2 and ${c} < 4": [
        ("a", "is", "1"),
        ("b", "least", "2"),
        ("c", "under", "4"),
    ],
}


@pytest.mark.parametrize("expression", SIMPLE)
def test_simple_ones_have_parts(expression):
    found = condition(expression)
    assert found.clauses == tuple(Clause(q, Compares(t), v) for q, t, v in SIMPLE[expression])
    assert found.every


def test_one_of_several_is_enough():
    found = condition("${a} = 'x' or selected(${b}, 'y')")
    assert [clause.value for clause in found.clauses] == ["x", "y"] and not found.every


@pytest.mark.parametrize(
    "expression",
    [
        "${a} = 'x' and ${b} = 'y' or ${c} = 'z'",
        "(${a} = 'x' or ${b} = 'y') and ${c} = 'z'",
        "${a} = ${b}",
        "string-length(${a}) > 2",
        "not(${a} > 2)",
        "${a} > ''",
        "selected(., 'x')",
    ],
)
def test_others_only_say_what_they_look_at(expression):
    found = condition(expression)
    assert found.clauses == ()
    assert set(found.looks_at) == {name for name in "abc" if f"${{{name}}}" in expression}
