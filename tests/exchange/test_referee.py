"""The recount by others."""

import pytest
from hypothesis import given, settings

from bot.civic.ballots import APPROVING, Kind, Project, Rule, Rules
from bot.civic.tally import count
from bot.exchange import referee
from bot.exchange.referee import Recount, Referee, TooLarge, recount, referee_for
from tests.rules.elections import elections
from tests.rules.test_tally import approvals

PABUTOOLS = tuple(referee.ROOM)


@given(elections(rules=PABUTOOLS, kinds=tuple(APPROVING)))
@settings(max_examples=150, deadline=None)
def test_pabutools_finds_the_same_winners(election):
    assert recount(*election) == Recount(Referee.PABUTOOLS, frozenset(count(*election).winners))


@given(elections())
@settings(max_examples=50, deadline=None)
def test_every_vote_has_a_referee_that_agrees(election):
    assert recount(*election).winners == set(count(*election).winners)


@pytest.mark.parametrize(
    ("rule", "kind", "expected"),
    [
        (Rule.GREEDY, Kind.APPROVAL, Referee.PABUTOOLS),
        (Rule.GREEDY, Kind.CHOOSE_ONE, Referee.PABUTOOLS),
        (Rule.ADD_ONE, Kind.APPROVAL, Referee.PABUTOOLS),
        (Rule.NO_SKIP, Kind.APPROVAL, Referee.NAIVE),
        (Rule.GREEDY, Kind.CUMULATIVE, Referee.NAIVE),
        (Rule.GREEDY, Kind.ORDINAL, Referee.NAIVE),
    ],
)
def test_who_referees(rule, kind, expected):
    most = 1 if kind is Kind.CHOOSE_ONE else 3
    assert referee_for(Rules({"": 1}, rule=rule, kind=kind, most=most)) is expected


def test_too_large_is_said_and_not_waited_for(monkeypatch):
    monkeypatch.setitem(referee.ROOM, Rule.GREEDY, 1)
    with pytest.raises(TooLarge):
        recount(Rules({"": 9}), [Project("a", 1), Project("b", 1)], approvals(ab=1))
