"""The practicum's rules: what a team has to show, and when a mentor's review is a pass."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.civic.workdays import DAY, add_working_days, is_working

HEAR, PLAN, ACT, REPORT = STEPS = ("hear", "plan", "act", "report")
"""What a team does; the fifth step is the review of all of it."""

TEXT, PHOTO, DOCUMENT, SURVEY, MEETING = "text", "photo", "document", "survey", "meeting"
LEAST = {SURVEY: 30, MEETING: 15}
"""Evidence that the bot itself holds: so many answers, so many people who came."""

NEEDED = {
    HEAR: frozenset({SURVEY, MEETING}),
    PLAN: frozenset({TEXT, DOCUMENT}),
    ACT: frozenset({TEXT, PHOTO, DOCUMENT, SURVEY, MEETING}),
    REPORT: frozenset({TEXT, DOCUMENT}),
}
"""One piece of these kinds makes a step complete."""

TAKEN = {
    HEAR: (SURVEY, MEETING, TEXT, PHOTO, DOCUMENT),
    PLAN: (TEXT, DOCUMENT, PHOTO),
    ACT: (TEXT, PHOTO, DOCUMENT, SURVEY, MEETING),
    REPORT: (TEXT, DOCUMENT, PHOTO),
}
"""What can be put beside a step; the most likely comes first."""

PIECES = 6  # of one step; a mentor gets all of them at once
PEOPLE = range(2, 13)  # of one team
CITY, CIVIL = SIDES = ("city", "civil")

POINTS = (
    "purpose",
    "reach",
    "inclusion",
    "notice",
    "records",
    "reasons",
    "feedback",
    "care",
)
ABSENT, PARTLY, FULL = SCALE = (0, 1, 2)
ENOUGH = 6  # points that are fully met

REVIEW_DAYS = 10  # working days that a mentor has
WARN_DAYS = 2  # working days before the last one
OFFICE_CLOSES = time(18)
MORNING = time(10)


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of evidence as the rules see it.  `count` is what the bot counted, of those kinds."""

    step: str
    kind: str
    at: datetime
    count: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """What the last review asked to change, and when."""

    steps: frozenset[str]
    at: datetime


def counts(piece: Shown) -> bool:
    """Whether a piece completes its step: what the bot counts has to reach its number."""
    return piece.kind in NEEDED[piece.step] and piece.count >= LEAST.get(piece.kind, 0)


def done(pieces: Sequence[Shown], asked: Asked | None = None) -> dict[str, bool]:
    """By step whether it is complete; one that a mentor sent back needs something new as well."""
    back = asked.steps if asked else frozenset()
    return {
        step: any(counts(piece) for piece in pieces if piece.step == step)
        and (step not in back or any(_new(piece, step, asked) for piece in pieces))
        for step in STEPS
    }


def _new(piece: Shown, step: str, asked: Asked | None) -> bool:
    return asked is not None and piece.step == step and piece.at > asked.at


def enough_people(sides: Collection[str]) -> bool:
    """Whether a team is big enough."""
    return len(sides) in PEOPLE


def mixed(sides: Collection[str]) -> bool:
    """Whether the municipality and civil society are in it together."""
    return set(sides) == set(SIDES)


def passes(scores: Mapping[str, int]) -> bool:
    """At least six of the eight points are fully met, and none is missing altogether."""
    if set(scores) != set(POINTS) or not set(scores.values()) <= set(SCALE):
        raise ValueError(f"scores of all eight points are needed, not {dict(scores)}")
    return ABSENT not in scores.values() and full(scores) >= ENOUGH


def full(scores: Mapping[str, int]) -> int:
    """How many points are fully met."""
    return sum(score == FULL for score in scores.values())


def review_until(now: datetime, zone: ZoneInfo) -> datetime:
    """By when a mentor who is asked now answers: the end of the tenth working day."""
    day = add_working_days(now.astimezone(zone).date(), REVIEW_DAYS)
    return datetime.combine(day, OFFICE_CLOSES, zone)


def warn_at(until: datetime, zone: ZoneInfo) -> datetime:
    """In the morning, two working days before that."""
    day, left = until.astimezone(zone).date(), WARN_DAYS
    while left:
        day -= DAY
        left -= is_working(day)
    return datetime.combine(day, MORNING, zone)
