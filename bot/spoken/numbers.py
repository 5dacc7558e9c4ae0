"""The numbers in a text: in figures or in words, with a unit or a word beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.spoken import english, georgian
from bot.spoken.figures import FIGURES, digits, figure

LONGEST = 300  # characters; a longer text is a story, in which a number is no answer
MINUS = frozenset({"minus", "მინუს"})
CODE = r"[^\W\d_]+\d+"  # "A5" is begun like a number, and is none
TOKEN = re.compile(rf"(?<!\S)[-−](?=[\d.,])|{CODE}|{FIGURES}|[^\W\d_]+|[^\w\s-]")
APART = re.compile(r"არც\s+ერთ")  # "not a single one" is none, and not one


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring words that should make one number."""

    words: tuple[str, ...]
    start: int
    end: int


def numbers(said: str) -> list[Decimal | None]:
    """Every number of a text in order; None for one that is begun but not understood.

    "დაახლოებით 20 კაცი" has one, "5, 6" two, "one twenty" one that nobody can be sure of.
    """
    text = _prepared(said)
    return [_value(run.words) for run in _runs(text)] if len(text) <= LONGEST else [None, None]


def in_figures(said: str) -> str:
    """The text in small letters with whole numbers that are written in words put in figures."""
    text = _prepared(said)
    for run in reversed(list(_runs(text))):
        value = None if _is_figure(run.words[0]) else _value(run.words)
        if value is not None and value == value.to_integral():
            text = f"{text[: run.start]}{canonical(value)}{text[run.end :]}"
    return text


def canonical(number: Decimal) -> str:
    """As it is stored: "12.5", "1200", "-3"."""
    plain = f"{number:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if plain == "-0" else plain


def _prepared(said: str) -> str:
    return APART.sub("არცერთ", digits(said.strip()[: LONGEST + 1].casefold()))


def _runs(text: str) -> Iterator[_Run]:
    """Words that count, as long as no other word or mark stands between them."""
    held: list[re.Match[str]] = []
    for token in TOKEN.finditer(text):
        if _counts(token[0]) or _links(token[0]):
            held.append(token)
            continue
        yield from _closed(held)
        held = []
    yield from _closed(held)


def _closed(tokens: Sequence[re.Match[str]]) -> Iterator[_Run]:
    """A run begins and ends with what counts; "and" before or behind it is none of it."""
    places = [at for at, token in enumerate(tokens) if _counts(token[0])]
    if not places:
        return
    first, last = places[0], places[-1]
    while first and _begins(tokens[first - 1][0], tokens[first][0]):
        first -= 1
    kept = tokens[first : last + 1]
    yield _Run(tuple(token[0] for token in kept), kept[0].start(), kept[-1].end())


def _counts(token: str) -> bool:
    return _is_figure(token) or english.is_part(token) or georgian.is_part(token)


def _links(token: str) -> bool:
    linked = token in english.LINKS or georgian.is_and(token) or georgian.is_english(token)
    return linked or _is_minus(token)


def _begins(token: str, following: str) -> bool:
    """Whether a word that does not count by itself is the beginning of what follows."""
    if token in ("a", "an"):
        return english.is_part(following)
    return _is_minus(token) or (georgian.is_english(token) and georgian.is_part(following))


def _is_minus(token: str) -> bool:
    return token in MINUS or token in ("-", "−")


def _is_figure(token: str) -> bool:
    return token[-1].isdigit()


def _value(words: Sequence[str]) -> Decimal | None:
    if _is_minus(words[0]):
        positive = _value(words[1:]) if len(words) > 1 else None
        return None if positive is None else -positive
    if _is_figure(words[0]):
        return _figured(words)
    if all(word in english.LINKS or english.is_part(word) for word in words):
        return english.numeral(words)
    return None if any(_is_figure(word) for word in words) else georgian.numeral(words)


def _figured(words: Sequence[str]) -> Decimal | None:
    """ "1 200", "5 ათასი", "1.5 million", "2 და ნახევარი"."""
    value = figure(words[0])
    if value is None or len(words) == 1:
        return value
    if len(words) == 2:
        worth = english.scale(words[1]) or georgian.scale(words[1])
        return value * worth if worth else None
    half = _value(words[2:]) if words[1] == "and" or georgian.is_and(words[1]) else None
    return value + half if half == Decimal("0.5") else None
