"""What stands on a ballot, what may be picked, and the rules by which it is counted.

Amounts are in whole currency units (lari); tetri are fractions.
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Self

from bot.civic.amounts import Amount, from_data, to_data

VERSION = 1

Marks = tuple[tuple[str, Amount], ...]
"""One ballot: (project, points) sorted by project, so that equal ballots are equal values."""

Groups = Mapping[Marks, int]
"""How many people cast each ballot."""


class Rule(StrEnum):
    """How money is given out (Pabulib's format page, key `rule`)."""

    GREEDY = "greedy"
    NO_SKIP = "greedy-no-skip"
    EQUAL_SHARES = "equal-shares"
    ADD_ONE = "equal-shares/add1"


class Tie(StrEnum):
    """Who goes first among equal results; those still equal go by lot, then by row.

    CHEAPER with equal shares: of equal costs the one with more votes (civil budget rules of
    equalshares.net).
    """

    CHEAPER = "cheaper"
    LOT = "lot"
    ROWS = "rows"


class Kind(StrEnum):
    """What a ballot says about its projects (Pabulib's key `vote_type`)."""

    APPROVAL = "approval"
    CHOOSE_ONE = "choose-1"
    CUMULATIVE = "cumulative"
    SCORING = "scoring"
    ORDINAL = "ordinal"


SHARING = frozenset({Rule.EQUAL_SHARES, Rule.ADD_ONE})
APPROVING = frozenset({Kind.APPROVAL, Kind.CHOOSE_ONE})


@dataclass(frozen=True, slots=True)
class Project:
    """What can be voted for.  `number` is printed on posters; a withdrawn project stays listed."""

    id: str
    cost: Amount
    zone: str = ""
    number: int = 0
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """The published rules of one vote, as data.

    `pots` gives each zone its own budget.  A project exactly at `minimum` votes (or points) is
    eligible.  `lot` holds project ids in the order drawn in public.
    Raises ValueError where the numbers contradict each other.
    """

    pots: Mapping[str, Amount]
    rule: Rule = Rule.GREEDY
    kind: Kind = Kind.APPROVAL
    least: int = 1
    most: int = 5
    minimum: Amount = 0
    tie: Tie = Tie.CHEAPER
    lot: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 < self.least <= self.most:
            raise ValueError(f"a ballot cannot hold {self.least} to {self.most} projects")
        if self.kind is Kind.CHOOSE_ONE and self.most != 1:
            raise ValueError(f"a choose-1 ballot holds one project, not {self.most}")
        if self.rule in SHARING and self.kind not in APPROVING:
            raise ValueError(f"equal shares counts approvals, not {self.kind} ballots")
        if any(budget < 0 for budget in self.pots.values()):
            raise ValueError("a budget cannot be negative")

    def to_json(self) -> dict[str, Any]:
        """Plain data with a version."""
        kept = {f.name: to_data(getattr(self, f.name)) for f in fields(self)}
        pots = {zone: to_data(budget) for zone, budget in self.pots.items()}
        return {"v": VERSION, **kept, "pots": pots}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The inverse of to_json."""
        kept = {f.name: from_data(data[f.name]) for f in fields(cls) if f.name != "pots"}
        pots = {zone: from_data(budget) for zone, budget in data["pots"].items()}
        kept |= {"rule": Rule(kept["rule"]), "kind": Kind(kept["kind"]), "tie": Tie(kept["tie"])}
        return cls(pots=pots, **kept)


class Flaw(StrEnum):
    """Why picks are not a valid ballot."""

    TOO_MANY = "too-many"
    TOO_FEW = "too-few"
    UNKNOWN = "unknown"
    WITHDRAWN = "withdrawn"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Refusal:
    """One flaw: with the project it concerns, or with the limit that was missed."""

    flaw: Flaw
    project: str = ""
    limit: int = 0


def check_picks(
    rules: Rules, projects: Iterable[Project], picks: Sequence[str]
) -> tuple[Refusal, ...]:
    """Everything that is wrong with the picked project ids; empty for a valid ballot.

    `projects` are those on this voter's ballot.
    """
    known = {project.id: project for project in projects}
    times = Counter(picks)
    refusals = [_flawed(pick, known.get(pick), times[pick]) for pick in times]
    open_ones = sum(not project.withdrawn for project in known.values())
    # Withdrawals during the vote must not make a valid ballot impossible.
    least = min(rules.least, open_ones)
    if len(times) > rules.most:
        refusals.append(Refusal(Flaw.TOO_MANY, limit=rules.most))
    if len(times) < least:
        refusals.append(Refusal(Flaw.TOO_FEW, limit=least))
    return tuple(refusal for refusal in refusals if refusal)


def _flawed(pick: str, project: Project | None, times: int) -> Refusal | None:
    if project is None:
        return Refusal(Flaw.UNKNOWN, pick)
    if project.withdrawn:
        return Refusal(Flaw.WITHDRAWN, pick)
    return Refusal(Flaw.TWICE, pick) if times > 1 else None


def ranked_points(length: int, longest: int = 0) -> list[int]:
    """What the places of a ranking are worth; nothing beyond `longest`, its length if 0."""
    return [max((longest or length) - place, 0) for place in range(length)]


def marks(
    kind: Kind, picks: Sequence[str], points: Sequence[Amount] = (), longest: int = 0
) -> Marks:
    """One ballot in the form that is counted; a project named again counts once.

    Ranks without points are worth `longest` for the first (by default the ballot's own length),
    one less for each that follows.
    """
    if kind in APPROVING:
        points = [1] * len(picks)
    elif kind is Kind.ORDINAL and not points:
        points = ranked_points(len(picks), longest)
    kept: dict[str, Amount] = {}
    for pick, worth in zip(picks, points, strict=True):
        kept.setdefault(pick, worth)
    return tuple(sorted(kept.items()))


def group(ballots: Iterable[Marks]) -> Counter[Marks]:
    """Equal ballots counted together; empty ones are nobody's vote and left out."""
    return Counter(ballot for ballot in ballots if ballot)


def within(projects: Container[str], groups: Groups) -> Counter[Marks]:
    """The ballots cut down to these projects; those that name none are left out."""
    cut: Counter[Marks] = Counter()
    for ballot, people in groups.items():
        if kept := tuple(mark for mark in ballot if mark[0] in projects):
            cut[kept] += people
    return cut
