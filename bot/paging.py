"""The part of a list that is in view, and finding in it what is typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.asked import numbers_itself
from bot.channel import Limits
from bot.civic.latin import alike, fold
from bot.messages import Choice

PAGING = 3  # rows of a keyboard kept for Done, "next" and "previous"
PROMPT = 1000  # characters of a message kept for the question beside labels that are listed
NUMBERING = 8  # characters: "✅ 178. " and the line's end
FEWEST = 3  # choices on a page, however long their labels
APART = "\0"  # in no label: no messenger and no database lets it through


@dataclass(frozen=True, slots=True)
class Page:
    """What is shown of a list: page `at` of `pages`, of all choices or of those `searched` for."""

    choices: tuple[Choice, ...]
    at: int = 0
    pages: int = 1
    searched: bool = False


def page(choices: Sequence[Choice], view: Mapping[str, Any], limits: Limits) -> Page:
    """The part in view; a choice keeps the number that it has in the whole list."""
    searched = str(view.get("search", ""))
    size = page_size(choices, limits)
    if not searched and len(choices) <= size:
        return Page(tuple(choices))
    places = find(searched, [c.label for c in choices]) if searched else range(len(choices))
    pages = max(1, -(-len(places) // size))
    at = int(view.get("page", 0)) % pages
    own = numbers_itself(choices)
    shown = [(place, choices[place]) for place in places[at * size : (at + 1) * size]]
    numbered = (choice if own else replace(choice, number=place + 1) for place, choice in shown)
    return Page(tuple(numbered), at, pages, bool(searched))


def page_size(choices: Sequence[Choice], limits: Limits) -> int:
    """As many as there are buttons for; where labels are listed, as many as one message holds."""
    size = limits.choices - PAGING
    longest = max((len(choice.label) for choice in choices), default=0)
    room = (limits.text - PROMPT) // (longest + NUMBERING)
    return size if longest <= limits.label else max(FEWEST, min(size, room))


def find(wanted: str, labels: Sequence[str]) -> list[int]:
    """Places of the labels that have these words in them; if none has, of Georgian ones that have
    them when they are read as Georgian in Latin letters.
    """
    said = wanted.strip().casefold()
    # All labels at once: ten thousand are looked through in milliseconds.
    whole = APART.join(labels).casefold()
    return _having(said, whole) or _having(fold(said), alike(whole))


def _having(said: str, whole: str) -> list[int]:
    if said not in whole:
        return []
    return [place for place, label in enumerate(whole.split(APART)) if said in label]
