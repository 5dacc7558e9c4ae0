"""Somebody else's count, in a process of its own: `python -m bot.exchange.independent BYTES`.

| rule                                        | ballots            | referee   |
|---------------------------------------------|--------------------|-----------|
| greedy                                      | approval, choose-1 | pabutools |
| equal shares: plain, add 1, add 1 and votes | approval, choose-1 | pabutools |
| greedy without skip                         | any                | naive     |
| any, on points or ranks                     | those              | naive     |
| any, with projects that exclude each other  | any                | naive     |

A minimum and withdrawn projects are no hindrance: pabutools is shown the eligible projects only.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from bot.civic import naive
from bot.civic.amounts import Amount, from_data, to_data
from bot.civic.ballots import APPROVING, Groups, Project, Rule, Rules, within
from bot.exchange import apart

SECONDS = 600  # of computing


class Referee(StrEnum):
    PABUTOOLS = "pabutools"
    NAIVE = "naive"


def referee_for(rules: Rules, projects: Sequence[Project]) -> Referee:
    """Who recounts such a vote."""
    excluding = any(project.exclusive for project in projects)
    if rules.rule is Rule.NO_SKIP or rules.kind not in APPROVING or excluding:
        return Referee.NAIVE
    return Referee.PABUTOOLS


def winners(rules: Rules, projects: Sequence[Project], groups: Groups) -> list[str]:
    """The winners in the order they win, as the referee sees them."""
    if referee_for(rules, projects) is Referee.NAIVE:
        return naive.winners(rules, projects, groups)
    found: list[str] = []
    for zone, budget in rules.pots.items():
        local = [project for project in projects if project.zone == zone]
        mine = within({project.id for project in local}, groups)
        found += _pot(rules, budget, local, mine)
    return found


def _pot(rules: Rules, budget: Amount, projects: Sequence[Project], groups: Groups) -> list[str]:
    """One zone through pabutools, which sees eligible projects only, but every ballot."""
    # Imported late: it takes a second, and who only counts does not need it.
    from pabutools import election
    from pabutools.fractions import frac

    ballots = naive.unfolded(groups)
    eligible = naive.eligible(rules, projects, ballots)
    theirs = {p.id: election.Project(p.id, frac(p.cost)) for p in eligible}
    instance = election.Instance(theirs.values(), budget_limit=frac(budget))
    profile = election.ApprovalMultiProfile(instance=instance)
    for ballot, people in groups.items():
        named = [theirs[project] for project, _ in ballot if project in theirs]
        profile[election.FrozenApprovalBallot(named)] += people
    places = {p.id: place for place, p in enumerate(eligible)}
    return [project.name for project in _allocated(rules.rule, instance, profile, places)]


def _allocated(rule: Rule, instance: Any, profile: Any, places: Mapping[str, int]) -> Any:
    from pabutools import rules as methods
    from pabutools.election import Cost_Sat
    from pabutools.tiebreaking import TieBreakingRule

    # Cost_Sat, because greedy divides satisfaction by cost: what remains is the votes.
    ties = TieBreakingRule(lambda _instance, _profile, project: places[project.name])
    how = {"sat_class": Cost_Sat, "tie_breaking": ties}
    if rule is Rule.GREEDY:
        return methods.greedy_utilitarian_welfare(instance, profile, **how)
    if rule is Rule.EQUAL_SHARES:
        return methods.method_of_equal_shares(instance, profile, **how)
    grown = _grown(instance, profile, how)
    if rule is Rule.ADD_ONE_FILLED:
        how["initial_budget_allocation"] = grown
        return methods.greedy_utilitarian_welfare(instance, profile, **how)
    return grown


def _grown(instance: Any, profile: Any, how: dict[str, Any]) -> Any:
    from pabutools import rules as methods

    named = {project for ballot in profile for project in ballot}
    costs = sum(project.cost for project in named)
    if costs <= instance.budget_limit:
        # No share would ever overspend, and the loop below not end: one that pays for all, then.
        rich = instance.copy()
        rich.budget_limit = costs * profile.num_ballots()
        return methods.method_of_equal_shares(rich, profile, **how)
    return methods.exhaustion_by_budget_increase(
        instance,
        profile,
        methods.method_of_equal_shares,
        how.copy(),
        exhaustive_stop=False,
        budget_step=profile.num_ballots(),
        budget_bound=instance.budget_limit + (costs + 1) * profile.num_ballots(),
    )


def asked(rules: Rules, projects: Sequence[Project], groups: Groups) -> str:
    """What the process reads from its standard input."""
    listed = [[p.id, to_data(p.cost), p.zone, p.number, p.withdrawn, p.exclusive] for p in projects]
    cast = [[to_data(ballot), people] for ballot, people in groups.items()]
    return json.dumps({"rules": rules.to_json(), "projects": listed, "groups": cast})


def _read(text: str) -> tuple[Rules, list[Project], dict[Any, int]]:
    told = json.loads(text)
    projects = [Project(id, from_data(cost), *more) for id, cost, *more in told["projects"]]
    groups = {from_data(ballot): people for ballot, people in told["groups"]}
    return Rules.from_json(told["rules"]), projects, groups


def main(memory: int) -> int:
    """Count what stands on standard input with so many bytes of memory."""
    apart.bound(memory, SECONDS)
    sys.setrecursionlimit(100_000)  # pabutools calls itself for every project it buys
    try:
        found = winners(*_read(sys.stdin.read()))
    except MemoryError:
        return apart.FULL
    sys.stdout.write(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
