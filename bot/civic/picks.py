"""Picks typed by hand: "3 7 12", "3, 7 და 12", "№3"."""

import re
from collections.abc import Iterable, Sequence

from bot.civic.ballots import Project

# "and" and "number" in ka, en, az, hy, ru: what people type around the numbers.
FILLERS = frozenset(
    {"და", "and", "və", "և", "եւ", "ու", "и", "&", "+"}
    | {"ნომერი", "ნომერები", "number", "no", "nömrə", "համար", "номер", "№"}
)
# A range or a decimal is one token, so that it is refused and not read as two numbers.
TOKEN = re.compile(r"\d+(?:[-–—./:]\d+)*|[^\W\d_]+|[№&+]")
LONGEST = 4  # digits; more is a phone number or a slip
KEYCAPS = dict.fromkeys(map(ord, "\ufe0f\u20e3"))


class Unclear(ValueError):
    """The text is no list of numbers; `word` is the first that is none, empty if nothing stands."""

    def __init__(self, word: str = "") -> None:
        super().__init__(word)
        self.word = word


class NoSuchNumber(ValueError):
    """These numbers stand for no project."""

    def __init__(self, numbers: Sequence[int]) -> None:
        super().__init__(*numbers)
        self.numbers = tuple(numbers)


def read_numbers(text: str) -> tuple[int, ...]:
    """The numbers in the order typed, repeated ones too.  Raises Unclear."""
    words = TOKEN.findall(text.casefold().translate(KEYCAPS))
    numbers = tuple(_number(word) for word in words if word not in FILLERS)
    if not numbers:
        raise Unclear
    return numbers


def _number(word: str) -> int:
    if not word.isdecimal() or len(word) > LONGEST:
        raise Unclear(word)
    return int(word)


def by_number(projects: Iterable[Project], numbers: Sequence[int]) -> tuple[str, ...]:
    """The ids of the numbered projects.  Raises NoSuchNumber."""
    ids = {project.number: project.id for project in projects}
    missing = [number for number in numbers if number not in ids]
    if missing:
        raise NoSuchNumber(missing)
    return tuple(ids[number] for number in numbers)
