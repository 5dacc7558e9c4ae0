"""What is wrong with the pictures of a course, each in a sentence that says where."""

from collections.abc import Iterator
from pathlib import Path

from bot.content.cards import Card
from bot.content.course import Course, Lesson
from bot.content.pictures import FOLDER, drawn_from, size

ALT = 120  # characters; with the card and its head they fit under a picture, 768 on Viber
LARGEST = 1_000_000  # bytes; Viber shows no larger one on an iPhone
SIDES = (320, 2560)  # pixels; within what Telegram takes for a photo, and legible


def faults(of: Course) -> Iterator[str]:
    """What is wrong with the pictures in one language."""
    shown = set()
    for lesson in of.lessons.values():
        for card in (card for card in lesson.cards if card.picture):
            shown.add(card.picture)
            where = f"{lesson.number:02}-{lesson.id}: card {card.id}: picture {card.picture}"
            yield from (f"{where}: {fault}" for fault in _words(lesson, card))
            yield from (f"{where}: {fault}" for fault in _file(of.folder, card.picture))
    for path in sorted((of.folder / FOLDER).glob("*")):
        if path.stem not in shown:
            yield f"{FOLDER}/{path.name}: no card shows it"


def _words(lesson: Lesson, card: Card) -> Iterator[str]:
    if not card.alt:
        yield "it does not say in words what is to be seen"
    if len(card.alt) > ALT:
        yield f"{len(card.alt)} characters of description, at most {ALT}"
    if card is lesson.cards[0]:
        yield "the first card has the lesson's goal above it: together they are too long"


def _file(folder: Path, name: str) -> Iterator[str]:
    path = folder / FOLDER / f"{name}.png"
    described = path.with_suffix(".yaml")
    if not path.is_file():
        yield f"there is no {FOLDER}/{path.name}"
        return
    content = path.read_bytes()
    try:
        sides = size(content)
    except ValueError as problem:
        yield str(problem)
        return
    if len(content) > LARGEST:
        yield f"{len(content)} bytes, at most {LARGEST}"
    if not all(SIDES[0] <= side <= SIDES[1] for side in sides):
        yield f"{sides[0]} x {sides[1]} pixels; each side has {SIDES[0]} to {SIDES[1]}"
    if described.is_file() and not drawn_from(content, described.read_bytes()):
        yield f"it was not drawn from {described.name} as it is now; `course draw` does that"
