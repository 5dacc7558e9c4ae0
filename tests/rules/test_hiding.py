"""Nobody can be worked out of the published tables, however they are taken together."""

from collections import Counter
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.civic.findings import Breakdown, Sheet, findings
from bot.civic.hiding import SMALLEST, Given, covered, hidden_cells, small
from bot.civic.needs import Kind, Question
from tests.support.attack import counted, equations, solved, told, truth

OPTIONS = ("road", "water", "light", "park")
BREAKDOWN = Breakdown("needs", ("settlement", "age", "sex", "language"), {"sex": "sex"})
GROUPS = {
    "settlement": ("1", "2", "3", "4", "None"),
    "age": ("16-24", "25-44", "65+", ""),
    "sex": ("f", "m", "x", ""),
    "language": ("ka", "az"),
}
SEEDS = st.integers(0, 10**9)


def population(seed: int, kind: Kind) -> list[Sheet]:
    """Some people, unevenly spread, of whom some leave questions out."""
    chance = Random(seed)
    weights = {
        trait: [chance.choice((1, 1, 3, 9, 20)) for _ in groups]
        for trait, groups in {**GROUPS, "needs": OPTIONS}.items()
    }
    skips = chance.choice((0, 0, 0.1))
    return [_person(chance, weights, skips, kind) for _ in range(chance.choice((6, 12, 25, 60)))]


def _person(chance: Random, weights: dict[str, list[int]], skips: float, kind: Kind) -> Sheet:
    groups = {trait: chance.choices(named, weights[trait])[0] for trait, named in GROUPS.items()}
    count = 1 if kind is Kind.ONE else chance.randint(1, 3)
    picks = {chance.choices(OPTIONS, weights["needs"])[0] for _ in range(count)}
    needs = None if chance.random() < skips else tuple(sorted(picks))
    given = needs[0] if needs and kind is Kind.ONE else needs
    return Sheet(groups, {"needs": given, "sex": groups["sex"]})


@pytest.mark.parametrize("kind", [Kind.ONE, Kind.MANY])
@settings(max_examples=150, deadline=None)
@given(SEEDS)
def test_all_tables_together_give_no_small_number_away(kind, seed):
    sheets = population(seed, kind)
    questions = {"needs": Question(kind, OPTIONS), "sex": Question(Kind.ONE, ("f", "m", "x"))}
    results = findings(questions, counted(questions, sheets, BREAKDOWN))
    real, known = truth(sheets, "needs", BREAKDOWN), told(results, "needs", BREAKDOWN)
    assert all(real[name] == people and not 0 < people < SMALLEST for name, people in known.items())
    if results["questions"]["needs"]["people"] is None:
        assert not known.keys() - {name for name in known if name[0] == "own"}
        return
    single = OPTIONS if kind is Kind.ONE else ()
    found = solved(known, equations(results, single, "needs", BREAKDOWN))
    for name, people in found.items():
        assert people == real[name]
        left_out = name[0] == "left" or (name[-1] == "" and name[0] in ("group", "own"))
        assert left_out or not 0 < people < SMALLEST, name


TABLES = st.lists(st.integers(0, 9), min_size=8, max_size=8)


@settings(max_examples=100, deadline=None)
@given(TABLES)
def test_no_other_table_is_ruled_out(numbers):
    """With every table tried that shows the same, each small number could be another one."""
    cells = list(product("AB", "wxyz"))
    people = dict(zip(cells, numbers, strict=True))
    table = {group: {option: people[group, option] for option in "wxyz"} for group in "AB"}
    sizes = {group: sum(table[group].values()) for group in "AB"}
    totals = {option: people["A", option] + people["B", option] for option in "wxyz"}
    hidden = hidden_cells(Given(table, sizes), small(sizes), covered(totals))
    if hidden is None or covered(totals) or small(sizes):
        return
    shown = {cell: n for cell, n in people.items() if cell[1] not in hidden[cell[0]]}
    assert not any(0 < n < SMALLEST for n in shown.values())
    seen = {option: {n for n in range(totals[option] + 1)} for option in "wxyz"}
    for option in "wxyz":
        if ("A", option) in shown or ("B", option) in shown:
            seen[option] = {people["A", option]}
    fits = [row for row in product(*seen.values()) if sum(row) == sizes["A"]]
    for at, option in enumerate("wxyz"):
        for cell in (("A", option), ("B", option)):
            small_one = cell not in shown and 0 < people[cell] < SMALLEST
            assert not small_one or len({row[at] for row in fits}) > 1


def test_a_table_that_cannot_be_protected_is_left_out():
    table = {"A": {"x": 3, "y": 30}, "B": {"x": 0, "y": 0}}
    assert hidden_cells(Given(table, {"A": 33, "B": 0}), (), ()) is None


def test_most_of_a_large_table_is_shown():
    sheets = [
        Sheet(
            {"settlement": str(n % 9), "age": "", "sex": "f" if n % 2 else "m", "language": "ka"},
            {"needs": OPTIONS[(n * n + n // 7) % 4], "sex": "f" if n % 2 else "m"},
        )
        for n in range(2_000)
    ]
    questions = {"needs": Question(Kind.ONE, OPTIONS), "sex": Question(Kind.ONE, ("f", "m", "x"))}
    results = findings(questions, counted(questions, sheets, BREAKDOWN))
    cells = [cell for group in results["by"]["settlement"].values() for cell in group["cells"]]
    assert Counter(cell["people"] is None for cell in cells)[False] > 30
