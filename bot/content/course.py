"""A course as its files tell it: `locales/<language>/courses/<name>/<version>/`.

A version that somebody has begun is never changed but in its wording; a new one is a new folder,
so that learners finish what they began.  docs/courses.md is the author's guide.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from bot.content.cards import Card, read_cards, yaml_mapping
from bot.content.pictures import LOCALES as LOCALES
from bot.content.pictures import media_id

MAIN = "ka"
COURSE = "course.yaml"


class NoCourse(LookupError):
    """There is no such course, or not in this version or language."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from.  `stated`: somebody published it; else it is only known."""

    id: str
    name: str
    where: str
    stated: bool
    checked: date


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, and why it is right or not."""

    id: str
    text: str
    why: str
    right: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the quiz.  `rests_on` are sources, none where the lesson itself explains it."""

    id: str
    ask: str
    answers: tuple[Answer, ...]
    several: bool = False
    rests_on: tuple[str, ...] = ()

    @property
    def right(self) -> frozenset[str]:
        return frozenset(answer.id for answer in self.answers if answer.right)


@dataclass(frozen=True, slots=True)
class Action:
    """Something small to do in the lesson; `told` are the fields of its kind."""

    kind: str
    ask: str
    told: Mapping[str, Any]
    opens: str = ""
    label: str = ""

    @property
    def answers(self) -> tuple[Answer, ...]:
        return tuple(_answer(row) for row in self.told.get("answers", ()))


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson in one language."""

    id: str
    number: int
    title: str
    goal: str
    minutes: int
    sources: Mapping[str, Source]
    cards: tuple[Card, ...]
    action: Action
    draw: int
    questions: tuple[Question, ...]

    def question(self, id: str) -> Question:
        return next(question for question in self.questions if question.id == id)


@dataclass(frozen=True, slots=True)
class Track:
    """A way through the course: for whom it is, and its lessons in their order."""

    id: str
    name: str
    about: str
    lessons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """A version of a course in one language."""

    name: str
    version: int
    language: str
    title: str
    about: str
    tracks: Mapping[str, Track]
    folder: Path
    lessons: Mapping[str, Lesson] = field(repr=False)

    def of(self, track: str) -> list[Lesson]:
        """The lessons of a track, in their order."""
        return [self.lessons[id] for id in self.tracks[track].lessons]

    def picture(self, card: Card) -> str:
        """The media id of a card's picture, or ''."""
        if not card.picture:
            return ""
        return media_id(self.name, self.version, self.language, card.picture)


def newest(name: str, root: Path = LOCALES) -> int:
    """The newest version of a course.  Raises NoCourse."""
    found = versions(name, root)
    if not found:
        raise NoCourse(name)
    return found[-1]


def versions(name: str, root: Path = LOCALES) -> list[int]:
    """All versions there are, the oldest first."""
    folder = root / MAIN / "courses" / name
    if not folder.is_dir():
        return []
    return sorted(int(path.name) for path in folder.iterdir() if path.name.isdecimal())


def names(root: Path = LOCALES) -> list[str]:
    """The courses there are."""
    folder = root / MAIN / "courses"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def read_all(languages: Iterable[str]) -> None:
    """Read every version in these languages, so that no conversation has to wait for a file."""
    for name in names():
        for version in versions(name):
            for language in languages:
                course(name, version, language)


@cache
def course(name: str, version: int, language: str, root: Path = LOCALES) -> Course:
    """A version of a course, in Georgian where it does not speak the language.

    Raises NoCourse; ValueError or KeyError for files that `course check` would refuse.
    """
    folder = _folder(name, version, language, root)
    if not (folder / COURSE).is_file():
        language, folder = MAIN, _folder(name, version, MAIN, root)
    if not (folder / COURSE).is_file():
        raise NoCourse(f"{name} {version}")
    told = mapping(folder / COURSE)
    lessons = [read_lesson(path) for path in sorted(folder.glob("[0-9]*.md"))]
    return Course(
        name=name,
        version=version,
        language=language,
        title=text(told, "title"),
        about=text(told, "about"),
        tracks={id: _track(told, id) for id in told["tracks"]},
        folder=folder,
        lessons={lesson.id: lesson for lesson in lessons},
    )


def _folder(name: str, version: int, language: str, root: Path) -> Path:
    return root / language / "courses" / name / str(version)


def _track(told: Mapping[str, Any], id: str) -> Track:
    return Track(
        id=id,
        name=text(told["track_names"], id),
        about=text(told["track_about"], id),
        lessons=tuple(str(lesson) for lesson in told["tracks"][id]),
    )


def read_lesson(path: Path) -> Lesson:
    """A lesson from its two files; `path` is the one with the cards."""
    head, cards = read_cards(path.read_text("utf-8"))
    tasks = mapping(path.with_suffix(".yaml"))
    number, _, id = path.stem.partition("-")
    return Lesson(
        id=id,
        number=int(number),
        title=text(head, "title"),
        goal=text(head, "goal"),
        minutes=int(head["minutes"]),
        sources={str(id): _source(str(id), row) for id, row in head["sources"].items()},
        cards=cards,
        action=_action(tasks["action"]),
        draw=int(tasks["quiz"]["draw"]),
        questions=tuple(_question(row) for row in tasks["quiz"]["questions"]),
    )


def _source(id: str, row: Mapping[str, Any]) -> Source:
    stated = {"stated": True, "known": False}[row["certainty"]]
    return Source(id, text(row, "name"), text(row, "where"), stated, row["checked"])


def _action(row: Mapping[str, Any]) -> Action:
    then = row.get("then") or {}
    fixed = ("kind", "ask", "then")
    told = {name: value for name, value in row.items() if name not in fixed}
    opens, label = str(then.get("open", "")), str(then.get("label", ""))
    return Action(str(row["kind"]), text(row, "ask"), told, opens, label)


def _question(row: Mapping[str, Any]) -> Question:
    rests = row["rests_on"]
    return Question(
        id=str(row["id"]),
        ask=text(row, "ask"),
        answers=tuple(_answer(answer) for answer in row["answers"]),
        several=bool(row.get("several", False)),
        rests_on=() if rests == "reasoning" else tuple(str(id) for id in rests),
    )


def _answer(row: Mapping[str, Any]) -> Answer:
    right = bool(row.get("right", False))
    return Answer(str(row["id"]), text(row, "text"), text(row, "why"), right)


def text(row: Mapping[str, Any], name: str) -> str:
    """A text of a YAML mapping, without white space around it.  Raises KeyError."""
    return str(row[name]).strip()


def mapping(path: Path) -> dict[str, Any]:
    """A YAML file that is a mapping.  Raises ValueError."""
    return yaml_mapping(path.read_text("utf-8"))
