"""What stands on a ballot, what may be picked, and the rules by which it is counted.

Amounts are in whole currency units (lari); tetri are fractions.
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from fractions import Fraction
from math import ceil
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
    ADD_ONE_FILLED = "equal-shares/add1u"  # what is left then goes by votes


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


SHARING = frozenset({Rule.EQUAL_SHARES, Rule.ADD_ONE, Rule.ADD_ONE_FILLED})
APPROVING = frozenset({Kind.APPROVAL, Kind.CHOOSE_ONE})


@dataclass(frozen=True, slots=True)
class Project:
    """What can be voted for.  `number` is printed on posters; a withdrawn project stays listed.

    Of all that carry the same `exclusive` mark only one can win, in whatever zone.
    """

    id: str
    cost: Amount
    zone: str = ""
    number: int = 0
    withdrawn: bool = False
    exclusive: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """The published rules of one vote, as data.

    `pots` gives each zone its own budget.  A ballot holds `least` to `most` projects of each zone,
    unless `picks` says otherwise for one.  A project exactly at `minimum` votes (or points) is
    eligible; `minimum_percent` asks for so many of the ballots that name a project of its zone.
    `lot` holds project ids in the order drawn in public.
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
    picks: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    minimum_percent: Amount = 0

    def __post_init__(self) -> None:
        for least, most in ((self.least, self.most), *self.picks.values()):
            if not 0 < least <= most:
                raise ValueError(f"a ballot cannot hold {least} to {most} projects")
            if self.kind is Kind.CHOOSE_ONE and most != 1:
                raise ValueError(f"a choose-1 ballot holds one project, not {most}")
        if self.rule in SHARING and self.kind not in APPROVING:
            raise ValueError(f"equal shares counts approvals, not {self.kind} ballots")
        if any(budget < 0 for budget in self.pots.values()):
            raise ValueError("a budget cannot be negative")
        self._check_minimum()
        if twice := [project for project, times in Counter(self.lot).items() if times > 1]:
            raise ValueError(f"the lot names project {twice[0]} twice")

    def _check_minimum(self) -> None:
        if self.minimum < 0 or not 0 <= self.minimum_percent <= 100:
            raise ValueError("a minimum is not negative, and a percentage at most 100")
        if self.minimum and self.minimum_percent:
            raise ValueError("the minimum is a number or a percentage of the ballots, not both")
        if self.minimum_percent and self.kind not in APPROVING:
            raise ValueError(f"a percentage of ballots is asked of approvals, not of {self.kind}")

    def needed(self, ballots: int) -> Amount:
        """The least result of an eligible project where so many ballots name one of its zone."""
        return ceil(self.minimum_percent * ballots / Fraction(100)) or self.minimum

    def limits(self, zone: str) -> tuple[int, int]:
        """How few and how many projects of a zone a ballot may hold."""
        return self.picks.get(zone, (self.least, self.most))

    def to_json(self) -> dict[str, Any]:
        """Plain data with a version."""
        kept = {f.name: to_data(getattr(self, f.name)) for f in fields(self)}
        pots = {zone: to_data(budget) for zone, budget in self.pots.items()}
        picks = {zone: list(limits) for zone, limits in self.picks.items()}
        return {"v": VERSION, **kept, "pots": pots, "picks": picks}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The inverse of to_json; what an older version did not know is as it was then."""
        apart = {"pots", "picks"}
        known = {f.name for f in fields(cls)} & set(data) - apart
        kept = {name: from_data(data[name]) for name in known}
        pots = {zone: from_data(budget) for zone, budget in data["pots"].items()}
        picks = {zone: (limits[0], limits[1]) for zone, limits in data.get("picks", {}).items()}
        kept |= {"rule": Rule(kept["rule"]), "kind": Kind(kept["kind"]), "tie": Tie(kept["tie"])}
        return cls(pots=pots, picks=picks, **kept)


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
    zones = dict.fromkeys(project.zone for project in known.values()) or {"": None}
    named = Counter(known[pick].zone if pick in known else None for pick in times)
    refusals += [_limited(rules, zone, known.values(), named) for zone in zones]
    return tuple(refusal for refusal in refusals if refusal)


def _limited(
    rules: Rules, zone: str, projects: Iterable[Project], named: Mapping[str | None, int]
) -> Refusal | None:
    """Too many or too few of one zone; one part of a ballot may stay empty, not all of it."""
    least, most = rules.limits(zone)
    if named.get(zone, 0) > most:
        return Refusal(Flaw.TOO_MANY, limit=most)
    # Withdrawals during the vote must not make a valid ballot impossible.
    open_ones = sum(project.zone == zone and not project.withdrawn for project in projects)
    least = min(least, open_ones)
    skipped = zone not in named and bool(named)
    return None if skipped or named.get(zone, 0) >= least else Refusal(Flaw.TOO_FEW, limit=least)


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
