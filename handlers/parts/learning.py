"""Where in a course somebody is, as journeys of the Academy pass it on: "learner.lesson.rest"."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.content.course import Course, Lesson, NoCourse, course, newest
from bot.formats import day
from bot.journey import Me, Open, Text
from bot.messages import Html
from storage import academy, seminars
from storage.academy import Learning

COURSE = "participation"
CELLS = 10
LIST = "list"
TEAM = "team"  # the track whose learners do the practicum as well

Read = Callable[..., Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Place:
    """A lesson of somebody's course; `rest` is what the subject says beyond it."""

    learning: Learning
    course: Course
    lesson: Lesson
    rest: str = ""

    @property
    def subject(self) -> str:
        return f"{self.learning.id}.{self.lesson.id}"

    @property
    def key(self) -> str:
        """The lesson in whatever version of the course, as a seminar names it."""
        return f"{self.course.name}.{self.lesson.id}"

    @property
    def lessons(self) -> list[Lesson]:
        return self.course.of(self.learning.track)

    @property
    def number(self) -> int:
        """The lesson's place on the learner's own way."""
        return [lesson.id for lesson in self.lessons].index(self.lesson.id) + 1


async def find(read: Read, subject: str, person: int, language: str) -> Place | None:
    """The place a subject names, if it is this person's own."""
    learner, _, lesson = subject.partition(".")
    id, _, rest = lesson.partition(".")
    if not learner.isdecimal():
        return None
    learning = await read(academy.learning, int(learner), person)
    content = learning and content_of(learning, language)
    if not content or id not in content.tracks[learning.track].lessons:
        return None
    return Place(learning, content, content.lessons[id], rest)


def content_of(learning: Learning, language: str) -> Course | None:
    """The version somebody has begun, in their language."""
    try:
        return course(learning.course, learning.version, language)
    except NoCourse:
        return None


def course_title(name: str, version: int, language: str) -> str:
    """What a course is called; its own short name where its files are gone."""
    try:
        return course(name, version, language).title
    except NoCourse:
        return name


def lessons_to_name(language: str) -> dict[str, str]:
    """What a seminar may belong to, as "course.lesson": the newest lessons with their titles."""
    content = course(COURSE, newest(COURSE), language)
    return {f"{COURSE}.{one.id}": one.title for one in content.lessons.values()}


def lesson_title(key: str, language: str) -> str:
    """The title of a lesson that a seminar names; '' where it names none, or one that is gone."""
    return lessons_to_name(language).get(key, "")


def bar(text: Text, passed: int, count: int) -> Html:
    """How far somebody is, seen at a glance and in numbers."""
    full = passed * CELLS // count
    return text("learn-bar", bar="▓" * full + "░" * (CELLS - full), passed=passed, count=count)


async def seminar_of(read: Read, me: Me, text: Text, place: Place) -> tuple[Html, Open] | None:
    """The way to the next seminar that belongs to this lesson."""
    here = me.municipality or ""
    found = await read(seminars.of_lesson, here, place.key, me.now)
    if found is None:
        return None
    label = text("seminar-of-lesson", day=day(found.starts_at, found.zone))
    return label, Open("meetings", str(found.id))


def home(text: Text) -> tuple[Html, Open]:
    """The way back to the Academy's page."""
    return text("learn-back"), Open("learn")
