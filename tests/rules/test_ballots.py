"""What may be picked, how rules are stored, and how ballots are grouped."""

import json
from fractions import Fraction

import pytest

from bot.civic.ballots import (
    Flaw,
    Kind,
    Project,
    Refusal,
    Rule,
    Rules,
    Tie,
    check_picks,
    group,
    marks,
)

PROJECTS = [
    Project("park", 30_000, number=1),
    Project("light", 25_000, number=2),
    Project("well", 40_000, number=3),
    Project("road", 50_000, number=4, withdrawn=True),
]
RULES = Rules({"": 60_000}, most=2)


@pytest.mark.parametrize(
    ("picks", "refusals"),
    [
        (["park", "light"], ()),
        (["park"], ()),
        ([], (Refusal(Flaw.TOO_FEW, limit=1),)),
        (["park", "light", "well"], (Refusal(Flaw.TOO_MANY, limit=2),)),
        (["park", "park"], (Refusal(Flaw.TWICE, "park"),)),
        (["sea"], (Refusal(Flaw.UNKNOWN, "sea"),)),
        (["road"], (Refusal(Flaw.WITHDRAWN, "road"),)),
        (["sea", "road"], (Refusal(Flaw.UNKNOWN, "sea"), Refusal(Flaw.WITHDRAWN, "road"))),
    ],
)
def test_picks_are_refused_by_name(picks, refusals):
    assert check_picks(RULES, PROJECTS, picks) == refusals


NORTH_AND_ALL = [
    Project("bench", 1, "north"),
    Project("swing", 1, "north"),
    Project("bridge", 1),
    Project("museum", 1),
]


@pytest.mark.parametrize(
    ("picks", "refusals"),
    [
        (["bench", "bridge", "museum"], ()),
        (["bridge"], ()),
        (["bench"], ()),
        ([], (Refusal(Flaw.TOO_FEW, limit=1), Refusal(Flaw.TOO_FEW, limit=1))),
        (["bench", "swing", "bridge"], (Refusal(Flaw.TOO_MANY, limit=1),)),
    ],
)
def test_each_zone_has_its_own_limit_and_one_of_them_may_be_left_out(picks, refusals):
    rules = Rules({"north": 1, "": 1}, most=2, picks={"north": (1, 1)})
    assert check_picks(rules, NORTH_AND_ALL, picks) == refusals


def test_a_withdrawal_never_makes_voting_impossible():
    rules = Rules({"": 1}, least=3)
    left = [Project("a", 1), Project("b", 1), Project("c", 1, withdrawn=True)]
    assert check_picks(rules, left, ["a", "b"]) == ()
    assert check_picks(rules, left, ["a"]) == (Refusal(Flaw.TOO_FEW, limit=2),)


@pytest.mark.parametrize(
    "rules",
    [
        Rules({"": 60_000}),
        Rules({"north": Fraction(100, 3), "south": 7}, tie=Tie.LOT, lot=("b", "a")),
        Rules({"": 1}, rule=Rule.ADD_ONE, least=2, most=9, minimum=Fraction(7, 2)),
        Rules({"": 1}, rule=Rule.NO_SKIP, kind=Kind.ORDINAL, most=3),
        Rules({"": 1}, rule=Rule.ADD_ONE_FILLED, minimum_percent=Fraction(5, 2)),
        Rules({"": 1, "north": 2}, picks={"north": (2, 4)}),
    ],
)
def test_rules_survive_json(rules):
    stored = json.loads(json.dumps(rules.to_json()))
    assert stored["v"] == 1
    assert Rules.from_json(stored) == rules


@pytest.mark.parametrize(
    "broken",
    [
        {"least": 0},
        {"least": 3, "most": 2},
        {"kind": Kind.CHOOSE_ONE, "most": 2},
        {"picks": {"": (3, 2)}},
        {"rule": Rule.ADD_ONE, "kind": Kind.CUMULATIVE},
        {"pots": {"": -1}},
        {"minimum": -1},
        {"minimum_percent": 101},
        {"minimum": 5, "minimum_percent": 5},
        {"minimum_percent": 5, "kind": Kind.CUMULATIVE},
    ],
)
def test_rules_that_contradict_themselves_are_refused(broken):
    with pytest.raises(ValueError, match=r"ballot|budget|minimum"):
        Rules(**({"pots": {"": 1}} | broken))


def test_a_lot_names_a_project_once():
    with pytest.raises(ValueError, match="the lot names project a twice"):
        Rules({"": 1}, lot=("a", "b", "a"))


def test_rules_written_by_an_older_version_are_read():
    stored = Rules({"": 60_000}, minimum=7).to_json()
    del stored["minimum_percent"], stored["picks"]
    assert Rules.from_json(stored) == Rules({"": 60_000}, minimum=7)


@pytest.mark.parametrize(
    ("percent", "ballots", "needed"),
    [(10, 229, 23), (10, 230, 23), (10, 231, 24), (Fraction(1, 3), 300, 1), (5, 0, 0)],
)
def test_a_minimum_in_percent_is_rounded_up(percent, ballots, needed):
    assert Rules({"": 1}, minimum_percent=percent).needed(ballots) == needed
    assert Rules({"": 1}, minimum=50).needed(ballots) == 50


def test_the_order_on_an_approval_ballot_does_not_split_a_group():
    ballots = [marks(Kind.APPROVAL, picks) for picks in (["a", "b"], ["b", "a"], ["a", "b", "a"])]
    assert group(ballots) == {(("a", 1), ("b", 1)): 3}


def test_the_order_of_ranks_is_kept_as_points():
    assert marks(Kind.ORDINAL, ["b", "a"], longest=3) == (("a", 2), ("b", 3))
    assert marks(Kind.ORDINAL, ["b", "a", "c"], longest=2) == (("a", 1), ("b", 2), ("c", 0))
    assert marks(Kind.ORDINAL, ["b", "a"]) == (("a", 1), ("b", 2))
    assert marks(Kind.ORDINAL, ["b", "a"], [5, 1], longest=3) == (("a", 1), ("b", 5))


def test_points_must_fit_the_picks():
    with pytest.raises(ValueError, match="shorter"):
        marks(Kind.CUMULATIVE, ["a", "b"], [1])


def test_of_a_project_named_twice_the_first_mention_counts():
    assert marks(Kind.CUMULATIVE, ["a", "b", "a"], [5, 3, 2]) == (("a", 5), ("b", 3))


def test_an_empty_ballot_is_nobodys_vote():
    assert group([(), marks(Kind.APPROVAL, ["a"])]) == {(("a", 1),): 1}
