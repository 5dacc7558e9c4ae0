"""The rules of learning: which questions are drawn, when a lesson and a track are passed."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from random import Random

PASS = 80  # per cent of a quiz's questions


@dataclass(frozen=True, slots=True)
class Standing:
    """How far somebody is in one lesson.  `card` is the one in view, '' before the first."""

    card: str = ""
    acted: bool = False
    passed: bool = False


UNBEGUN = Standing()


def draw(
    pool: Sequence[str], count: int, seed: str, before: Sequence[Collection[str]] = ()
) -> list[str]:
    """The questions of an attempt: those that earlier attempts asked least often come first."""
    asked = Counter(id for attempt in before for id in attempt)
    mixed = list(pool)
    Random(seed).shuffle(mixed)
    return sorted(mixed, key=lambda id: asked[id])[:count]


def shuffled(ids: Sequence[str], seed: str) -> list[str]:
    """The same in an order of chance, which the seed repeats."""
    mixed = list(ids)
    Random(seed).shuffle(mixed)
    return mixed


def is_pass(right: int, asked: int) -> bool:
    """Whether so many right answers are enough."""
    return asked > 0 and 100 * right >= PASS * asked


def next_lesson(lessons: Sequence[str], standings: Mapping[str, Standing]) -> str:
    """The first lesson of a track that is not passed; '' when all are."""
    return next((id for id in lessons if not standings.get(id, UNBEGUN).passed), "")


def passed(lessons: Sequence[str], standings: Mapping[str, Standing]) -> int:
    """How many lessons of a track are passed."""
    return sum(standings.get(id, UNBEGUN).passed for id in lessons)
