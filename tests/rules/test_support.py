"""How close a loser of equal shares came, against the definition taken word for word."""

from fractions import Fraction

from hypothesis import given, settings

from bot.civic.ballots import APPROVING, Project, Rule, Rules
from bot.civic.naive import unfolded
from bot.civic.outcomes import Bought, Short
from bot.civic.tally import count
from tests.rules.elections import elections
from tests.rules.test_tally import approvals


def covers(result, project, ballots, share):
    """What the supporters could have paid at the rate of each round, and in the end."""
    costs = {outcome.project: outcome.cost for outcome in result.outcomes}
    prices = {outcome.project: outcome.reason for outcome in result.outcomes}
    purses = [share] * len(ballots)
    backers = [voter for voter, ballot in enumerate(ballots) if project in ballot]
    for winner in result.winners:
        price = Fraction(prices[winner].each)
        rate = price / costs[winner]
        yield sum(min(purses[voter], rate * costs[project]) for voter in backers)
        for voter, ballot in enumerate(ballots):
            if winner in ballot:
                purses[voter] -= min(price, purses[voter])
    yield sum(purses[voter] for voter in backers)


@given(elections(rules=(Rule.EQUAL_SHARES,), kinds=tuple(APPROVING), zones=("",)))
@settings(max_examples=300, deadline=None)
def test_support_is_the_best_cover_of_any_round(election):
    rules, _, groups = election
    result = count(*election)
    ballots = unfolded(groups)
    share = Fraction(rules.pots[""], max(len(ballots), 1))
    for outcome in result.outcomes:
        if isinstance(outcome.reason, Short):
            best = max(covers(result, outcome.project, ballots, share))
            assert outcome.support == 100 * best // outcome.cost
        else:
            assert outcome.support is None


def test_a_winner_needs_no_support_and_a_loser_came_close():
    """Ten each.  b takes 25/3 of three: at its rate the two of a would have paid 20/3 of 10."""
    projects = [Project("a", 10), Project("b", 25), Project("c", 100)]
    rules = Rules({"": 40}, rule=Rule.EQUAL_SHARES)
    found = {o.project: o for o in count(rules, projects, approvals(ab=2, b=1, c=1)).outcomes}
    assert isinstance(found["b"].reason, Bought)
    assert found["b"].support is None
    assert (found["a"].reason.code, found["a"].support) == ("short", 66)
    assert (found["c"].reason.code, found["c"].support) == ("short", 10)
