"""What each phase of an edition allows, and in which words it refuses: a reason with its dates."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.civic.edition import Calendar, Edition, Phase


class Act(StrEnum):
    """What somebody wants to do."""

    PROPOSE = "propose"
    SUPPORT = "support"
    WITHDRAW = "withdraw"  # one's own idea
    REVIEW = "review"
    FIX = "fix"
    APPEAL = "appeal"
    VOTE = "vote"


class Why(StrEnum):
    """Why it cannot be done now."""

    DRAFT = "draft"  # nothing is announced yet
    ABSENT = "absent"  # a vote without an edition has no such step
    SOON = "soon"
    OVER = "over"
    WAITING = "waiting"  # the hour has come, and people still have to open the vote
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Refusal:
    """The named reason.  `at` is when the act becomes possible (soon) or ended (over), `then` the
    phase that comes next, `next_cycle` the ISO date of the next edition where it is known.
    """

    act: Act
    why: Why
    at: datetime | None = None
    then: Phase | None = None
    then_at: datetime | None = None
    next_cycle: str = ""


class Round(Protocol):
    """A vote as far as its phases go."""

    @property
    def state(self) -> str: ...
    @property
    def opens_at(self) -> datetime: ...
    @property
    def closes_at(self) -> datetime: ...
    @property
    def stopped_at(self) -> datetime | None: ...
    @property
    def edition(self) -> Edition | None: ...


def refusal(vote: Round, act: Act, now: datetime) -> Refusal | None:
    """Why this cannot be done at `now` (the moment the message reached us); None if it can."""
    if vote.state == "draft":
        return Refusal(act, Why.DRAFT)
    window = _window(vote, act)
    if window is None:
        return Refusal(act, Why.ABSENT)
    begins, ends = window
    if now < begins:
        return Refusal(act, Why.SOON, begins)
    if now >= ends:
        return _over(vote, act, ends, now)
    return _held_up(vote, now) if act is Act.VOTE else None


def coming(calendar: Calendar, now: datetime) -> tuple[Phase, datetime] | None:
    """The phase that comes next, and when; None in the last one."""
    return next(((phase, at) for phase, at in begins(calendar) if at > now), None)


def begins(calendar: Calendar) -> tuple[tuple[Phase, datetime], ...]:
    """Each phase with its first moment, in order."""
    return (
        (Phase.PROPOSING, calendar.propose_from),
        (Phase.REVIEWING, calendar.propose_until),
        (Phase.SHOWING, calendar.review_until),
        (Phase.VOTING, calendar.opens_at),
        (Phase.COUNTING, calendar.closes_at),
        (Phase.AFTER, calendar.results_at),
    )


def _window(vote: Round, act: Act) -> tuple[datetime, datetime] | None:
    """From when until when; None if the vote has no such step."""
    if act is Act.VOTE:
        return vote.opens_at, vote.closes_at
    if vote.edition is None:
        return None
    dates = vote.edition.calendar
    collected = act in (Act.PROPOSE, Act.SUPPORT)
    return dates.propose_from, dates.propose_until if collected else dates.review_until


def _over(vote: Round, act: Act, ended: datetime, now: datetime) -> Refusal:
    if vote.edition is None:
        return Refusal(act, Why.OVER, ended)
    then, at = coming(vote.edition.calendar, now) or (None, None)
    return Refusal(act, Why.OVER, ended, then, at, vote.edition.next_cycle)


def _held_up(vote: Round, now: datetime) -> Refusal | None:
    """Voting goes by dates, but people open it and may stop it."""
    if vote.state == "open":
        return None
    if vote.state == "stopped":
        counts = vote.stopped_at is not None and now < vote.stopped_at
        return None if counts else Refusal(Act.VOTE, Why.STOPPED)
    return Refusal(Act.VOTE, Why.WAITING)
