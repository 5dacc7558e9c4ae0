"""Real elections recounted: the official result, winner by winner."""

import csv
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from bot.civic import naive
from bot.civic.ballots import Rule, Tie
from bot.civic.fairness import fairness, prefer
from bot.civic.outcomes import NoMoney, Result
from bot.civic.tally import count, totals
from bot.exchange import independent, recount
from bot.exchange.pabulib import Election, read

pytestmark = pytest.mark.regression

# The index's words for a rule, and ours.
RULES = {
    "greedy-skip": Rule.GREEDY,
    "min-score + greedy-skip": recount.THRESHOLD,
    "no-skip": Rule.NO_SKIP,
    "min-score + no-skip": Rule.NO_SKIP,
    "no-skip + 80 % rule": Rule.NO_SKIP,  # its extras are marked 2, and looked at below
    "MES add1": Rule.ADD_ONE,
}
OFFICIAL = 37  # files of the index with a rule that reproduces them
SMALL = 3_000  # voters

WIELICZKA = "Poland_Wieliczka_2023_Green_Budget.pb"
SWIECIE = "Poland_Swiecie_2023.pb"
ASSEN = "Netherlands_Assen_2024.pb"
LODZ = "Poland_Lodz_2022.pb"

# Winners of plain equal shares, ties by project id as text, confirmed by two other counters.
PLAIN = {
    WIELICZKA: "24 41 74 39 58 25 20 43 60 17 29 70 26 71 62 88 34 36 56 66 69",
    SWIECIE: "c12 c10 c20 c2 c3 c9 c1 c13 c11 c7 c4 c19 c18",
    ASSEN: "3 9 2 13 11 14 12",
    LODZ: "L081 L126 L025 L095 L133 L138 L141 L058 L094 L096 L060 L163 L105 L136 L160 L207 L031 "
    "L109 L028 L050 L087 L187 L175 L085 L038 L115 L204 L203 L151",
}

# Voters, funded choices per voter, percent of voters without any: equal shares, then greedy.
FAIRNESS = {
    WIELICZKA: ("1.62", "17.8", "1.47", "27.6"),
    SWIECIE: ("2.47", "0.2", "1.90", "9.1"),
    ASSEN: ("2.38", "6.0", "2.30", "0.0"),
}


@cache
def election(path: Path) -> Election:
    return read(path.read_bytes())


@cache
def counted(path: Path, name: str) -> Result:
    found = election(path)
    return count(recount.rules(found, name), recount.projects(found), recount.groups(found))


@pytest.fixture(scope="session")
def folder(data: Path) -> Path:
    return data / "pabulib"


@pytest.fixture(scope="session")
def index(folder) -> dict[str, dict[str, str]]:
    with (folder / "index.csv").open(encoding="utf-8") as file:
        return {row["file"]: row for row in csv.DictReader(file)}


def test_the_official_result_of_every_explained_election(folder, index):
    explained = {name: row["reproduced_by"] for name, row in index.items()}
    found = {
        name: set(counted(folder / name, RULES[rule]).winners)
        == recount.selected(election(folder / name))
        for name, rule in explained.items()
        if rule in RULES
    }
    assert len(found) == OFFICIAL
    assert [name for name, same in found.items() if not same] == []


def test_the_files_own_label_gives_the_official_result(folder, index):
    for name, row in index.items():
        if row["reproduced_by"] in RULES:
            found = election(folder / name)
            winners = counted(folder / name, recount.labelled(found)).winners
            assert set(winners) == recount.selected(found), name


def test_figures_of_the_files_are_ours(folder, index):
    """`votes` and `score` of the files; one file counts a project named twice on a ballot twice."""
    for name in index:
        found = election(folder / name)
        ours = totals(recount.projects(found), recount.groups(found))
        for entry in found.projects:
            total = ours[entry.id]
            if "votes" in entry.more and not found.notes:
                assert int(entry.more["votes"]) == total.votes, (name, entry.id)
            if "score" in entry.more:
                assert float(entry.more["score"]) == total.score, (name, entry.id)


def test_the_project_at_which_poznan_stops_is_the_one_its_reserves_paid(folder):
    path = folder / "Poland_Poznan_2025_3_-_Piatkowo_Polnoc_Piatkowo__large.pb"
    [extra] = [entry for entry in election(path).projects if entry.more["selected"] == "2"]
    [reason] = [
        o.reason for o in counted(path, Rule.NO_SKIP).outcomes if isinstance(o.reason, NoMoney)
    ]
    assert reason == NoMoney(720_000, 800_000)
    assert extra.id == "RD-III.1"


@pytest.mark.parametrize("name", PLAIN)
def test_plain_equal_shares_in_their_order(folder, name):
    found = election(folder / name)
    by_id = tuple(sorted(entry.id for entry in found.projects))
    rules = recount.rules(found, Rule.EQUAL_SHARES)
    rules = replace(rules, tie=Tie.LOT, lot=by_id, minimum=0)
    winners = count(rules, recount.projects(found), recount.groups(found)).winners
    assert list(winners) == PLAIN[name].split()


@pytest.mark.parametrize("name", FAIRNESS)
def test_fairness_of_equal_shares_and_greedy(folder, name):
    groups = recount.groups(election(folder / name))
    figures = []
    for rule in (Rule.ADD_ONE, Rule.GREEDY):
        found = fairness(groups, counted(folder / name, rule).winners)
        figures += [f"{float(found.choices):.2f}", f"{float(found.nothing * 100):.1f}"]
    assert tuple(figures) == FAIRNESS[name]


# Percent of what they needed, of plain equal shares; measured before there was this counter.
SUPPORT = {"c22": 32, "c8": 60}


def test_how_close_losers_came(folder):
    outcomes = counted(folder / SWIECIE, Rule.EQUAL_SHARES).outcomes
    assert {o.project: o.support for o in outcomes if o.project in SUPPORT} == SUPPORT


def test_wieliczka_preferred_equal_shares(folder):
    path = folder / WIELICZKA
    shared, greedy = (counted(path, rule).winners for rule in (Rule.ADD_ONE, Rule.GREEDY))
    assert prefer(recount.groups(election(path)), shared, greedy) == (1615, 873)


def test_the_referee_agrees_on_every_small_election(folder, index):
    used = set()
    for name, row in index.items():
        if int(row["voters"]) > SMALL or row["reproduced_by"] not in RULES:
            continue
        found = election(folder / name)
        rules = recount.rules(found, RULES[row["reproduced_by"]])
        projects, groups = recount.projects(found), recount.groups(found)
        assert set(independent.winners(rules, projects, groups)) == recount.selected(found), name
        used.add(independent.referee_for(rules, projects))
    assert used == set(independent.Referee)


def test_the_naive_counter_agrees_in_order(folder, index):
    for name, row in index.items():
        if int(row["voters"]) > SMALL or row["reproduced_by"] in ("", "MES add1"):
            continue
        found = election(folder / name)
        for rule in (Rule.GREEDY, Rule.NO_SKIP):
            rules = recount.rules(found, rule)
            projects, groups = recount.projects(found), recount.groups(found)
            assert naive.winners(rules, projects, groups) == list(
                count(rules, projects, groups).winners
            ), name
