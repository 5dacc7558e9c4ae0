"""A survey's form as data: what is asked, in which languages, under which conditions.

Its words and expressions are those of XLSForm (xlsform.org); `bot.exchange.xlsform` reads workbooks
into it and `bot.civic.survey.interview` asks by it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, Self

VERSION = 1


class Kind(StrEnum):
    """How an item is answered, or what it does."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    RANGE = "range"  # a number from `least` to `most` in steps of `step`
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"  # a date and a time
    ONE = "one"
    MANY = "many"
    RANK = "rank"
    BARCODE = "barcode"  # what stands under the bars, typed
    PHOTO = "photo"
    AUDIO = "audio"
    VIDEO = "video"
    PLACE = "place"
    ACKNOWLEDGE = "acknowledge"
    NOTE = "note"  # told, not asked
    CALCULATE = "calculate"  # neither told nor asked
    META = "meta"  # filled in by us: `calculation` names what (start, end, today)
    GROUP = "group"
    REPEAT = "repeat"


ASKED = frozenset(Kind) - {Kind.NOTE, Kind.CALCULATE, Kind.META, Kind.GROUP, Kind.REPEAT}
CHOOSING = frozenset({Kind.ONE, Kind.MANY, Kind.RANK})
HOLDING = frozenset({Kind.GROUP, Kind.REPEAT})

Told = Mapping[str, str]
"""A text by language."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose; `more` holds the columns that a choice filter may look at."""

    id: str
    label: Told
    more: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """One row: a question, a note, a calculation, or a group of items.

    `name` is for ever: answers and expressions refer to it.  Expressions are kept as written;
    an empty one is absent.  `count` is how often a repeat is asked; absent, people decide.
    """

    name: str
    kind: Kind
    label: Told = field(default_factory=dict)
    hint: Told = field(default_factory=dict)
    relevant: str = ""
    constraint: str = ""
    constraint_message: Told = field(default_factory=dict)
    required: str = ""
    required_message: Told = field(default_factory=dict)
    default: str = ""
    calculation: str = ""
    options: str = ""  # the name of its list in the form
    choice_filter: str = ""
    count: str = ""
    least: str = ""
    most: str = ""
    step: str = ""
    items: tuple["Item", ...] = ()
    row: int = 0  # of the workbook, for whoever has to mend it

    def walk(self) -> Iterator["Item"]:
        """It, and all that it holds, in order."""
        yield self
        for item in self.items:
            yield from item.walk()


@dataclass(frozen=True, slots=True)
class Form:
    """A whole form.  The first of `languages` is the one that every text has."""

    title: Told
    languages: tuple[str, ...]
    items: tuple[Item, ...]
    lists: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)

    def walk(self) -> Iterator[Item]:
        """Every item, in order."""
        for item in self.items:
            yield from item.walk()

    def to_json(self) -> dict[str, Any]:
        """Plain data with a version, defaults left out."""
        lists = {
            name: [_lean(option) for option in options] for name, options in self.lists.items()
        }
        return {
            "v": VERSION,
            "title": dict(self.title),
            "languages": list(self.languages),
            "items": [_item(item) for item in self.items],
            "lists": lists,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        lists = {name: tuple(Option(**row) for row in rows) for name, rows in data["lists"].items()}
        items = tuple(_read(row) for row in data["items"])
        return cls(data["title"], tuple(data["languages"]), items, lists)


def _item(item: Item) -> dict[str, Any]:
    lean = _lean(item)
    if item.items:
        lean["items"] = [_item(inner) for inner in item.items]
    return lean


def _read(row: Mapping[str, Any]) -> Item:
    kept = {**row, "kind": Kind(row["kind"])}
    kept["items"] = tuple(_read(inner) for inner in row.get("items", ()))
    return Item(**kept)


def _lean(thing: Any) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for f in fields(thing):
        value = getattr(thing, f.name)
        if value or f.name in ("id", "name", "kind", "label"):
            kept[f.name] = value.value if isinstance(value, StrEnum) else value
    return kept
