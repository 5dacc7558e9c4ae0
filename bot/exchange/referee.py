"""Recounting by somebody else: pabutools where it has the rule, else our second counter.

| rule                              | ballots            | referee   |
|-----------------------------------|--------------------|-----------|
| greedy, with or without a minimum | approval, choose-1 | pabutools |
| equal shares, plain and add 1     | approval, choose-1 | pabutools |
| greedy without skip               | any                | naive     |
| any                               | points, ranks      | naive     |
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.civic import naive
from bot.civic.amounts import Amount
from bot.civic.ballots import APPROVING, Groups, Project, Rule, Rules, within


class Referee(StrEnum):
    PABUTOOLS = "pabutools"
    NAIVE = "naive"


# Different ballots x projects of a recount that ends within minutes; beyond it, TooLarge.
ROOM = {Rule.GREEDY: 4_000_000, Rule.EQUAL_SHARES: 4_000_000, Rule.ADD_ONE: 100_000}


class TooLarge(ValueError):
    """Not refereed: it would take too long.  Two people of the staff have to release the result."""


@dataclass(frozen=True, slots=True)
class Recount:
    """What the referee found; the order of winners is not compared."""

    referee: Referee
    winners: frozenset[str]


def referee_for(rules: Rules) -> Referee:
    """Who recounts such a vote."""
    if rules.rule in ROOM and rules.kind in APPROVING:
        return Referee.PABUTOOLS
    return Referee.NAIVE


def recount(rules: Rules, projects: Sequence[Project], groups: Groups) -> Recount:
    """The winners as the referee sees them.  Raises TooLarge."""
    referee = referee_for(rules)
    if referee is Referee.NAIVE:
        return Recount(referee, frozenset(naive.winners(rules, projects, groups)))
    if len(groups) * len(projects) > ROOM[rules.rule]:
        raise TooLarge(len(groups) * len(projects))
    winners: set[str] = set()
    for zone, budget in rules.pots.items():
        local = [project for project in projects if project.zone == zone]
        mine = within({project.id for project in local}, groups)
        winners |= _pot(rules, budget, local, mine)
    return Recount(referee, frozenset(winners))


def _pot(rules: Rules, budget: Amount, projects: Sequence[Project], groups: Groups) -> set[str]:
    """One zone through pabutools, which sees eligible projects only, but every ballot."""
    # Imported late: it takes a second, and who only counts does not need it.
    from pabutools import election
    from pabutools.fractions import frac

    ballots = naive.unfolded(groups)
    eligible = [p for p in projects if not p.withdrawn and naive.score(p, ballots) >= rules.minimum]
    theirs = {p.id: election.Project(p.id, frac(p.cost)) for p in eligible}
    instance = election.Instance(theirs.values(), budget_limit=frac(budget))
    profile = election.ApprovalMultiProfile(instance=instance)
    for ballot, people in groups.items():
        named = [theirs[project] for project, _ in ballot if project in theirs]
        profile[election.FrozenApprovalBallot(named)] += people
    places = {
        p.id: place
        for place, p in enumerate(sorted(eligible, key=lambda p: naive.before(rules, p, ballots)))
    }
    return {project.name for project in _outcome(rules.rule, instance, profile, places)}


def _outcome(rule: Rule, instance: Any, profile: Any, places: Mapping[str, int]) -> Any:
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
    named = {project for ballot in profile for project in ballot}
    if sum(project.cost for project in named) <= instance.budget_limit:
        return named  # no share would ever overspend, and the loop below not end
    return methods.exhaustion_by_budget_increase(
        instance,
        profile,
        methods.method_of_equal_shares,
        how,
        exhaustive_stop=False,
        budget_step=profile.num_ballots(),
    )
