"""The columns of one question, and what an answer is in each of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from bot.civic.survey.answers import NUMBER
from bot.civic.survey.attachments import file_name
from bot.civic.survey.countable import NUMBERS
from bot.civic.survey.form import Item, Kind, Option

Cell = str | int | float | None
Read = Callable[[str], Cell]

SPLIT = frozenset({Kind.MANY, Kind.RANK})
"""Answered with several options: these also have a column for each option."""

ROUGH = 3  # digits of a degree: a hundred metres
DIGITS = 15  # a spreadsheet's number keeps no more
COUNTED = NUMBERS | {Kind.CALCULATE}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, the question that fills it, and how its answer is read."""

    header: str
    item: Item
    read: Read


def columns(
    item: Item, around: Sequence[str], options: Sequence[str], rough: bool = False
) -> Iterator[Column]:
    """The answer itself first; `around` are the groups of the question, outermost first.

    Where `rough`, a place is told to a hundred metres: a house would be its people.
    """
    header = "/".join((*around, item.name))
    if item.kind is Kind.PLACE:
        see = _rough if rough else str
        yield Column(header, item, see)
        for at, axis in enumerate(("latitude", "longitude")):
            name = "/".join((*around, f"_{item.name}_{axis}"))
            yield Column(name, item, partial(_axis, at, see))
        return
    yield Column(header, item, number if item.kind in COUNTED else _READ.get(item.kind, str))
    read = _place if item.kind is Kind.RANK else _picked
    for option in options:
        yield Column(f"{header}/{option}", item, partial(read, option))


def ids(options: Sequence[Option]) -> list[str]:
    """Each once: several may share an id where a filter shows only one of them."""
    return list(dict.fromkeys(option.id for option in options))


def number(value: str) -> Cell:
    """A number where it stays the same as one; a telephone's leading zero makes it a text."""
    digits = value.lstrip("-")
    if not NUMBER.fullmatch(value) or len(digits) > DIGITS:
        return value
    if digits[0] == "0" and len(digits) > 1 and digits[1] != ".":
        return value
    return float(value) if "." in value else int(value)


def _axis(at: int, see: Callable[[str], str], value: str) -> Cell:
    return number(see(value).split()[at])


def _rough(value: str) -> str:
    """Without the height, if there is one."""
    return " ".join(f"{float(part):.{ROUGH}f}" for part in value.split()[:2])


def _picked(option: str, value: str) -> Cell:
    return int(option in value.split())


def _place(option: str, value: str) -> Cell:
    """Where an option stands in a ranking, from 1."""
    ranked = value.split()
    return ranked.index(option) + 1 if option in ranked else None


_READ: dict[Kind, Read] = {Kind.PHOTO: partial(file_name, Kind.PHOTO)}
