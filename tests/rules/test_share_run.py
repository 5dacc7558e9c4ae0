"""Rounded money, exact decisions: whatever the precision, and however close two amounts are."""

from fractions import Fraction
from unittest import mock

from hypothesis import given, settings

from bot.civic import naive, share_run
from bot.civic.ballots import APPROVING, SHARING, Project
from bot.civic.share_run import Backing
from bot.civic.tally import count
from tests.rules.elections import elections
from tests.rules.test_tally import approvals


@given(elections(rules=tuple(SHARING), kinds=tuple(APPROVING)))
@settings(max_examples=300, deadline=None)
def test_precision_that_does_not_suffice_is_raised(election):
    with mock.patch.object(share_run, "BITS", 1):
        assert list(count(*election).winners) == naive.winners(*election)


PROJECTS = [Project("a", 6), Project("b", 21), Project("c", 21)]
BALLOTS = approvals(abc=3, bc=4)
SHARE = Fraction(38, 7)


def test_a_tie_after_prices_that_never_end():
    """b and c cost a seventh each; whoever goes first leaves too little for the other."""
    run = Backing(PROJECTS, BALLOTS).run(SHARE)
    assert [PROJECTS[purchase.project].id for purchase in run.purchases] == ["b", "a"]
    swapped = [PROJECTS[0], PROJECTS[2], PROJECTS[1]]
    run = Backing(swapped, BALLOTS).run(SHARE)
    assert [swapped[purchase.project].id for purchase in run.purchases] == ["c", "a"]


def test_more_bits_are_taken_only_where_they_are_needed():
    backing = Backing(PROJECTS, BALLOTS)
    backing.run(SHARE)
    assert backing.bits == share_run.BITS
    backing.bits = 1
    assert backing.run(SHARE).purchases == Backing(PROJECTS, BALLOTS).run(SHARE).purchases
    assert backing.bits > 1
