"""The official count: exact, over grouped ballots, with a reason for every project."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from bot.civic.amounts import Amount
from bot.civic.ballots import SHARING, Groups, Project, Rule, Rules, Tie, within
from bot.civic.equal_shares import Shares, Sharing, Watch, share_out
from bot.civic.greedy import give_out
from bot.civic.outcomes import (
    BelowMinimum,
    Filled,
    Funded,
    Outcome,
    Reason,
    Result,
    Withdrawn,
    won,
)


class NoPot(ValueError):
    """A project's zone has no budget in the rules."""


class Total(NamedTuple):
    """What the ballots gave one project: how many named it, and the sum of their points."""

    votes: int
    score: Amount


def totals(projects: Iterable[Project], groups: Groups) -> dict[str, Total]:
    """Votes and points of each project.  Raises KeyError for a ballot naming an unknown one."""
    votes = {project.id: 0 for project in projects}
    extra: dict[str, Amount] = {}  # points beyond one a vote, which approvals have none of
    for ballot, people in groups.items():
        for project, points in ballot:
            votes[project] += people
            if points != 1:
                extra[project] = extra.get(project, 0) + people * (points - 1)
    return {id: Total(number, number + extra.get(id, 0)) for id, number in votes.items()}


def count(
    rules: Rules,
    projects: Sequence[Project],
    groups: Groups,
    watch: Watch = lambda _: None,
) -> Result:
    """Count each zone's pot by the rules, in their order.

    Of projects that exclude each other the first to win blocks the others, in later pots too.
    `watch` is told the number of each round of raising shares.
    Raises NoPot; KeyError for a ballot naming an unknown project; TooManyRounds from equal shares.
    """
    astray = {project.zone for project in projects} - set(rules.pots)
    if astray:
        raise NoPot(*sorted(astray))
    counted = totals(projects, groups)
    taken: dict[str, str] = {}
    pots = []
    for zone, budget in rules.pots.items():
        local = [project for project in projects if project.zone == zone]
        pots.append(_Pot(rules, budget, local, counted, watch).count(groups, taken))
    return _joined(rules.pots, pots)


@dataclass(frozen=True, slots=True)
class _Pot:
    """One zone's budget and its projects in the order given."""

    rules: Rules
    budget: Amount
    projects: Sequence[Project]
    totals: Mapping[str, Total]
    watch: Watch

    def count(self, groups: Groups, taken: dict[str, str]) -> "_Counted":
        mine = (
            groups if len(self.rules.pots) == 1 else within({p.id for p in self.projects}, groups)
        )
        refused = self.refused(sum(mine.values()))
        eligible = [project for project in self.projects if project.id not in refused]
        if self.rules.rule in SHARING:
            spent = self.shared(eligible, mine, taken)
        else:
            skip = self.rules.rule is Rule.GREEDY
            spent = Shares(give_out(self.budget, self.by_result(eligible), taken, skip=skip), {})
        winners = [project for project, reason in spent.reasons.items() if won(reason)]
        found = Shares(spent.reasons | refused, spent.support)
        return _Counted(winners, self.outcomes(found), self.left(found.reasons))

    def shared(self, eligible: Sequence[Project], groups: Groups, taken: dict[str, str]) -> Shares:
        """Equal shares, and what is left by votes where the rules say so."""
        how = Sharing(self.budget, self.rules.rule is not Rule.EQUAL_SHARES, self.watch)
        spent = share_out(how, self.by_tie(eligible), groups, taken)
        if self.rules.rule is not Rule.ADD_ONE_FILLED:
            return spent
        reasons = {project: reason for project, reason in spent.reasons.items() if won(reason)}
        rest = [project for project in eligible if project.id not in reasons]
        filled = give_out(self.left(spent.reasons), self.by_result(rest), taken, skip=True)
        for project, reason in filled.items():
            reasons[project] = Filled(reason.left) if isinstance(reason, Funded) else reason
        support = {id: percent for id, percent in spent.support.items() if not won(reasons[id])}
        return Shares(reasons, support)

    def left(self, reasons: Mapping[str, Reason]) -> Amount:
        spent = (p.cost for p in self.projects if p.id in reasons and won(reasons[p.id]))
        return self.budget - sum(spent)

    def refused(self, ballots: int) -> dict[str, Reason]:
        """Those that cannot win whatever the money."""
        refused: dict[str, Reason] = {}
        needed = self.rules.needed(ballots)
        for project in self.projects:
            score = self.totals[project.id].score
            if project.withdrawn:
                refused[project.id] = Withdrawn()
            elif score < needed:
                refused[project.id] = BelowMinimum(score, needed)
        return refused

    def by_result(self, projects: Iterable[Project]) -> list[list[Project]]:
        """Equal results together, the best first."""
        ranked = groupby(self.ranked(projects), key=lambda p: self.totals[p.id].score)
        return [list(equals) for _, equals in ranked]

    def ranked(self, projects: Iterable[Project]) -> list[Project]:
        """By score, equal ones by the tie rule, withdrawn ones last."""
        by_tie = self.by_tie(projects)
        return sorted(by_tie, key=lambda p: (p.withdrawn, -self.totals[p.id].score))

    def by_tie(self, projects: Iterable[Project]) -> list[Project]:
        """As the tie rule puts them; the order given decides last."""
        drawn = {project: place for place, project in enumerate(self.rules.lot)}

        def turn(project: Project) -> tuple[Amount, ...]:
            lot = drawn.get(project.id, len(drawn))
            cheaper = (project.cost, -self.totals[project.id].votes)
            return {Tie.CHEAPER: (*cheaper, lot), Tie.LOT: (lot,), Tie.ROWS: ()}[self.rules.tie]

        return sorted(projects, key=turn)

    def outcomes(self, found: Shares) -> list[Outcome]:
        """One for each project, best first."""
        equals: dict[Amount, list[str]] = {}
        for project in self.projects:
            if not project.withdrawn:
                equals.setdefault(self.totals[project.id].score, []).append(project.id)
        return [
            self._outcome(project, rank, equals.get(self.totals[project.id].score, []), found)
            for rank, project in enumerate(self.ranked(self.projects), start=1)
        ]

    def _outcome(
        self, project: Project, rank: int, equals: Sequence[str], found: Shares
    ) -> Outcome:
        total = self.totals[project.id]
        return Outcome(
            project=project.id,
            zone=project.zone,
            cost=project.cost,
            votes=total.votes,
            score=total.score,
            rank=0 if project.withdrawn else rank,
            equals=() if project.withdrawn else tuple(p for p in equals if p != project.id),
            reason=found.reasons[project.id],
            support=found.support.get(project.id),
        )


@dataclass(frozen=True, slots=True)
class _Counted:
    """What one pot gave."""

    winners: list[str]
    outcomes: list[Outcome]
    left: Amount


def _joined(zones: Iterable[str], counted: Sequence[_Counted]) -> Result:
    return Result(
        winners=tuple(winner for pot in counted for winner in pot.winners),
        outcomes=tuple(outcome for pot in counted for outcome in pot.outcomes),
        left={zone: pot.left for zone, pot in zip(zones, counted, strict=True)},
    )
