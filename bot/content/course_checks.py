"""What is wrong with a course's files, each in a sentence that says where."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.content import picture_checks
from bot.content.cards import Card
from bot.content.course import (
    COURSE,
    LOCALES,
    MAIN,
    Action,
    Answer,
    Course,
    Lesson,
    Question,
    course,
    mapping,
    names,
    versions,
)
from bot.content.pictures import FOLDER

CARD = 500  # characters of a card with its title and its sources
LINE_OF_SOURCES = 10  # characters of the word that begins it, and of the blank line before
ASK, TEXT, WHY, LABEL = 300, 80, 250, 40
ANSWERS = (3, 4)
EXAMPLE = "example"
LESSON_ID = 13  # letters: a button carries it beside the learner's number
ID = re.compile(r"[a-z0-9-]{1,32}")
OPENS = frozenset(
    [
        "idea",
        "ideas",
        "projects",
        "meetings",
        "needs",
        "vote",
        "results",
        "privacy",
        "topics",
        "rights",
        "ask",
        "petition",
    ]
)
FIELD = re.compile(r"\{(\w+)\}")


def problems(root: Path = LOCALES) -> list[str]:
    """Everything wrong in all versions of all courses."""
    return [
        problem
        for name in names(root)
        for version in versions(name, root)
        for problem in _version(name, version, root)
    ]


def _version(name: str, version: int, root: Path) -> Iterator[str]:
    spoken = sorted(
        path.name
        for path in root.iterdir()
        if (path / "courses" / name / str(version) / COURSE).is_file()
    )
    read: dict[str, Course] = {}
    for language in spoken:
        where = f"{language}/courses/{name}/{version}"
        try:
            read[language] = course(name, version, language, root)
        except (ValueError, KeyError, TypeError) as problem:
            yield f"{where}: cannot be read: {type(problem).__name__}: {problem}"
            continue
        yield from (f"{where}: {fault}" for fault in faults(read[language]))
        yield from (f"{where}: {fault}" for fault in picture_checks.faults(read[language]))
    for language in read.keys() - {MAIN}:
        if MAIN in read:
            where = f"{language}/courses/{name}/{version}"
            yield from (f"{where}: {one}" for one in differences(read[MAIN], read[language]))


def faults(of: Course) -> Iterator[str]:
    """What is wrong with a course in one language."""
    for track in of.tracks.values():
        for missing in (id for id in track.lessons if id not in of.lessons):
            yield f"the track {track.id} has a lesson {missing} that does not exist"
    taught = {id for track in of.tracks.values() for id in track.lessons}
    yield from (f"the lesson {id} is in no track" for id in of.lessons if id not in taught)
    yield from (
        f"the lesson {id} has a name of more than {LESSON_ID} letters"
        for id in taught
        if len(id) > LESSON_ID
    )
    for lesson in of.lessons.values():
        yield from (f"{lesson.number:02}-{lesson.id}: {fault}" for fault in _lesson(lesson))


def _lesson(lesson: Lesson) -> Iterator[str]:
    yield from _doubles("card", [card.id for card in lesson.cards])
    yield from _doubles("question", [question.id for question in lesson.questions])
    if not lesson.sources:
        yield "there are no sources"
    used = {id for card in lesson.cards for id in card.sources}
    yield from (f"the source {id} is used by no card" for id in lesson.sources if id not in used)
    if lesson.cards[-1].id != EXAMPLE or not lesson.cards[-1].sources:
        yield "the last card is an example {#example} with its source"
    for card in lesson.cards:
        yield from (f"card {card.id}: {fault}" for fault in _card(lesson, card))
    yield from (f"the task: {fault}" for fault in _action(lesson.action))
    if len(lesson.questions) < 2 * lesson.draw:
        yield f"{lesson.draw} questions are drawn, so at least {2 * lesson.draw} are needed"
    for question in lesson.questions:
        yield from (f"question {question.id}: {fault}" for fault in _question(lesson, question))


def _card(lesson: Lesson, card: Card) -> Iterator[str]:
    yield from _known(lesson.sources, card.sources)
    named = [lesson.sources[id] for id in card.sources if id in lesson.sources]
    line = "; ".join(f"{source.name} ({source.where})" for source in named)
    length = len(card.title) + 2 + len(card.text) + (len(line) + LINE_OF_SOURCES if line else 0)
    if length > CARD:
        yield f"{length} characters, at most {CARD}"
    if not card.text:
        yield "there is no text"


def _question(lesson: Lesson, question: Question) -> Iterator[str]:
    yield from _known(lesson.sources, question.rests_on)
    for id in question.rests_on:
        if id in lesson.sources and not lesson.sources[id].stated:
            yield f"it rests on {id}, which is not confirmed"
    yield from _doubles("answer", [answer.id for answer in question.answers])
    yield from _too_long("the question", question.ask, ASK)
    right, count = len(question.right), len(question.answers)
    if not ANSWERS[0] <= count <= ANSWERS[1]:
        yield f"{count} answers; there are {ANSWERS[0]} or {ANSWERS[1]}"
    if question.several and not 2 <= right < count:
        yield f"{right} of {count} answers are right, and it says several"
    if not question.several and right != 1:
        yield f"{right} answers are right, and it does not say several"
    for answer in question.answers:
        yield from _answer(answer)


def _answer(answer: Answer) -> Iterator[str]:
    yield from _too_long(f"answer {answer.id}", answer.text, TEXT)
    yield from _too_long(f"why of {answer.id}", answer.why, WHY)
    if not answer.why:
        yield f"answer {answer.id} is not explained"


def _action(action: Action) -> Iterator[str]:
    if action.kind not in KINDS:
        yield f"there is no kind {action.kind}"
        return
    for name in NEEDED[action.kind]:
        if not action.told.get(name):
            yield f"{name} is missing"
            return
    yield from KINDS[action.kind](action)
    if action.opens and action.opens not in OPENS:
        yield f"it opens {action.opens}, which is none of {', '.join(sorted(OPENS))}"
    if action.opens and not action.label:
        yield "the button has no label"
    yield from _too_long("the label", action.label, LABEL)


def _nothing(action: Action) -> Iterator[str]:
    yield from ()


def _choose(action: Action) -> Iterator[str]:
    for answer in action.answers:
        yield from _answer(answer)


def _fill(action: Action) -> Iterator[str]:
    fields = {str(row["id"]) for row in action.told["fields"]}
    filled = set(FIELD.findall(str(action.told["result"])))
    if fields != filled:
        yield f"asked are {sorted(fields)}, filled in are {sorted(filled)}"


def _ballot(action: Action) -> Iterator[str]:
    if int(action.told["most"]) >= len(action.told["projects"]):
        yield "there are no more projects than may be picked"


def _open(action: Action) -> Iterator[str]:
    if not action.opens:
        yield "then is missing"


KINDS: Mapping[str, Callable[[Action], Iterator[str]]] = {
    "choose": _choose,
    "write": _nothing,
    "fill": _fill,
    "tick": _nothing,
    "shares": _nothing,
    "ballot": _ballot,
    "open": _open,
}
NEEDED: Mapping[str, tuple[str, ...]] = {
    "choose": ("answers",),
    "write": ("model",),
    "fill": ("fields", "result"),
    "tick": ("conditions", "all"),
    "shares": ("fields", "limit", "within", "above"),
    "ballot": ("most", "projects", "after"),
    "open": (),
}


def differences(main: Course, other: Course) -> Iterator[str]:
    """Where another language does not have the same parts in the same order."""
    mine, theirs = _shape(main), _shape(other)
    for name in dict.fromkeys((*mine, *theirs)):
        if mine.get(name) != theirs.get(name):
            yield f"{name} differs from {main.language}: {theirs.get(name)}, not {mine.get(name)}"


def _shape(of: Course) -> dict[str, Any]:
    shape: dict[str, Any] = {f"track {one.id}": one.lessons for one in of.tracks.values()}
    for lesson in of.lessons.values():
        head = f"{lesson.number:02}-{lesson.id}"
        shape[f"{head}: sources"] = {
            id: (source.stated, source.checked) for id, source in lesson.sources.items()
        }
        for place, card in enumerate(lesson.cards, 1):
            shape[f"{head}: card {place}"] = (card.id, card.sources, card.picture)
        shape[f"{head}: task"] = (lesson.action.kind, lesson.action.opens, _ids(lesson.action.told))
        shape[f"{head}: questions drawn"] = lesson.draw
        for place, one in enumerate(lesson.questions, 1):
            answers = tuple((answer.id, answer.right) for answer in one.answers)
            shape[f"{head}: question {place}"] = (one.id, one.several, one.rests_on, answers)
    for path in sorted((of.folder / FOLDER).glob("*.yaml")):
        described = mapping(path)
        shape[f"{FOLDER}/{path.name}"] = (described.get("kind"), _ids(described))
    return shape


def _ids(told: Any) -> Any:
    """What of a task is the same in every language: names, ids and numbers."""
    if isinstance(told, Mapping):
        return {
            name: value if name == "id" or isinstance(value, int) else _ids(value)
            for name, value in told.items()
        }
    return [_ids(one) for one in told] if isinstance(told, list) else None


def _doubles(what: str, ids: Collection[str]) -> Iterator[str]:
    for id, count in Counter(ids).items():
        if count > 1:
            yield f"the {what} {id} is there {count} times"
        if not ID.fullmatch(id):
            yield f"the {what} {id!r} is not of small letters, digits and hyphens, at most 32"


def _known(sources: Collection[str], ids: Collection[str]) -> Iterator[str]:
    yield from (f"there is no source {id}" for id in ids if id not in sources)


def _too_long(what: str, text: str, most: int) -> Iterator[str]:
    if len(text) > most:
        yield f"{what} has {len(text)} characters, at most {most}"
