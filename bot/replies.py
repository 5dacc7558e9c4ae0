"""A reply is read once, on arrival, against the question as it was shown; canonical it is kept."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.messages import LARGEST_FILE, Choice, Heard, Html, Incoming, Wants, plain

BACK, MENU, SKIP, DONE = "!back", "!menu", "!skip", "!done"
NEXT, PREVIOUS, ALL = "!next", "!prev", "!all"
SEARCH_FROM = 8  # choices; in a shorter list a typed word is a mistake, not a search

NUMBER = re.compile(r"[+-]?\d{1,18}")  # Python refuses to read numbers of thousands of digits
MOMENT = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}))?[ ,]+(\d{1,2})[:.](\d{2})")

Text = Callable[..., Html]


class Misread(Exception):
    """The reply does not answer the question; `problem` tells the citizen what would."""

    def __init__(self, problem: Html) -> None:
        super().__init__("reply does not fit")
        self.problem = problem


class Stale(Exception):
    """A tap on a button of an older question."""


def numbered(choices: Sequence[Choice]) -> dict[str, int | None]:
    """The number that means each choice: its place, unless some have numbers of their own."""
    own = any(choice.number is not None for choice in choices)
    return {choice.id: choice.number if own else place for place, choice in enumerate(choices, 1)}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was shown."""

    name: str
    wants: Wants
    choices: tuple[tuple[str, str, int], ...] = ()  # id, label, number to type (0: none)
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

    @classmethod
    def of(cls, name: str, wants: Wants, choices: Sequence[Choice] = (), **shape: Any) -> "Asked":
        numbers = numbered(choices)
        shown = tuple((choice.id, choice.label, numbers[choice.id] or 0) for choice in choices)
        return cls(name, wants, shown, **shape)

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


@dataclass(frozen=True, slots=True)
class Answer:
    """The canonical value of the question's answer."""

    value: Any


@dataclass(frozen=True, slots=True)
class Picks:
    """Picks of an unfinished list, complete and in order."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The part of a long list to show; not an answer."""

    changes: dict[str, Any]


Reading = Answer | Picks | View


