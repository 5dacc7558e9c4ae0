"""The Method of Equal Shares by hand."""

from fractions import Fraction

import pytest

from bot.civic import equal_shares
from bot.civic.ballots import Project, Rule, Rules, Tie
from bot.civic.equal_shares import TooManyRounds
from bot.civic.outcomes import Bought, Excluded, Filled, NoMoney, Short
from bot.civic.tally import count
from tests.rules.test_tally import approvals

PLAIN = Rules({"": 100}, rule=Rule.EQUAL_SHARES)
ADD_ONE = Rules({"": 100}, rule=Rule.ADD_ONE)


def reasons(rules, projects, ballots):
    return {o.project: o.reason for o in count(rules, projects, ballots).outcomes}


def test_a_minority_decides_on_its_share():
    """Greedy would give all to the six of the big village; four hold 40 and keep it."""
    projects = [Project("a", 50), Project("b", 50), Project("c", 40)]
    ballots = approvals(ab=6, c=4)
    assert count(Rules({"": 100}), projects, ballots).winners == ("a", "b")
    result = count(PLAIN, projects, ballots)
    assert result.winners == ("a", "c")
    assert {o.project: o.reason for o in result.outcomes} == {
        "a": Bought(Fraction(25, 3), 6, 0),
        "c": Bought(10, 4, 0),
        "b": Short(10, 50, (("a", 50),)),
    }
    assert [o.rank for o in result.outcomes] == [1, 2, 3]


def test_who_has_less_pays_all_and_the_others_the_rest():
    """Ten each.  All five pay 2 for a; b then takes 8 from the two and 9 from the newcomers."""
    projects = [Project("a", 10), Project("b", 43)]
    rules = Rules({"": 80}, rule=Rule.EQUAL_SHARES)
    ballots = approvals(ab=2, a=3, b=3)
    assert reasons(rules, projects, ballots) == {
        "a": Bought(2, 5, 0),
        "b": Bought(9, 5, 2),
    }


def test_the_share_grows_until_the_next_would_overspend():
    """From 30 each on, a is bought too; 70 each would buy c and overspend."""
    projects = [Project("a", 60), Project("b", 40), Project("c", 70)]
    ballots = approvals(a=2, b=2, c=1)
    assert count(PLAIN, projects, ballots).winners == ("b",)
    result = count(ADD_ONE, projects, ballots)
    assert result.winners == ("b", "a")
    assert reasons(ADD_ONE, projects, ballots)["c"] == Short(69, 70, ())


def test_when_all_fits_all_that_somebody_named_wins():
    projects = [Project("a", 60), Project("b", 40), Project("c", 70)]
    result = count(ADD_ONE, projects, approvals(a=1, b=9))
    assert set(result.winners) == {"a", "b"}
    assert reasons(ADD_ONE, projects, approvals(a=1, b=9))["c"] == Short(0, 70, ())


def test_ties_go_to_the_cheaper_then_to_more_votes_then_by_lot():
    projects = [Project("a", 50), Project("b", 50), Project("c", 25)]
    ballots = approvals(abc=2)
    assert count(PLAIN, projects, ballots).winners == ("c", "a")
    by_lot = Rules({"": 100}, rule=Rule.EQUAL_SHARES, lot=("b", "a"))
    assert count(by_lot, projects, ballots).winners == ("c", "b")
    rows = Rules({"": 100}, rule=Rule.EQUAL_SHARES, tie=Tie.ROWS)
    assert count(rows, projects, ballots).winners == ("a", "b")


def test_a_tie_that_shows_only_when_all_prices_are_looked_at():
    """After a, both b and c cost half of what they are worth; c had promised to cost a third."""
    projects = [Project("a", 8), Project("b", 4), Project("c", 8)]
    rules = Rules({"": 20}, rule=Rule.EQUAL_SHARES, tie=Tie.ROWS)
    assert count(rules, projects, approvals(ac=2, c=1, ab=2)).winners == ("a", "b", "c")


def test_voters_of_projects_that_cannot_win_keep_their_share():
    projects = [Project("a", 60), Project("w", 10, withdrawn=True)]
    assert count(PLAIN, projects, approvals(a=1, w=1)).winners == ()
    assert count(PLAIN, projects, approvals(a=2)).winners == ("a",)


