"""The practicum of a course as its file tells it: `practicum.yaml` beside `course.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bot.content.course import LOCALES, MAIN, NoCourse, mapping, text

FILE = "practicum.yaml"


@dataclass(frozen=True, slots=True)
class Step:
    """What a team does: its name, the task, and what to show for it."""

    title: str
    task: str
    show: str


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the rubric: what is asked, and what each mark means, from 0 on."""

    title: str
    ask: str
    marks: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Practicum:
    """A practicum in one language; steps and points by their id."""

    title: str
    about: str
    steps: Mapping[str, Step]
    points: Mapping[str, Point]


@cache
def practicum(name: str, version: int, language: str, root: Path = LOCALES) -> Practicum:
    """The practicum of a version of a course, in Georgian where it does not speak the language.

    Raises NoCourse; ValueError or KeyError for a file with faults.
    """
    paths = [root / one / "courses" / name / str(version) / FILE for one in (language, MAIN)]
    path = next((path for path in paths if path.is_file()), None)
    if path is None:
        raise NoCourse(f"{name} {version}")
    told = mapping(path)
    return Practicum(
        title=text(told, "title"),
        about=text(told, "about"),
        steps={str(id): _step(row) for id, row in told["steps"].items()},
        points={str(id): _point(row) for id, row in told["points"].items()},
    )


def _step(row: Mapping[str, Any]) -> Step:
    return Step(text(row, "title"), text(row, "task"), text(row, "show"))


def _point(row: Mapping[str, Any]) -> Point:
    marks = (text(row, "none"), text(row, "partly"), text(row, "fully"))
    return Point(text(row, "title"), text(row, "ask"), marks)