def read_reply(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Reading:
    """What a reply means.  Raises Misread or Stale."""
    if heard.heard is Heard.TAP:
        return _tap(asked, picks, heard, text)
    if heard.heard is Heard.WORK:
        raise Stale
    if heard.heard is Heard.TEXT and asked.optional and _skips(asked, heard.text, text):
        return Answer(None)
    return READERS[asked.wants](asked, picks, heard, text)


def _tap(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Reading:
    if heard.nonce != asked.nonce:
        raise Stale
    return _button(asked, picks, heard.choice, text)


def _button(asked: Asked, picks: Sequence[str], id: str, text: Text) -> Reading:
    if id == SKIP and asked.optional:
        return Answer(None)
    if id == DONE and asked.many:
        return _finish(asked, picks, text)
    if id in (NEXT, PREVIOUS):
        return View({"page": 1 if id == NEXT else -1})
    if id == ALL:
        return View({"search": ""})
    if id not in {row[0] for row in asked.choices}:
        raise Stale
    return _pick(asked, picks, [id], text) if asked.many else Answer(id)


def _finish(asked: Asked, picks: Sequence[str], text: Text) -> Answer:
    if len(picks) < asked.min:
        raise Misread(text("core-pick-some", count=asked.min))
    return Answer(list(picks))


def _pick(asked: Asked, picks: Sequence[str], ids: list[str], text: Text) -> Picks:
    """Named ones are added; if all of them were picked already, they are taken off."""
    if all(id in picks for id in ids):
        return Picks(tuple(pick for pick in picks if pick not in ids))
    wanted = [*picks, *(id for id in ids if id not in picks)]
    if len(wanted) > asked.max:
        raise Misread(text("core-pick-at-most", limit=asked.max))
    return Picks(tuple(wanted))


def _choice(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Reading:
    if heard.heard is not Heard.TEXT:
        raise Misread(text("core-use-buttons"))
    if asked.many and _same(heard.text, text("core-done")):
        return _finish(asked, picks, text)
    for id, word in ((NEXT, "core-next-word"), (ALL, "core-show-all")):
        if _same(heard.text, text(word)):
            return _button(asked, picks, id, text)
    by_number = {number: id for id, _, number in asked.choices if number}
    typed = [int(found) for found in NUMBER.findall(heard.text)]
    if typed and not re.search(r"[^\W\d_]{3,}", heard.text):
        return _numbers(asked, picks, typed, by_number, text)
    return _label(asked, picks, heard.text, text)


def _numbers(
    asked: Asked, picks: Sequence[str], typed: list[int], by_number: dict[int, str], text: Text
) -> Reading:
    unknown = [number for number in typed if number not in by_number]
    if unknown:
        raise Misread(text("core-no-such-number", number=str(unknown[0])))
    ids = list(dict.fromkeys(by_number[number] for number in typed))
    if asked.many:
        return _pick(asked, picks, ids, text)
    if len(ids) > 1:
        raise Misread(text("core-one-only"))
    return Answer(ids[0])


def _label(asked: Asked, picks: Sequence[str], said: str, text: Text) -> Reading:
    wanted = said.strip().casefold()
    exact = [id for id, label, _ in asked.choices if label.casefold() == wanted]
    near = exact or [id for id, label, _ in asked.choices if wanted and wanted in label.casefold()]
    if len(near) == 1:
        return _pick(asked, picks, near, text) if asked.many else Answer(near[0])
    if near and len(asked.choices) >= SEARCH_FROM:
        return View({"search": wanted})
    raise Misread(text("core-use-buttons"))


def _text(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Answer:
    if heard.heard is not Heard.TEXT:
        raise Misread(text("core-want-text"))
    said = heard.text.strip()
    if asked.date:
        return Answer(_moment(asked, said, text))
    if len(said) < asked.min:
        raise Misread(text("core-too-short", limit=asked.min))
    if len(said) > asked.max:
        raise Misread(text("core-too-long", limit=asked.max, length=len(said)))
    return Answer(said)


def _moment(asked: Asked, said: str, text: Text) -> str:
    zone = ZoneInfo(asked.zone)
    now = datetime.fromisoformat(asked.now).astimezone(zone)
    found = MOMENT.fullmatch(said)
    if not found:
        raise Misread(text("core-want-moment"))
    day, month, year, hour, minute = (int(part) if part else now.year for part in found.groups())
    try:
        moment = datetime(year, month, day, hour, minute, tzinfo=zone)
    except ValueError as error:
        raise Misread(text("core-want-moment")) from error
    if moment <= now + timedelta(minutes=1):
        raise Misread(text("core-moment-past"))
    return moment.isoformat()


def _number(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Answer:
    said = re.sub(r"(?<=\d)[\s.,'](?=\d{3}\b)", "", heard.text.strip())
    if heard.heard is not Heard.TEXT or not NUMBER.fullmatch(said):
        raise Misread(text("core-want-number"))
    if not asked.min <= int(said) <= asked.max:
        raise Misread(text("core-number-between", low=asked.min, high=asked.max))
    return Answer(int(said))


def _photo(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Answer:
    if heard.heard is not Heard.PHOTO:
        raise Misread(text("core-want-photo"))
    if not heard.media:
        raise Misread(text("core-photo-failed"))
    return Answer(heard.media)


def _file(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Answer:
    if heard.heard is not Heard.FILE:
        raise Misread(text("core-want-file"))
    flaw = misfit(asked, heard)
    if flaw == "kind":
        raise Misread(text("core-file-kind", kinds=", ".join(asked.kinds)))
    if flaw == "size":
        raise Misread(text("core-file-too-big", limit=LARGEST_FILE // 1_000_000))
    if not heard.media:
        raise Misread(text("core-file-failed"))
    return Answer(heard.media)


def misfit(asked: Asked, heard: Incoming) -> str:
    """Why a file is not the one that was asked for and not even fetched, or ''.

    The name only spares people a wrong file: what is in it is judged by whoever reads it.
    """
    if not heard.text.lower().endswith(asked.kinds):
        return "kind"
    return "size" if heard.size > LARGEST_FILE else ""


def _place(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Answer:
    """A shared place; where the question has a longest text, also one told in words."""
    if asked.max and heard.heard is Heard.TEXT:
        return _text(asked, picks, heard, text)
    if heard.heard is not Heard.PLACE or heard.place is None:
        raise Misread(text("core-want-place"))
    return Answer(list(heard.place))


def _phone(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Answer:
    if heard.heard is not Heard.PHONE or not heard.phone:
        raise Misread(text("core-want-phone"))
    if not heard.own:
        raise Misread(text("core-phone-not-own"))
    return Answer(heard.phone)


def _nothing(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Reading:
    raise Misread(text("core-still-working"))


READERS: dict[Wants, Callable[[Asked, Sequence[str], Incoming, Text], Reading]] = {
    Wants.NOTHING: _nothing,
    Wants.CHOICE: _choice,
    Wants.TEXT: _text,
    Wants.NUMBER: _number,
    Wants.PHOTO: _photo,
    Wants.FILE: _file,
    Wants.PLACE: _place,
    Wants.PHONE: _phone,
}


def _skips(asked: Asked, said: str, text: Text) -> bool:
    """The button's label, or a word by which people say that they have no answer."""
    label = text("core-done") if asked.another else text("core-skip")
    words = (label, *text("core-skip-words").split(","))
    return any(_same(said.strip(" .!"), Html(word.strip())) for word in words)


def _same(said: str, word: Html) -> bool:
    return said.strip().casefold() == plain(word).casefold()