def test_a_free_project_that_somebody_named_wins():
    projects = [Project("a", 0), Project("b", 0)]
    assert count(PLAIN, projects, approvals(a=1)).winners == ("a",)
    dear = Project("c", 80)
    assert reasons(PLAIN, [*projects, dear, Project("d", 30)], approvals(acd=1))["c"] == Short(
        70, 80, (("d", 30),)
    )


def test_nobody_votes():
    assert count(PLAIN, [Project("a", 1)], {}).winners == ()
    assert count(ADD_ONE, [Project("a", 1)], {}).winners == ()


def test_the_number_of_rounds_is_bounded(monkeypatch):
    monkeypatch.setattr(equal_shares, "ROUNDS", 20)
    with pytest.raises(TooManyRounds):
        count(ADD_ONE, [Project("a", 90), Project("b", 90)], approvals(a=1, b=1))


def test_a_sparse_village_is_counted_though_it_takes_many_rounds():
    """Each wants something else; only a share of 45,000 buys the first."""
    projects = [Project("a", 45_000), Project("b", 45_000)]
    rules = Rules({"": 50_000}, rule=Rule.ADD_ONE)
    assert count(rules, projects, approvals(a=1, b=1)).winners == ()
    dearer = [Project("a", 45_000), Project("b", 45_001)]
    assert count(rules, dearer, approvals(a=1, b=1)).winners == ("a",)


def test_the_work_is_bounded_too(monkeypatch):
    monkeypatch.setattr(equal_shares, "WORK", 20)
    with pytest.raises(TooManyRounds, match="after 10 rounds"):
        count(ADD_ONE, [Project("a", 90), Project("b", 90)], approvals(a=1, b=1))


def test_rounds_can_be_watched():
    rounds: list[int] = []
    count(ADD_ONE, [Project("a", 60), Project("b", 60)], approvals(a=1, b=1), rounds.append)
    assert rounds == list(range(1, 11))


PARK, POND = Project("park", 60, exclusive="place"), Project("pond", 50, exclusive="place")


def test_what_a_winner_excludes_leaves_its_voters_their_money():
    """Both want the same place; who wanted the pond still pays for the lamp."""
    projects = [PARK, POND, Project("lamp", 20)]
    ballots = approvals_of({("park",): 6, ("pond", "lamp"): 4})
    assert reasons(PLAIN, projects, ballots) == {
        "park": Bought(10, 6, 0),
        "lamp": Bought(5, 4, 0),
        "pond": Excluded("park"),
    }


def test_of_what_excludes_each_other_all_may_be_wanted_and_one_be_paid():
    """Together they cost more than there is, but only one can win: that is money for everything."""
    ballots = approvals_of({("park",): 1, ("pond",): 1})
    result = count(ADD_ONE, [PARK, POND], ballots)
    assert result.winners == ("pond",)
    assert {o.project: o.reason for o in result.outcomes}["park"] == Excluded("pond")


def test_a_mark_may_be_called_like_a_project():
    """Else it would seem that there is money for everything."""
    projects = [Project("place", 60), Project("pond", 50, exclusive="place")]
    ballots = approvals_of({("place",): 1, ("pond",): 2})
    assert count(ADD_ONE, projects, ballots).winners == ("pond",)


def test_what_is_left_goes_by_votes():
    """89 each buy c; 90 would buy a as well and overspend.  b costs no more than what is left."""
    projects = [Project("a", 90), Project("b", 60), Project("c", 39)]
    ballots = approvals(a=1, bc=1)
    filled = Rules({"": 100}, rule=Rule.ADD_ONE_FILLED)
    assert count(ADD_ONE, projects, ballots).winners == ("c",)
    assert count(filled, projects, ballots).winners == ("c", "b")
    assert reasons(filled, projects, ballots) == {
        "c": Bought(39, 1, 0),
        "b": Filled(1),
        "a": NoMoney(1, 90),
    }


def approvals_of(votes):
    return {tuple(sorted((pick, 1) for pick in picks)): people for picks, people in votes.items()}
