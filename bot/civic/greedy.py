"""Greedy: the best result first, as long as the money lasts (Pabulib's format page, `rule`)."""

from collections.abc import Iterable

from bot.civic.amounts import Amount
from bot.civic.ballots import Project
from bot.civic.outcomes import Excluded, Funded, NoMoney, Reason, Stopped, TieLost


def give_out(
    budget: Amount, ranked: Iterable[Iterable[Project]], taken: dict[str, str], *, skip: bool
) -> dict[str, Reason]:
    """Fund each project that still fits; without `skip`, end at the first that does not.

    `ranked` holds projects of equal results together.  `taken` names the winner of each exclusive
    mark; marks won here are added.  A project that a winner excludes is passed over and stops
    nothing.
    """
    reasons: dict[str, Reason] = {}
    left = budget
    stopped = ""
    for equals in ranked:
        opening = left
        ahead: list[str] = []
        for project in equals:
            if stopped:
                reasons[project.id] = Stopped(stopped)
            elif project.exclusive in taken:
                reasons[project.id] = Excluded(taken[project.exclusive])
            elif project.cost <= left:
                left -= project.cost
                reasons[project.id] = Funded(left)
                ahead.append(project.id)
                take(project, taken)
            else:
                fitted = project.cost <= opening
                reasons[project.id] = (
                    TieLost(left, project.cost, tuple(ahead))
                    if fitted
                    else NoMoney(left, project.cost)
                )
                stopped = "" if skip else project.id
    return reasons


def take(project: Project, taken: dict[str, str]) -> None:
    """Note the winner of an exclusive mark."""
    if project.exclusive:
        taken[project.exclusive] = project.id
