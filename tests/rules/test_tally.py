"""Hand-made counts: who wins, and the stated reason of everybody."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest

from bot.civic.ballots import Kind, Project, Rule, Rules, Tie, group, marks
from bot.civic.outcomes import (
    BelowMinimum,
    Excluded,
    Funded,
    NoMoney,
    Outcome,
    Result,
    Stopped,
    TieLost,
    Withdrawn,
)
from bot.civic.tally import NoPot, count, totals


def approvals(**votes):
    """Ballots by their picks: ab=3 means three ballots naming a and b."""
    return group(marks(Kind.APPROVAL, list(picks)) for picks, n in votes.items() for _ in range(n))


def counted(rules, projects, ballots):
    return {outcome.project: outcome for outcome in count(rules, projects, ballots).outcomes}


def reasons(rules, projects, ballots):
    return {project: o.reason for project, o in counted(rules, projects, ballots).items()}


COSTS = [Project("a", 50), Project("b", 60), Project("c", 40), Project("d", 10)]
VOTES = approvals(a=9, b=7, c=5, d=3)


def test_greedy_skips_what_does_not_fit():
    result = count(Rules({"": 100}), COSTS, VOTES)
    assert result.winners == ("a", "c", "d")
    assert result.left == {"": 0}
    assert [outcome.rank for outcome in result.outcomes] == [1, 2, 3, 4]
    assert {o.project: o.reason for o in result.outcomes} == {
        "a": Funded(50),
        "b": NoMoney(50, 60),
        "c": Funded(10),
        "d": Funded(0),
    }


def test_without_skip_the_first_that_does_not_fit_ends_it():
    assert reasons(Rules({"": 100}, rule=Rule.NO_SKIP), COSTS, VOTES) == {
        "a": Funded(50),
        "b": NoMoney(50, 60),
        "c": Stopped("b"),
        "d": Stopped("b"),
    }


def test_exactly_the_minimum_is_enough():
    found = reasons(Rules({"": 100}, minimum=5), COSTS, VOTES)
    assert found["c"] == Funded(10)
    assert found["d"] == BelowMinimum(3, 5)


def test_a_withdrawn_project_neither_wins_nor_stops():
    projects = [Project("a", 50, withdrawn=True), *COSTS[1:]]
    found = counted(Rules({"": 100}, rule=Rule.NO_SKIP), projects, VOTES)
    assert found["a"].reason == Withdrawn()
    assert (found["a"].rank, found["a"].votes) == (0, 9)
    assert found["b"].rank == 1
    assert [p for p, o in found.items() if o.funded] == ["b", "c"]


def test_a_minimum_in_percent_counts_the_ballots_of_the_zone():
    """Ten of 21 ballots name a project of the north: half of them are five."""
    projects = [Project("a", 50, "north"), Project("b", 50, "north"), Project("c", 1, "south")]
    rules = Rules({"north": 100, "south": 1}, minimum_percent=50)
    found = counted(rules, projects, approvals(a=5, b=4, bc=1, c=11))
    assert found["a"].funded
    assert found["b"].funded
    found = counted(rules, projects, approvals(a=6, b=4, c=11))
    assert found["b"].reason == BelowMinimum(4, 5)


PARK, POND = Project("park", 50, exclusive="place"), Project("pond", 40, exclusive="place")


@pytest.mark.parametrize("rule", [Rule.GREEDY, Rule.NO_SKIP])
def test_the_first_winner_blocks_what_it_excludes(rule):
    """The pond is passed over, it does not stop the giving out."""
    projects = [PARK, POND, Project("lamp", 30)]
    ballots = {(("park", 1),): 3, (("pond", 1),): 2, (("lamp", 1),): 1}
    assert reasons(Rules({"": 80}, rule=rule), projects, ballots) == {
        "park": Funded(30),
        "pond": Excluded("park"),
        "lamp": Funded(0),
    }
    # Who does not fit blocks nobody.
    assert reasons(Rules({"": 45}, rule=Rule.GREEDY), projects, ballots)["pond"] == Funded(5)


def test_a_winner_of_an_earlier_pot_blocks_in_later_ones():
    projects = [PARK, replace(POND, zone="north")]
    rules = Rules({"north": 50, "": 50})
    assert count(rules, projects, {(("park", 1), ("pond", 1)): 3}).winners == ("pond",)
    assert count(Rules({"": 50, "north": 50}), projects, {(("pond", 1),): 3}).winners == ("park",)


EQUALS = [Project("dear", 60), Project("cheap", 50), Project("far", 200)]
EQUAL_VOTES = group(marks(Kind.APPROVAL, ["dear", "cheap"]) for _ in range(4))


@pytest.mark.parametrize(
    ("tie", "lot", "winner", "loser"),
    [
        (Tie.CHEAPER, (), "cheap", "dear"),
        (Tie.LOT, ("dear", "cheap"), "dear", "cheap"),
        (Tie.LOT, ("cheap", "dear"), "cheap", "dear"),
        (Tie.LOT, ("cheap",), "cheap", "dear"),
        (Tie.ROWS, (), "dear", "cheap"),
    ],
)
def test_the_tie_rule_decides_and_is_named(tie, lot, winner, loser):
    costs = {project.id: project.cost for project in EQUALS}
    found = counted(Rules({"": 100}, tie=tie, lot=lot), EQUALS, EQUAL_VOTES)
    left = 100 - costs[winner]
    assert found[winner].reason == Funded(left)
    assert found[loser].reason == TieLost(left, costs[loser], (winner,))
    assert found[loser].equals == (winner,)
    assert found["far"].reason == NoMoney(left, 200)


def test_what_could_not_be_paid_anyway_is_not_blamed_on_the_tie():
    projects = [Project("a", 10), Project("b", 500)]
    ballots = group(marks(Kind.APPROVAL, ["a", "b"]) for _ in range(2))
    assert reasons(Rules({"": 100}), projects, ballots)["b"] == NoMoney(90, 500)


def test_equal_costs_go_by_lot_and_then_by_row():
    projects = [Project("a", 60), Project("b", 60), Project("c", 60)]
    ballots = approvals(abc=2)
    assert count(Rules({"": 60}), projects, ballots).winners == ("a",)
    assert reasons(Rules({"": 60}), projects, ballots)["b"] == TieLost(0, 60, ("a",))
    assert count(Rules({"": 60}, lot=("c", "b")), projects, ballots).winners == ("c",)


def test_of_equal_points_and_costs_more_ballots_go_first():
    projects = [Project("a", 60), Project("b", 60)]
    ballots = group([marks(Kind.CUMULATIVE, ["a"], [4]), *[marks(Kind.CUMULATIVE, ["b"], [2])] * 2])
    rules = Rules({"": 60}, kind=Kind.CUMULATIVE)
    assert count(rules, projects, ballots).winners == ("b",)


def test_every_zone_has_its_own_pot():
    projects = [Project("a", 50, "north"), Project("b", 50, "south"), Project("c", 50, "south")]
    rules = Rules({"north": 50, "south": 70})
    result = count(rules, projects, approvals(b=5, c=4, ac=1))
    assert result.winners == ("a", "b")
    assert result.left == {"north": 0, "south": 20}
    assert [(o.project, o.rank) for o in result.outcomes] == [("a", 1), ("b", 1), ("c", 2)]


def test_a_zone_without_a_pot_is_refused():
    with pytest.raises(NoPot, match="north"):
        count(Rules({"south": 1}), [Project("a", 1, "north")], {})


def test_a_ballot_for_an_unknown_project_is_never_dropped_in_silence():
    with pytest.raises(KeyError, match="sea"):
        count(Rules({"": 1}), [Project("a", 1)], group([marks(Kind.APPROVAL, ["sea"])]))


def test_points_and_ranks_are_summed():
    projects = [Project("a", 1), Project("b", 1)]
    points = group([marks(Kind.CUMULATIVE, ["a", "b"], [7, 3])] * 2)
    assert totals(projects, points)["a"].score == 14
    assert totals(projects, points)["b"].votes == 2
    ranks = group([marks(Kind.ORDINAL, ["a", "b"], longest=3), marks(Kind.ORDINAL, ["b"], [], 3)])
    assert [total.score for total in totals(projects, ranks).values()] == [3, 5]


def test_tetri_are_exact():
    projects = [Project("a", Fraction("0.1")), Project("b", Fraction("0.2"))]
    result = count(Rules({"": Fraction("0.3")}), projects, approvals(ab=1))
    assert result.winners == ("a", "b")
    assert result.left == {"": 0}


def test_no_ballots_and_no_projects():
    assert count(Rules({"": 5}), [], {}) == Result((), (), {"": 5})
    assert count(Rules({"": 5}, minimum=1), [Project("a", 1)], {}).winners == ()


@pytest.mark.parametrize("rule", Rule)
def test_results_survive_json(rule):
    projects = [*COSTS, Project("e", 1, withdrawn=True), Project("f", Fraction(41, 3)), PARK, POND]
    rules = Rules({"": 100}, rule=rule, minimum=1, tie=Tie.ROWS)
    result = count(rules, projects, approvals(ab=3, ac=4, b=4, cd=2))
    stored = json.loads(json.dumps(result.to_json()))
    assert stored["v"] == 1
    assert Result.from_json(stored) == result


def test_an_outcome_written_by_an_older_version_is_read():
    outcome = Outcome("a", "", 60, 3, 3, 2, (), NoMoney(50, 60))
    stored = outcome.to_json()
    assert stored.pop("support") is None
    assert Outcome.from_json(stored) == outcome


def test_an_outcome_as_data_tells_its_reason():
    outcome = Outcome("a", "", 60, 3, 3, 2, (), NoMoney(50, 60))
    assert outcome.to_json()["reason"] == {"code": "no_money", "left": 50, "cost": 60}
