"""Figures to publish beside a result, so that rules can be compared before one is chosen."""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from bot.civic.ballots import Groups, Marks


@dataclass(frozen=True, slots=True)
class Fairness:
    """`choices`: funded choices per voter on average; `nothing`: the share of voters with none."""

    choices: Fraction
    nothing: Fraction


def fairness(groups: Groups, winners: Collection[str]) -> Fairness:
    """How the voters fared; zeros where nobody voted."""
    voters = sum(groups.values()) or 1
    funded = [(_funded(ballot, winners), people) for ballot, people in groups.items()]
    return Fairness(
        choices=Fraction(sum(mine * people for mine, people in funded), voters),
        nothing=Fraction(sum(people for mine, people in funded if not mine), voters),
    )


def prefer(groups: Groups, one: Collection[str], other: Collection[str]) -> tuple[int, int]:
    """How many voters have more funded choices in one outcome, and how many in the other."""
    more = [
        (_funded(ballot, one) - _funded(ballot, other), people) for ballot, people in groups.items()
    ]
    return (
        sum(people for difference, people in more if difference > 0),
        sum(people for difference, people in more if difference < 0),
    )


def _funded(ballot: Marks, winners: Collection[str]) -> int:
    return sum(project in winners for project, _ in ballot)
