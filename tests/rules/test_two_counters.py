"""The official counter against the naive one, and what must hold whatever the votes."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.civic import naive
from bot.civic.ballots import APPROVING, SHARING, Rule
from bot.civic.outcomes import (
    BelowMinimum,
    Bought,
    Excluded,
    Funded,
    NoMoney,
    Short,
    Stopped,
    TieLost,
)
from bot.civic.tally import count
from tests.rules.elections import elections

GREEDY = tuple(set(Rule) - SHARING)


@given(elections())
@settings(max_examples=400, deadline=None)
def test_both_counters_name_the_same_winners_in_the_same_order(election):
    assert list(count(*election).winners) == naive.winners(*election)


@given(elections())
@settings(deadline=None)
def test_money_adds_up_and_everybody_has_a_reason(election):
    rules, projects, _ = election
    result = count(*election)
    costs = {project.id: project for project in projects}
    assert sorted(outcome.project for outcome in result.outcomes) == sorted(costs)
    assert {o.project for o in result.outcomes if o.funded} == set(result.winners)
    for zone, budget in rules.pots.items():
        spent = sum(costs[w].cost for w in result.winners if costs[w].zone == zone)
        assert result.left[zone] == budget - spent >= 0


@given(elections(rules=GREEDY))
def test_greedy_reasons_are_true(election):
    rules, projects, _ = election
    costs = {project.id: project.cost for project in projects}
    marks = {project.id: project.exclusive for project in projects}
    funded = {o.project for o in count(*election).outcomes if o.funded}
    for outcome in count(*election).outcomes:
        match outcome.reason:
            case NoMoney(left, cost):
                assert left < cost == outcome.cost
            case TieLost(left, cost, ahead):
                assert left < cost <= left + sum(costs[other] for other in ahead)
                assert set(ahead) <= set(outcome.equals) & funded
            case Stopped(at):
                assert rules.rule is Rule.NO_SKIP
                assert at not in funded
            case BelowMinimum(votes, needed):
                assert votes == outcome.score < needed
                assert rules.minimum_percent or needed == rules.minimum
            case Excluded(by):
                assert by in funded
                assert marks[by] == marks[outcome.project] != ""
            case Funded(left):
                assert left >= 0


@given(elections(rules=tuple(SHARING), kinds=tuple(APPROVING), zones=("",)))
@settings(deadline=None)
def test_equal_shares_are_paid_in_full_and_by_supporters(election):
    rules, _, groups = election
    result = count(*election)
    share = Fraction(rules.pots[""], max(sum(groups.values()), 1))
    for outcome in result.outcomes:
        match outcome.reason:
            case Bought(each, payers, emptied):
                assert payers == outcome.votes > emptied
                assert each * (payers - emptied) <= outcome.cost <= each * payers
                assert rules.rule is not Rule.EQUAL_SHARES or each <= share
            case Short(held, cost, gone):
                assert held < cost == outcome.cost
                assert {winner for winner, _ in gone} <= set(result.winners)
                if rules.rule is Rule.EQUAL_SHARES and len(gone) < 3:
                    assert held + sum(paid for _, paid in gone) == share * outcome.votes


@given(elections())
@settings(deadline=None)
def test_of_those_that_exclude_each_other_one_wins_at_most(election):
    _, projects, _ = election
    marks = {project.id: project.exclusive for project in projects}
    won = [marks[winner] for winner in count(*election).winners if marks[winner]]
    assert len(won) == len(set(won))


@given(elections(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_ballots_means_nothing(election, random):
    rules, projects, groups = election
    shuffled = list(groups.items())
    random.shuffle(shuffled)
    assert count(rules, projects, dict(shuffled)) == count(*election)


@given(elections(rules=(*GREEDY, Rule.EQUAL_SHARES)), st.integers(2, 7))
@settings(deadline=None)
def test_another_currency_changes_nothing(election, rate):
    rules, projects, groups = election
    dearer = [replace(project, cost=project.cost * rate) for project in projects]
    pots = {zone: budget * rate for zone, budget in rules.pots.items()}
    richer = replace(rules, pots=pots)
    assert count(richer, dearer, groups).winners == count(*election).winners


@given(elections(rules=GREEDY))
def test_with_money_for_everything_everything_eligible_wins(election):
    rules, projects, groups = election
    rich = replace(rules, pots=dict.fromkeys(rules.pots, 10_000))
    for outcome in count(rich, projects, groups).outcomes:
        assert outcome.funded or outcome.reason.code in ("withdrawn", "below_minimum", "excluded")
