"""A question as it was shown, and what a reply to it can be."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from hashlib import blake2b
from typing import Any

from bot.messages import Choice, Html, Wants

BACK, MENU, SKIP, DONE = "!back", "!menu", "!skip", "!done"
NEXT, PREVIOUS, ALL = "!next", "!prev", "!all"
LONG = 100  # choices; of a longer list only a fingerprint is stored

Text = Callable[..., Html]
Row = tuple[str, str, int]  # id, label, number to type (0: none)


class Misread(Exception):
    """The reply does not answer the question; `problem` tells the citizen what would."""

    def __init__(self, problem: Html) -> None:
        super().__init__("reply does not fit")
        self.problem = problem


class Stale(Exception):
    """A tap on a button of an older question."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was shown.

    A list of more than LONG choices is not stored but known by its fingerprint (`long`): ten
    thousand rows would be written and read at every turn.  A reply to it waits until the script,
    replayed, brings the list along again.  A tap means its id whatever has become of the list.
    What is typed, a number or a part of a name, is read only if it is still the same list, row
    for row; else (`changed`) nothing is taken and the list is shown anew.
    """

    name: str
    wants: Wants
    choices: tuple[Row, ...] = ()
    many: bool = False
    optional: bool = False
    another: bool = False  # one is kept already, so that to skip is to be done
    min: int = 0
    max: int = 0
    date: bool = False
    now: str = ""
    zone: str = ""
    kinds: tuple[str, ...] = ()  # endings of a file's name
    nonce: str = ""
    form: str = ""  # of a value: "decimal", "date", "time", "date_time"
    low: str = ""  # bounds of a decimal; '': none
    high: str = ""
    past: bool = False  # a date that cannot be in the future
    ranked: bool = False  # the choices are put in order
    long: str = ""
    changed: bool = False  # never stored

    @classmethod
    def of(cls, name: str, wants: Wants, **shape: Any) -> "Asked":
        return cls(name, wants, **shape)

    def listing(self, choices: Sequence[Choice]) -> "Asked":
        """As it is stored: with its rows, or the fingerprint of a long list."""
        if len(choices) > LONG:
            return replace(self, long=self.long or fingerprint(choices))
        return replace(self, choices=tuple(rows(choices)), long="")

    def to_json(self) -> dict[str, Any]:
        lean = {f.name: getattr(self, f.name) for f in fields(self)}
        return {name: value for name, value in lean.items() if value or name == "name"}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Asked":
        known = {f.name for f in fields(cls)}
        kept = {name: value for name, value in data.items() if name in known}
        kept["wants"] = Wants(kept["wants"])
        kept["choices"] = tuple((row[0], row[1], row[2]) for row in kept.get("choices", ()))
        kept["kinds"] = tuple(kept.get("kinds", ()))
        return cls(**kept)


def numbers_itself(choices: Sequence[Choice]) -> bool:
    """Whether some choices have numbers of their own, so that no place stands for any."""
    return any(choice.number is not None for choice in choices)


def rows(choices: Sequence[Choice]) -> Iterator[Row]:
    """Each choice with the number that means it: its place, unless some have their own."""
    own = numbers_itself(choices)
    for place, choice in enumerate(choices, 1):
        yield choice.id, choice.label, (choice.number or 0) if own else place


def fingerprint(choices: Sequence[Choice]) -> str:
    """The same for the same list only: ids, labels, numbers and their order."""
    whole = "\n".join(f"{choice.id}\t{choice.number}\t{choice.label}" for choice in choices)
    return blake2b(whole.encode(), digest_size=12).hexdigest()


@dataclass(frozen=True, slots=True)
class Answer:
    """The canonical value of the question's answer."""

    value: Any


@dataclass(frozen=True, slots=True)
class Picks:
    """Picks of an unfinished list, complete and in order; of a finished one they are the answer."""

    ids: tuple[str, ...]
    finished: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """The part of a long list to show; not an answer."""

    changes: dict[str, Any]


Reading = Answer | Picks | View
