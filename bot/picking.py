"""Replies to a list: buttons, numbers, names and parts of names; one, several or an order."""

import re
from collections.abc import Mapping, Sequence

from bot.asked import (
    ALL,
    DONE,
    NEXT,
    PREVIOUS,
    SKIP,
    Answer,
    Asked,
    Misread,
    Picks,
    Reading,
    Stale,
    Text,
    View,
)
from bot.messages import Heard, Html, Incoming, plain
from bot.paging import find

SEARCH_FROM = 8  # choices; in a shorter list a typed word is a mistake, not a search
NUMBER = re.compile(r"[+-]?\d{1,18}")  # Python refuses to read numbers of thousands of digits
NAME = re.compile(r"[^\W\d_]{3,}")


def tap(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Reading:
    """What a button means, if it is one of this question."""
    if heard.nonce != asked.nonce:
        raise Stale
    return _button(asked, picks, heard.choice, text)


def typed(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Reading:
    """What words and numbers mean beside a list."""
    if heard.heard is not Heard.TEXT:
        raise Misread(_how(asked, text))
    if asked.many and same(heard.text, text("core-done")):
        return _finish(asked, picks, text)
    for id, word in ((NEXT, "core-next-word"), (ALL, "core-show-all")):
        if same(heard.text, text(word)):
            return _button(asked, picks, id, text)
    if asked.changed:
        raise Misread(text("core-list-changed"))
    numbers = [int(found) for found in NUMBER.findall(heard.text)]
    if numbers and not NAME.search(heard.text):
        return _numbers(asked, picks, numbers, text)
    return _label(asked, picks, heard.text, text)


def same(said: str, word: Html) -> bool:
    return said.strip().casefold() == plain(word).casefold()


def _how(asked: Asked, text: Text) -> Html:
    return text("core-rank-how") if asked.ranked else text("core-use-buttons")


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
    if asked.ranked and len(picks) < asked.min:
        raise Misread(text("core-rank-all", count=asked.min - len(picks)))
    if len(picks) < asked.min:
        raise Misread(text("core-pick-some", count=asked.min))
    return Answer(list(picks))


def _pick(asked: Asked, picks: Sequence[str], ids: list[str], text: Text) -> Picks:
    """Named ones are added; if all of them were picked already, they are taken off."""
    if asked.ranked:
        return _placed(asked, picks, ids)
    if all(id in picks for id in ids):
        return Picks(tuple(pick for pick in picks if pick not in ids))
    wanted = [*picks, *(id for id in ids if id not in picks)]
    if len(wanted) > asked.max:
        raise Misread(text("core-pick-at-most", limit=asked.max))
    return Picks(tuple(wanted))


def _placed(asked: Asked, picks: Sequence[str], ids: list[str]) -> Picks:
    """One that has its place is taken back; others follow, or, if placed already, begin anew.

    The last one places itself.
    """
    if len(ids) == 1 and ids[0] in picks:
        return Picks(tuple(pick for pick in picks if pick not in ids))
    order = ids if any(id in picks for id in ids) else [*picks, *ids]
    left = [row[0] for row in asked.choices if row[0] not in order]
    return Picks((*order, *left), finished=True) if len(left) < 2 else Picks(tuple(order))


def _numbers(asked: Asked, picks: Sequence[str], numbers: list[int], text: Text) -> Reading:
    by_number: Mapping[int, str] = {number: id for id, _, number in asked.choices if number}
    unknown = [number for number in numbers if number not in by_number]
    if unknown:
        raise Misread(text("core-no-such-number", number=str(unknown[0])))
    ids = list(dict.fromkeys(by_number[number] for number in numbers))
    if asked.ranked and len(ids) < len(numbers):
        raise Misread(text("core-rank-twice"))
    if asked.many:
        return _pick(asked, picks, ids, text)
    if len(ids) > 1:
        raise Misread(text("core-one-only"))
    return Answer(ids[0])


def _label(asked: Asked, picks: Sequence[str], said: str, text: Text) -> Reading:
    wanted = said.strip().casefold()
    found = find(wanted, [label for _, label, _ in asked.choices]) if wanted else []
    near = [asked.choices[place] for place in found]
    exact = [row for row in near if row[1].casefold() == wanted] or near
    if len(exact) == 1:
        id = exact[0][0]
        return _pick(asked, picks, [id], text) if asked.many else Answer(id)
    if near and len(asked.choices) >= SEARCH_FROM:
        return View({"search": wanted})
    raise Misread(text("core-not-in-list") if asked.long else _how(asked, text))
