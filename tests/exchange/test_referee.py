"""The recount by others."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from bot.civic.ballots import APPROVING, SHARING, Groups, Kind, Project, Rule, Rules
from bot.civic.tally import count
from bot.exchange import independent, referee
from bot.exchange.apart import Why
from bot.exchange.independent import Referee, referee_for
from bot.exchange.referee import Finding, Verdict, check
from tests.rules.elections import elections
from tests.rules.test_tally import approvals

PABUTOOLS = (Rule.GREEDY, *SHARING)
PROJECTS = [Project("a", 50), Project("b", 60), Project("c", 40)]
BALLOTS = approvals(ab=3, b=2, c=4)
RULES = Rules({"": 100}, rule=Rule.ADD_ONE)


@given(elections(rules=PABUTOOLS, kinds=tuple(APPROVING), excluding=("",)))
@settings(max_examples=200, deadline=None)
def test_pabutools_finds_the_same_winners_in_the_same_order(election):
    rules, projects, _ = election
    assert referee_for(rules, projects) is Referee.PABUTOOLS
    assert tuple(independent.winners(*election)) == count(*election).winners


@given(elections())
@settings(max_examples=50, deadline=None)
def test_every_vote_has_a_referee_that_agrees(election):
    assert tuple(independent.winners(*election)) == count(*election).winners


@pytest.mark.parametrize(
    ("rule", "kind", "exclusive", "expected"),
    [
        (Rule.GREEDY, Kind.APPROVAL, "", Referee.PABUTOOLS),
        (Rule.GREEDY, Kind.CHOOSE_ONE, "", Referee.PABUTOOLS),
        (Rule.ADD_ONE, Kind.APPROVAL, "", Referee.PABUTOOLS),
        (Rule.ADD_ONE_FILLED, Kind.APPROVAL, "", Referee.PABUTOOLS),
        (Rule.NO_SKIP, Kind.APPROVAL, "", Referee.NAIVE),
        (Rule.GREEDY, Kind.CUMULATIVE, "", Referee.NAIVE),
        (Rule.GREEDY, Kind.ORDINAL, "", Referee.NAIVE),
        (Rule.GREEDY, Kind.APPROVAL, "park", Referee.NAIVE),
    ],
)
def test_who_referees(rule, kind, exclusive, expected):
    most = 1 if kind is Kind.CHOOSE_ONE else 3
    rules = Rules({"": 1}, rule=rule, kind=kind, most=most)
    assert referee_for(rules, [Project("a", 1, exclusive=exclusive)]) is expected


@pytest.mark.parametrize("rule", [Rule.ADD_ONE, Rule.NO_SKIP])
def test_the_verdict_on_a_right_and_on_a_wrong_count(rule):
    rules = replace(RULES, rule=rule)
    result = count(rules, PROJECTS, BALLOTS)
    who = referee_for(rules, PROJECTS)
    assert check(rules, PROJECTS, BALLOTS, result) == Verdict(Finding.AGREES, who, result.winners)
    wrong = replace(result, winners=("b", "a"))
    assert check(rules, PROJECTS, BALLOTS, wrong) == Verdict(Finding.DIFFERS, who, result.winners)


def test_a_recount_that_takes_too_long_is_ended():
    found = check(RULES, PROJECTS, BALLOTS, count(RULES, PROJECTS, BALLOTS), limit=0.01)
    assert found == Verdict(Finding.NOT_REFEREED, Referee.PABUTOOLS, why=Why.TOO_LONG)


def test_a_recount_that_needs_too_much_memory_gives_up(monkeypatch):
    monkeypatch.setattr(referee, "MEMORY", 100 << 20)
    room = {"": 10**9}
    many: Groups = {(("a", 1),): 10**9}
    rules = Rules(room, rule=Rule.NO_SKIP)
    projects = [Project("a", 1)]
    found = check(rules, projects, many, count(rules, projects, many))
    assert found == Verdict(Finding.NOT_REFEREED, Referee.NAIVE, why=Why.TOO_LARGE)


def test_a_referee_that_fails_is_no_agreement(monkeypatch):
    monkeypatch.setattr(independent, "asked", lambda *_: "{}")
    found = check(RULES, PROJECTS, BALLOTS, count(RULES, PROJECTS, BALLOTS))
    assert found == Verdict(Finding.NOT_REFEREED, Referee.PABUTOOLS, why=Why.STOPPED)


@pytest.mark.parametrize(
    "verdict",
    [
        Verdict(Finding.AGREES, Referee.NAIVE, ("a", "b")),
        Verdict(Finding.NOT_REFEREED, Referee.PABUTOOLS, why=Why.TOO_LONG),
    ],
)
def test_verdicts_survive_json(verdict):
    assert Verdict.from_json(json.loads(json.dumps(verdict.to_json()))) == verdict
