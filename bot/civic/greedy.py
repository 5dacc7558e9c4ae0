"""Greedy: the best result first, as long as the money lasts (Pabulib's format page, `rule`)."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from bot.civic.amounts import Amount
from bot.civic.ballots import Project
from bot.civic.outcomes import Funded, NoMoney, Reason, Stopped, TieLost


def give_out(
    budget: Amount, ranked: Sequence[Project], scores: Mapping[str, Amount], skip: bool
) -> dict[str, Reason]:
    """Fund each project that still fits; without `skip`, end at the first that does not."""
    reasons: dict[str, Reason] = {}
    left = budget
    stopped = ""
    for _, equals in groupby(ranked, key=lambda project: scores[project.id]):
        opening = left
        ahead: list[str] = []
        for project in equals:
            if stopped:
                reasons[project.id] = Stopped(stopped)
            elif project.cost <= left:
                left -= project.cost
                reasons[project.id] = Funded(left)
                ahead.append(project.id)
            else:
                fitted = project.cost <= opening
                reasons[project.id] = (
                    TieLost(left, project.cost, tuple(ahead))
                    if fitted
                    else NoMoney(left, project.cost)
                )
                stopped = "" if skip else project.id
    return reasons
