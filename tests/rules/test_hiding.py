"""Nobody can be worked out of the published tables, however they are taken together."""

from collections import Counter
from collections.abc import Mapping
from itertools import product
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.civic.findings import Sheet, findings
from bot.civic.hiding import SMALLEST, Given, covered, hidden_cells, small
from bot.civic.needs import Kind as Rule
from bot.civic.needs import Question, summarise
from bot.civic.survey.counting import breakdown, rules
from bot.civic.survey.form import Form, Kind
from bot.civic.survey.profile import band
from bot.civic.survey.sheets import NOWHERE, masked
from bot.civic.survey.sheets import Sheet as Row
from tests.support.attack import Name, Otherwise, Published, chosen, counted, truth
from tests.support.surveys import form, row

OPTIONS = ("road", "water", "light", "park")
GROUPS = {
    "settlement": ("a", "b", "c", "d", NOWHERE),
    "sex": ("f", "m", "x", ""),
    "language": ("ka", "az", "hy"),
}
AGES = (10, 20, 30, 70, None)
SEEDS = st.integers(0, 10**9)


def survey(kind: Kind) -> Form:
    """Asks what is needed, and people's age and sex."""
    lists = {"needs": " ".join(OPTIONS), "sexes": "f m x"}
    who = row("integer", "age"), row("one", "sex", options="sexes")
    return form(*who, row(kind, "needs", options="needs"), **lists)


def population(seed: int, kind: Kind) -> list[Sheet]:
    """Some people, unevenly spread, of whom some leave questions out."""
    chance = Random(seed)
    named = {**GROUPS, "age": AGES, "needs": OPTIONS}
    weights = {
        trait: [chance.choice((1, 1, 3, 9, 20)) for _ in groups] for trait, groups in named.items()
    }
    skips = chance.choice((0, 0, 0.1, 0.3))
    return [_person(chance, weights, skips, kind) for _ in range(chance.choice((6, 12, 25, 60)))]


def _person(chance: Random, weights: dict[str, list[int]], skips: float, kind: Kind) -> Sheet:
    groups = {trait: chance.choices(named, weights[trait])[0] for trait, named in GROUPS.items()}
    [age] = chance.choices(AGES, weights["age"])
    count = 1 if kind is Kind.ONE else chance.randint(1, 3)
    picks = {chance.choices(OPTIONS, weights["needs"])[0] for _ in range(count)}
    needs = None if chance.random() < skips else tuple(sorted(picks))
    said = needs[0] if needs and kind is Kind.ONE else needs
    own = {"needs": said, "sex": groups["sex"], "age": age}
    return Sheet(groups | {"age": "" if age is None else band(age)}, own)


def exported(asked: Form, sheets: list[Sheet]) -> list[Row]:
    """The same people's table, as far as it tells settlement and language."""
    rows = [
        Row(
            {"needs": " ".join(chosen(one.values["needs"]))},
            one.groups["language"],
            one.groups["settlement"].replace(NOWHERE, ""),
        )
        for one in sheets
    ]
    return masked(asked, rows)


def picks(sheets: list[Sheet]) -> tuple[int, int]:
    """How many options single people chose: the least and the most."""
    counts = [len(chosen(one.values["needs"])) for one in sheets if one.values["needs"]]
    return min(counts), max(counts)


def known_anyway(name: Name, results: dict[str, Any], real: Mapping[Name, int]) -> bool:
    """Who left a question out is no secret; nor is what they chose, where everybody chose it."""
    untold = name[0] != "total" and name[2] == ""
    everybody = name[0] == "cell" and real["total", name[3]] == lead(results)["people"]
    return name[0] == "left" or (untold and (name[0] in ("group", "all") or everybody))


def lead(results: dict[str, Any]) -> Any:
    return results["questions"]["needs"]


@pytest.mark.parametrize("kind", [Kind.ONE, Kind.MANY])
@settings(max_examples=150, deadline=None)
@given(SEEDS)
def test_all_that_is_published_gives_no_small_number_away(kind, seed):
    """Each small number could be another one, and everything that is told would still be true."""
    asked, sheets = survey(kind), population(seed, kind)
    by, questions = breakdown(asked), rules(asked)
    results = findings(questions, counted(questions, sheets, by))
    published = Published(results, exported(asked, sheets), by)
    real, known = truth(sheets, by), published.known()
    assert all(real[name] == people and not 0 < people < SMALLEST for name, people in known.items())
    if lead(results)["people"] is None:
        assert {name[0] for name in known} <= {"all", "spoken"}
        return
    otherwise = Otherwise(real, known, published.equations(real, picks(sheets)))
    for name, people in real.items():
        if 0 < people < SMALLEST and not known_anyway(name, results, real):
            assert otherwise.other(name) is not None, name


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
    asked = survey(Kind.ONE)
    sheets = [
        Sheet(
            {"settlement": str(n % 9), "age": "", "sex": "f" if n % 2 else "m", "language": "ka"},
            {"needs": OPTIONS[(n * n + n // 7) % 4], "sex": "f" if n % 2 else "m"},
        )
        for n in range(2_000)
    ]
    results = findings(rules(asked), counted(rules(asked), sheets, breakdown(asked)))
    cells = [cell for group in results["by"]["settlement"].values() for cell in group["cells"]]
    assert Counter(cell["people"] is None for cell in cells)[False] > 30


def test_where_everybody_chooses_two_the_numbers_add_up():
    """Six people chose twelve: with eleven of them told, the last would be no secret."""
    people = [("road", "light")] * 5 + [("light", "park")]
    found = summarise(Question(Rule.MANY, OPTIONS), Counter(people))
    assert {cell.option for cell in found.cells if cell.people is None} == {"road", "park"}
