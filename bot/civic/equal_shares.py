"""The Method of Equal Shares with cost utilities, exact (Peters, Pierczyński, Skowron 2021).

Every voter gets the same share and spends it only on projects of the own ballot.  A project is
affordable at price x if its supporters, each paying x or all that is left to them, cover its
cost.  In each round the project with the smallest x per unit of cost is bought.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import heappop, heappush

from bot.civic.amounts import Amount, exact
from bot.civic.ballots import Groups, Project
from bot.civic.greedy import take
from bot.civic.outcomes import Bought, Excluded, Reason, Short

ROUNDS = 10_000  # the longest of 1,746 real elections needs 1,619; each costs up to 0.1 s
SHOWN = 3  # where most of the supporters' money went; more would not be read

_Bid = tuple[Fraction, int, Fraction]
"""Price per unit of cost, project, price: the smallest is bought, ties by project."""


class TooManyRounds(ArithmeticError):
    """The share was raised `ROUNDS` times and the budget still not overspent."""


def share_out(
    budget: Amount,
    projects: Sequence[Project],
    groups: Groups,
    taken: dict[str, str],
    *,
    add_one: bool = False,
) -> dict[str, Reason]:
    """Why each project won or lost; winners in the order bought.

    `projects` are given in the order that decides ties.  With `add_one` every share is raised by
    one currency unit and all is counted anew, until a run overspends; the run before it counts
    (stop (a), no completion: so decided Wieliczka and Świecie in 2023).  Raises TooManyRounds.
    """
    excluded = {p.id: Excluded(taken[p.exclusive]) for p in projects if p.exclusive in taken}
    voters = _Voters([project for project in projects if project.id not in excluded], groups)
    share = Fraction(budget) / max(voters.number, 1)
    run = _raised(voters, budget, share) if add_one else _Run(voters, share)
    for purchase in run.purchases:
        take(voters.projects[purchase.project], taken)
    return run.reasons() | excluded


def _raised(voters: "_Voters", budget: Amount, share: Fraction) -> "_Run":
    if sum(voters.dearest.values()) <= budget:
        # No share would ever overspend: one that pays for all, then.
        return _Run(voters, Fraction(voters.enough))
    run = _Run(voters, share)
    for raise_by in range(1, ROUNDS + 1):
        following = _Run(voters, share + raise_by)
        if following.spent > budget or share + raise_by > voters.enough:
            return run
        run = following
    raise TooManyRounds(ROUNDS)


class _Voters:
    """Who backs what, built once for all runs.  Projects and groups are known by their place."""

    def __init__(self, projects: Sequence[Project], groups: Groups) -> None:
        self.projects = projects
        self.ids = [project.id for project in projects]
        self.costs = [project.cost for project in projects]
        self.sizes = list(groups.values())
        self.number = sum(self.sizes)
        places = {project: place for place, project in enumerate(self.ids)}
        self.backers: list[list[int]] = [[] for _ in projects]
        for place, ballot in enumerate(groups):
            for project, _ in ballot:
                if project in places:
                    self.backers[places[project]].append(place)
        self.votes = [self.people(backers) for backers in self.backers]
        named = [p for p, votes in zip(projects, self.votes, strict=True) if votes]
        self.enough = sum(p.cost for p in named)  # nobody who has so much runs out of money
        self.dearest = {p.exclusive or p.id: p.cost for p in sorted(named, key=lambda p: p.cost)}

    def people(self, groups: Iterable[int]) -> int:
        return sum(self.sizes[group] for group in groups)


@dataclass(frozen=True, slots=True)
class _Purchase:
    project: int
    price: Fraction
    classes: list[int]  # of every group, before anybody paid


class _Run:
    """One run from a start share.

    Groups with equal money form a class; there are few of them, so fractions are seldom touched.
    """

    def __init__(self, voters: _Voters, share: Fraction) -> None:
        self.voters = voters
        self.cash = [share]  # by class; a class keeps its money, its groups move on
        self.class_of = {share: 0}
        self.classes = [0] * len(voters.sizes)
        self.spent: Amount = 0
        self.purchases: list[_Purchase] = []
        self.taken: dict[str, str] = {}
        # Money only shrinks, so a price never falls: an old bid bounds the next from below.
        self.bids: list[_Bid] = []
        for project, votes in enumerate(voters.votes):
            if votes:
                self.bid(self.bids, project, Fraction(voters.costs[project], votes))
        while self.bids:
            self.round()

    def bid(self, bids: list[_Bid], project: int, price: Fraction) -> None:
        heappush(bids, (price / (self.voters.costs[project] or 1), project, price))

    def round(self) -> None:
        """Buy the cheapest, if any is affordable; drop for good what is not."""
        tried: list[_Bid] = []
        while self.bids and (not tried or self.bids[0] <= tried[0]):
            project = heappop(self.bids)[1]
            if self.voters.projects[project].exclusive in self.taken:
                continue
            price = self.price(project)
            if price is not None:
                self.bid(tried, project, price)
        if tried:
            _, project, price = heappop(tried)
            self.buy(project, price)
        for bid in tried:
            heappush(self.bids, bid)

    def price(self, project: int) -> Fraction | None:
        """The highest payment if the supporters can cover the cost."""
        members: Counter[int] = Counter()
        for group in self.voters.backers[project]:
            members[self.classes[group]] += self.voters.sizes[group]
        cost = Fraction(self.voters.costs[project])
        payers = self.voters.votes[project]
        for kind in sorted(members, key=self.cash.__getitem__):
            if cost <= self.cash[kind] * payers:
                return cost / payers
            cost -= self.cash[kind] * members[kind]
            payers -= members[kind]
        return None

    def buy(self, project: int, price: Fraction) -> None:
        self.purchases.append(_Purchase(project, price, self.classes.copy()))
        self.spent += self.voters.costs[project]
        take(self.voters.projects[project], self.taken)
        moved: dict[int, int] = {}
        for group in self.voters.backers[project]:
            kind = self.classes[group]
            if kind not in moved:
                moved[kind] = self.having(max(self.cash[kind] - price, Fraction(0)))
            self.classes[group] = moved[kind]

    def having(self, cash: Fraction) -> int:
        """The class with so much money."""
        if cash not in self.class_of:
            self.class_of[cash] = len(self.cash)
            self.cash.append(cash)
        return self.class_of[cash]

    def reasons(self) -> dict[str, Reason]:
        ids = self.voters.ids
        reasons: dict[str, Reason] = {ids[b.project]: self.bought(b) for b in self.purchases}
        for place, project in enumerate(ids):
            mark = self.voters.projects[place].exclusive
            if project not in reasons:
                excluded = mark in self.taken
                reasons[project] = Excluded(self.taken[mark]) if excluded else self.short(place)
        return reasons

    def bought(self, purchase: _Purchase) -> Bought:
        emptied = (
            group
            for group in self.voters.backers[purchase.project]
            if self.cash[purchase.classes[group]] < purchase.price
        )
        return Bought(
            each=exact(purchase.price),
            payers=self.voters.votes[purchase.project],
            emptied=self.voters.people(emptied),
        )

    def short(self, project: int) -> Short:
        backers = self.voters.backers[project]
        held = sum(
            (self.cash[self.classes[group]] * self.voters.sizes[group] for group in backers),
            Fraction(0),
        )
        gone = [(self.voters.ids[b.project], self.paid(backers, b)) for b in self.purchases]
        gone = sorted((row for row in gone if row[1]), key=lambda row: -row[1])
        return Short(exact(held), self.voters.costs[project], tuple(gone[:SHOWN]))

    def paid(self, groups: Iterable[int], purchase: _Purchase) -> Amount:
        """What these groups gave for a purchase."""
        buyers = set(self.voters.backers[purchase.project])
        given = (
            min(self.cash[purchase.classes[group]], purchase.price) * self.voters.sizes[group]
            for group in groups
            if group in buyers
        )
        return exact(sum(given, Fraction(0)))
