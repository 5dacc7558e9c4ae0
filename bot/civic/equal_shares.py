"""The Method of Equal Shares with cost utilities, exact (Peters, Pierczyński, Skowron 2021).

Every voter gets the same share and spends it only on projects of the own ballot.  A project is
affordable at price x if its supporters, each paying x or all that is left to them, cover its
cost.  In each round the project with the smallest x per unit of cost is bought.

Of projects that exclude each other the first to be bought takes the others out of the rounds that
follow; their supporters keep their money for what else they named.  Each raised share begins
anew, with all of them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.civic.amounts import Amount
from bot.civic.ballots import Groups, Project
from bot.civic.greedy import take
from bot.civic.outcomes import Excluded, Reason
from bot.civic.share_account import Account, Loser
from bot.civic.share_run import Backing, Run

ROUNDS = 100_000  # the longest of 1,746 real elections needs 1,619
WORK = 2_000_000_000  # mentions of projects on ballots looked at, some minutes; Łódź: 7,000,000

Watch = Callable[[int], object]
"""Told the number of each round of raising, for a progress bar."""


class TooManyRounds(ArithmeticError):
    """The share was raised for minutes, and the budget is still not overspent."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Why each project won or lost, winners in the order bought.

    `support` is how close each loser came, in percent (`share_account.Loser.support`).
    """

    reasons: dict[str, Reason]
    support: dict[str, int]


@dataclass(frozen=True, slots=True)
class Sharing:
    """How a pot is shared out: `raising` the share until a run would overspend, or one run only."""

    budget: Amount
    raising: bool = False
    watch: Watch = lambda _: None


def share_out(
    how: Sharing, projects: Sequence[Project], groups: Groups, taken: dict[str, str]
) -> Shares:
    """Share out a budget; `projects` are given in the order that decides ties.

    With `raising` every share is raised by one currency unit and all is counted anew, until a run
    overspends; the run before it counts (stop (a): so decided Wieliczka and Świecie in 2023).
    `taken` names the winner of each exclusive mark; marks won here are added.
    Raises TooManyRounds.
    """
    running = [project for project in projects if project.exclusive not in taken]
    backing = Backing(running, groups)
    share, run = _raised(how, backing) if how.raising else _first(how.budget, backing)
    account = Account(backing, share, run.purchases)
    shares = Shares({}, {})
    for number, purchase in enumerate(run.purchases):
        shares.reasons[running[purchase.project].id] = account.bought(number)
        take(running[purchase.project], taken)
    losers = {place: p for place, p in enumerate(running) if p.id not in shares.reasons}
    for place, project in losers.items():
        if project.exclusive not in taken:
            loser = Loser(account, place)
            shares.reasons[project.id] = loser.short()
            shares.support[project.id] = loser.support()
    for project in projects:
        if project.id not in shares.reasons:
            shares.reasons[project.id] = Excluded(taken[project.exclusive])
    return shares


def _first(budget: Amount, backing: Backing) -> tuple[Fraction, Run]:
    share = Fraction(budget) / max(backing.number, 1)
    return share, backing.run(share)


def _raised(how: Sharing, backing: Backing) -> tuple[Fraction, Run]:
    """The last run that does not overspend, and its share."""
    named = [p for p, votes in zip(backing.projects, backing.votes, strict=True) if votes]
    enough = Fraction(sum(project.cost for project in named))  # who has it runs out of nothing
    dearest = {_rivals(p): p.cost for p in sorted(named, key=lambda p: p.cost)}
    if sum(dearest.values()) <= how.budget:
        return enough, backing.run(enough)  # no share would ever overspend
    share, run = _first(how.budget, backing)
    rounds = min(ROUNDS, WORK // backing.mentions)
    for number in range(1, rounds + 1):
        how.watch(number)
        following = backing.run(share + 1)
        if following.spent > how.budget * backing.unit or share >= enough:
            return share, run
        share, run = share + 1, following
    raise TooManyRounds(
        f"after {rounds:,} rounds of raising every share by 1 the budget is still not spent"
    )


def _rivals(project: Project) -> tuple[str, str]:
    """Names all of which one at most can win."""
    return (project.exclusive, "") if project.exclusive else ("", project.id)
