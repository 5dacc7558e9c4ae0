"""What became of each project and why: data from which a text explains the result."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self, get_args

from bot.civic.amounts import Amount, from_data, to_data

VERSION = 1


@dataclass(frozen=True, slots=True)
class Funded:
    """Its turn came and the money sufficed; `left` remained afterwards."""

    code: ClassVar[str] = "funded"
    left: Amount


@dataclass(frozen=True, slots=True)
class Bought:
    """Equal shares: `payers` supporters paid `each`, of whom `emptied` had less and paid all."""

    code: ClassVar[str] = "bought"
    each: Amount
    payers: int
    emptied: int


@dataclass(frozen=True, slots=True)
class Filled:
    """Equal shares left money; it went by votes, and `left` remained after this project."""

    code: ClassVar[str] = "filled"
    left: Amount


@dataclass(frozen=True, slots=True)
class BelowMinimum:
    """Fewer votes (or points) than the rules ask for."""

    code: ClassVar[str] = "below_minimum"
    votes: Amount
    needed: Amount


@dataclass(frozen=True, slots=True)
class NoMoney:
    """At its turn `left` remained, less than its cost."""

    code: ClassVar[str] = "no_money"
    left: Amount
    cost: Amount


@dataclass(frozen=True, slots=True)
class TieLost:
    """The money would have sufficed, had the tie rule not put its equals `ahead` of it."""

    code: ClassVar[str] = "tie"
    left: Amount
    cost: Amount
    ahead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stopped:
    """Giving out had stopped before its turn, at a project that did not fit."""

    code: ClassVar[str] = "stopped"
    at: str


@dataclass(frozen=True, slots=True)
class Short:
    """Equal shares: its supporters still `held` less than its cost.

    `gone` says where the money of its supporters went: (winner, amount), largest first.
    """

    code: ClassVar[str] = "short"
    held: Amount
    cost: Amount
    gone: tuple[tuple[str, Amount], ...] = ()


@dataclass(frozen=True, slots=True)
class Excluded:
    """It and the winner `by` exclude each other."""

    code: ClassVar[str] = "excluded"
    by: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Taken out before the count."""

    code: ClassVar[str] = "withdrawn"


Winning = Funded | Bought | Filled
Reason = Winning | BelowMinimum | NoMoney | TieLost | Stopped | Short | Excluded | Withdrawn

REASONS: Mapping[str, type[Reason]] = {reason.code: reason for reason in get_args(Reason)}


def won(reason: Reason) -> bool:
    """Whether the reason is that of a winner."""
    return isinstance(reason, Winning)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One project's result.

    `rank` is its place by score within its zone, 0 for a withdrawn project.
    `equals` are the other projects of its zone with the same score.
    `support` is how close a loser came under equal shares, in percent of what it needed, rounded
    down; None where the money did not decide.
    """

    project: str
    zone: str
    cost: Amount
    votes: int
    score: Amount
    rank: int
    equals: tuple[str, ...]
    reason: Reason
    support: int | None = None

    @property
    def funded(self) -> bool:
        return won(self.reason)

    def to_json(self) -> dict[str, Any]:
        """Plain data; the reason as {"code": ..., and its figures}."""
        return {**_plain(self), "reason": {"code": self.reason.code, **_plain(self.reason)}}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The inverse of to_json."""
        figures = _figures(data["reason"])
        reason = REASONS[figures.pop("code")](**figures)
        return cls(**_figures({k: v for k, v in data.items() if k != "reason"}), reason=reason)


@dataclass(frozen=True, slots=True)
class Result:
    """A count: winners in the order they won, outcomes by zone and rank, money left per zone."""

    winners: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    left: Mapping[str, Amount]

    def to_json(self) -> dict[str, Any]:
        """Plain data with a version."""
        return {
            "v": VERSION,
            "winners": list(self.winners),
            "outcomes": [outcome.to_json() for outcome in self.outcomes],
            "left": {zone: to_data(left) for zone, left in self.left.items()},
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The inverse of to_json."""
        outcomes = tuple(Outcome.from_json(row) for row in data["outcomes"])
        return cls(tuple(data["winners"]), outcomes, _figures(data["left"]))


def _plain(thing: Any) -> dict[str, Any]:
    return {f.name: to_data(getattr(thing, f.name)) for f in fields(thing)}


def _figures(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: from_data(value) for name, value in data.items()}
