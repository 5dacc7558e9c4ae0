"""One run of equal shares in whole numbers, with every decision exact.

Money is counted in grains: 2 ** -`bits` of the unit in which all costs are whole.  Divisions are
rounded, and no purse is ever off by more than `error` grains.  All true amounts are multiples of
1 / `denominator`.  So amounts that differ by no more than their errors are equal, if the errors
together are below 1 / `denominator`; else they are TooClose, and the run is repeated with more
bits.  No fraction is ever reduced, which is what exact counting spends its time on.
"""

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heappop, heappush
from math import lcm
from typing import NamedTuple

from bot.civic.ballots import Groups, Project

BITS = 256  # as much as most runs need; each repetition doubles it
EMPTY = 0  # the class of those who have nothing left
ALL = 1  # everybody's class at the start


class TooClose(ArithmeticError):
    """Two amounts may or may not be equal."""


class Backing:
    """Who backs what, built once for all runs.  Projects and groups are known by their place."""

    def __init__(self, projects: Sequence[Project], groups: Groups) -> None:
        self.projects = projects
        self.unit = lcm(*(Fraction(project.cost).denominator for project in projects))
        self.costs = [int(project.cost * self.unit) for project in projects]
        self.groups = len(groups)
        self.number = sum(groups.values())
        self.backers = [array("L") for _ in projects]
        named = {p.id: groups.append for p, groups in zip(projects, self.backers, strict=True)}
        for place, ballot in enumerate(groups):
            for project, _ in ballot:
                if project in named:
                    named[project](place)
        # Most groups of a large election are one person; the others' more people are added.
        several = {place: people - 1 for place, people in enumerate(groups.values()) if people > 1}
        self.several = [
            [(group, several[group]) for group in backers if group in several]
            for backers in self.backers
        ]
        self.votes = [
            len(backers) + sum(more for _, more in several)
            for backers, several in zip(self.backers, self.several, strict=True)
        ]
        self.mentions = sum(map(len, self.backers))
        self.bits = BITS

    def members(self, project: int, classes: Sequence[int]) -> dict[int, int]:
        """How many of a project's supporters are in each class."""
        members = Counter(map(classes.__getitem__, self.backers[project]))
        for group, more in self.several[project]:
            members[classes[group]] += more
        return members

    def run(self, share: Fraction) -> "Run":
        """Every decision of a run from this share."""
        while True:
            try:
                return Run(self, share * self.unit)
            except TooClose:
                self.bits *= 2


@dataclass(frozen=True, slots=True)
class Purchase:
    """A project that was bought, and how many of its supporters paid its full price."""

    project: int
    payers: int


class _Offer(NamedTuple):
    """Those not emptied pay `due` / `payers` each; classes in `emptied` pay all they have."""

    project: int
    due: int
    payers: int
    members: Mapping[int, int]
    emptied: Sequence[int]


class Run:
    """Purchases from a start share, in units of cost, until nothing more is affordable.

    Groups with the same purchases behind them form a class and have equal money.
    """

    def __init__(self, backing: Backing, share: Fraction) -> None:
        self.backing = backing
        self.bits = backing.bits
        self.cash = [0, (share.numerator << self.bits) // share.denominator]
        self.classes = [ALL] * backing.groups
        self.denominator = share.denominator
        self.error = 1
        self.spent = 0
        self.purchases: list[Purchase] = []
        self.taken: set[str] = set()
        # Money only shrinks, so a price never falls: an old one bounds the next from below.
        # With everybody paying, the price per unit of cost is one part in as many as voted.
        self.bounds = [
            ((1 << self.bits) // votes if backing.costs[project] else 0, project)
            for project, votes in enumerate(backing.votes)
            if votes
        ]
        heapify(self.bounds)
        while self.bounds:
            self.round()

    def round(self) -> None:
        """Buy the cheapest, if any is affordable; drop for good what is not."""
        best: _Offer | None = None
        ceiling = 0
        tried: list[tuple[int, int]] = []
        while self.bounds and (best is None or self.bounds[0][0] <= ceiling):
            project = heappop(self.bounds)[1]
            if self.backing.projects[project].exclusive in self.taken:
                continue
            offer = self.offer(project)
            if offer:
                least, most = self.per_cost(offer)
                tried.append((least, project))
                if best is None or self.cheaper(offer, best):
                    best, ceiling = offer, most
        for bound in tried:
            if best and bound[1] != best.project:
                heappush(self.bounds, bound)
        if best:
            self.buy(best)

    def offer(self, project: int) -> _Offer | None:
        """The highest payment if the supporters can cover the cost."""
        members = self.backing.members(project, self.classes)
        due = self.backing.costs[project] << self.bits
        payers = self.backing.votes[project]
        slack = 4 * self.error * payers  # that of all purses involved, and for near ones swapped
        emptied: list[int] = []
        for kind in sorted(members, key=self.cash.__getitem__):
            margin = self.cash[kind] * payers - due
            if margin > -slack:
                if margin < slack:
                    self.equal(slack)
                return _Offer(project, due, payers, members, emptied)
            due -= self.cash[kind] * members[kind]
            payers -= members[kind]
            emptied.append(kind)
        return None

    def per_cost(self, offer: _Offer) -> tuple[int, int]:
        """Bounds of the price per unit of cost, in grains."""
        slack = self.error * self.backing.votes[offer.project]
        parts = offer.payers * (self.backing.costs[offer.project] or 1)
        return (offer.due - slack) // parts, (offer.due + slack) // parts + 1

    def cheaper(self, one: _Offer, other: _Offer) -> bool:
        """Whether it is bought before the other: by price per unit of cost, ties by place."""
        costs, votes = self.backing.costs, self.backing.votes
        mine = other.payers * (costs[other.project] or 1)
        yours = one.payers * (costs[one.project] or 1)
        difference = one.due * mine - other.due * yours
        slack = 2 * self.error * (votes[one.project] * mine + votes[other.project] * yours)
        if abs(difference) > slack:
            return difference < 0
        self.equal(slack)
        return one.project < other.project

    def equal(self, slack: int) -> None:
        """Whether amounts at most so far apart, in grains, must be equal.  Raises TooClose."""
        if (2 * slack * self.denominator) >> self.bits:
            raise TooClose

    def buy(self, offer: _Offer) -> None:
        price = offer.due // offer.payers
        moved = dict.fromkeys(offer.emptied, EMPTY)
        for kind in offer.members:
            if kind not in moved:
                moved[kind] = len(self.cash)
                self.cash.append(self.cash[kind] - price)
        classes = self.classes
        for group in self.backing.backers[offer.project]:
            classes[group] = moved[classes[group]]
        self.note(offer)

    def note(self, offer: _Offer) -> None:
        """The books after a purchase."""
        votes, payers = self.backing.votes[offer.project], offer.payers
        shared = lcm(self.denominator, payers)
        self.denominator = self.denominator * payers if offer.emptied else shared
        self.error = self.error * votes // payers + 3
        self.spent += self.backing.costs[offer.project]
        self.purchases.append(Purchase(offer.project, payers))
        if mark := self.backing.projects[offer.project].exclusive:
            self.taken.add(mark)
