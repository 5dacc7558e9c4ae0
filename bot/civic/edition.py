"""One round of a civil budget: its calendar, who may propose, and what each phase allows.

The counting rules are `ballots.Rules`; this is everything around them.  All of it is data that is
published before the first idea comes in, and frozen when voting opens.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

from bot.civic.amounts import Amount, from_data, to_data

VERSION = 1


class Phase(StrEnum):
    """Where an edition stands; each but the last ends at a date of the calendar."""

    SOON = "soon"  # published, and not yet begun
    PROPOSING = "proposing"
    REVIEWING = "reviewing"  # checks, corrections, appeals
    SHOWING = "showing"  # the final list is public, people discuss it
    VOTING = "voting"
    COUNTING = "counting"  # objections, paper, sealing, the count
    AFTER = "after"  # results are out, winners are being built


class Paper(StrEnum):
    """What a name on the signed paper list does to a ballot cast in the chat."""

    NONE = "none"  # there is no paper
    REPLACES = "replaces"  # paper counts, the ballot in the chat does not
    BLOCKED = "blocked"  # who has voted in the chat gets no paper


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of an edition, aware, in order.  A phase begins at its date and not before."""

    propose_from: datetime
    propose_until: datetime
    review_until: datetime  # the list of admitted projects is final and public
    opens_at: datetime
    closes_at: datetime
    results_at: datetime

    def phase(self, now: datetime) -> Phase:
        """The phase by dates alone, so that a late tick moves nothing."""
        begins = (
            (self.results_at, Phase.AFTER),
            (self.closes_at, Phase.COUNTING),
            (self.opens_at, Phase.VOTING),
            (self.review_until, Phase.SHOWING),
            (self.propose_until, Phase.REVIEWING),
            (self.propose_from, Phase.PROPOSING),
        )
        return next((phase for at, phase in begins if now >= at), Phase.SOON)


DATES = tuple(f.name for f in fields(Calendar))
"""The dates of a calendar by name, in order."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The settings around a vote.

    `cap` is the highest cost of a proposal (0: only the pot limits it), `each` how many one person
    may propose, `age` the youngest who may take part, `support` how many co-signers an idea needs
    before it is reviewed, `shortlist` the longest ballot of a zone (0: all), `fix_days` what an
    author has to correct an idea, `appeal_days` to appeal, `review_days` a reviewer to decide,
    `stale_days` after which an unfinished project owes an update.  `residents`: only people of the
    municipality's settlements may propose.  `year` is the budget year that pays for the winners.
    """

    calendar: Calendar
    cap: Amount = 0
    each: int = 3
    age: int = 16
    residents: bool = True
    support: int = 0
    shortlist: int = 0
    fix_days: int = 5
    appeal_days: int = 5
    review_days: int = 14
    stale_days: int = 90
    paper: Paper = Paper.NONE
    next_cycle: str = ""  # ISO date on which the next edition begins, if it is known
    year: int = 0

    def to_json(self) -> dict[str, Any]:
        """Plain data with a version; times as ISO text."""
        dates = {name: getattr(self.calendar, name).isoformat() for name in DATES}
        kept = {f.name: to_data(getattr(self, f.name)) for f in fields(self)[1:]}
        return {"v": VERSION, **kept, "calendar": dates}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The inverse of to_json."""
        dates = {name: datetime.fromisoformat(at) for name, at in data["calendar"].items()}
        names = {f.name for f in fields(cls)} - {"calendar"}
        kept = {name: from_data(value) for name, value in data.items() if name in names}
        return cls(Calendar(**dates), **kept | {"paper": Paper(kept["paper"])})
