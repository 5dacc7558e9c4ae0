"""What an edition's phase allows, and the reason with its date where it refuses."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.civic.edition import Calendar, Edition, Phase
from bot.civic.phases import Act, Refusal, Why, begins, coming, refusal

START = datetime(2027, 3, 1, tzinfo=UTC)
DATES = Calendar(*(START + timedelta(days=days) for days in (0, 21, 60, 70, 84, 90)))
SECOND = timedelta(seconds=1)


EDITION = Edition(DATES)


@dataclass(frozen=True)
class Round:
    state: str = "announced"
    edition: Edition | None = EDITION
    stopped_at: datetime | None = None
    opens_at: datetime = DATES.opens_at
    closes_at: datetime = DATES.closes_at


ENDS = {
    Act.PROPOSE: DATES.propose_until,
    Act.SUPPORT: DATES.propose_until,
    Act.WITHDRAW: DATES.review_until,
    Act.REVIEW: DATES.review_until,
    Act.FIX: DATES.review_until,
    Act.APPEAL: DATES.review_until,
}


@pytest.mark.parametrize("act", ENDS)
def test_an_act_has_its_window_to_the_second(act):
    begins, ends = DATES.propose_from, ENDS[act]
    assert refusal(Round(), act, begins - SECOND) == Refusal(act, Why.SOON, begins)
    assert refusal(Round(), act, begins) is None
    assert refusal(Round(), act, ends - SECOND) is None
    over = refusal(Round(), act, ends)
    assert over and (over.why, over.at) == (Why.OVER, ends)


def test_who_comes_late_learns_what_comes_next():
    late = refusal(Round(), Act.PROPOSE, DATES.propose_until)
    assert late and (late.then, late.then_at) == (Phase.SHOWING, DATES.review_until)
    later = refusal(Round(edition=Edition(DATES, next_cycle="2028-03-01")), Act.VOTE, END)
    assert later and (later.then, later.next_cycle) == (None, "2028-03-01")


END = DATES.results_at


def test_voting_needs_the_date_and_people_who_open_it():
    at = DATES.opens_at
    assert refusal(Round("announced"), Act.VOTE, at) == Refusal(Act.VOTE, Why.WAITING)
    assert refusal(Round("open"), Act.VOTE, at) is None
    assert refusal(Round("open"), Act.VOTE, at - SECOND) == Refusal(Act.VOTE, Why.SOON, at)


def test_a_stop_refuses_from_its_moment_on():
    stopped = Round("stopped", stopped_at=DATES.opens_at + SECOND)
    assert refusal(stopped, Act.VOTE, DATES.opens_at) is None
    assert refusal(stopped, Act.VOTE, DATES.opens_at + SECOND) == Refusal(Act.VOTE, Why.STOPPED)


def test_a_draft_allows_nothing_and_a_bare_vote_takes_no_ideas():
    for act in Act:
        assert refusal(Round("draft"), act, START) == Refusal(act, Why.DRAFT)
    bare = Round("open", edition=None)
    assert refusal(bare, Act.PROPOSE, START) == Refusal(Act.PROPOSE, Why.ABSENT)
    assert refusal(bare, Act.VOTE, DATES.opens_at) is None


@given(st.integers(-100, 100 * 86_400))
def test_what_comes_next_is_the_phase_of_its_date(seconds):
    now = START + timedelta(seconds=seconds)
    found = coming(DATES, now)
    if found is None:
        assert DATES.phase(now) is Phase.AFTER
    else:
        phase, at = found
        assert DATES.phase(at) is phase and DATES.phase(at - SECOND) is DATES.phase(now)


def test_every_phase_but_the_first_begins_at_a_date():
    assert {phase for phase, _ in begins(DATES)} == set(Phase) - {Phase.SOON}
