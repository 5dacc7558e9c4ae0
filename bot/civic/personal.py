"""What in a text may lead to a person: numbers, addresses and surnames are pointed out.

It is a hint for whoever removes them and misses much (a house, a diagnosis): a person decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

PHONE, EMAIL, NUMBER, BANK, LINK, NAME = "phone", "email", "number", "bank", "link", "name"

EMAILS = re.compile(r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9]+)+")
BANKS = re.compile(r"\bGE\d{2}\s?[A-Z]{2}(?:\s?\d){16}\b", re.IGNORECASE)
LINKS = re.compile(
    r"(?:https?://|www\.)\S+|\b(?:t\.me|fb\.com|facebook\.com|instagram\.com)/\S+|(?<!\S)@\w{4,}",
    re.IGNORECASE,
)
DATES = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b")
DIGITS = re.compile(r"(?<![\d.,])[+(]?\d(?:[\s().\-–/]{0,3}\d){5,14}(?![\d])")
SHORT_PHONE = re.compile(r"\d{2}[\s-]\d{2}[\s-]\d{2}")
NAMES = re.compile(
    r"\b[ა-ჰ]{3,}(?<!შვილი)შვილ[ა-ჰ]*"  # not შვილი itself, nor a grandchild
    r"|\b[ა-ჰ]{3,}ძ(?:ე|ის|ემ|ეს|ეები|ეების|ეებს)\b"
    r"|\b[A-Z][a-z]{2,}(?:shvili|dze)\b"
)
ID_DIGITS = 11


@dataclass(frozen=True, slots=True)
class Trace:
    """Something in a text by which somebody might be known."""

    kind: str
    words: str


def traces(text: str) -> list[Trace]:
    """All of them, each once, in the order of the text."""
    found: dict[tuple[str, str], int] = {}
    for at, kind, words in _all(text):
        found.setdefault((kind, words), at)
    return [Trace(*key) for key, _ in sorted(found.items(), key=lambda item: item[1])]


def _all(text: str) -> Iterator[tuple[int, str, str]]:
    """What one pattern has found is blanked for the next: an IBAN holds no telephone."""
    for kind, pattern in ((EMAIL, EMAILS), (LINK, LINKS), (BANK, BANKS)):
        for match in pattern.finditer(text):
            yield match.start(), kind, match[0]
        text = pattern.sub(_blank, text)
    text = DATES.sub(_blank, text)
    for match in DIGITS.finditer(text):
        if kind := _kind(match[0]):
            yield match.start(), kind, match[0].strip()
    for match in NAMES.finditer(text):
        yield match.start(), NAME, match[0]


def _blank(match: re.Match[str]) -> str:
    return "·" * len(match[0])


def _kind(written: str) -> str:
    """A telephone number, a personal number, or '' for a sum or a count."""
    digits = re.sub(r"\D", "", written)
    if len(digits) == ID_DIGITS:
        return NUMBER
    if written.startswith("+") or digits.startswith(("995", "00995")):
        return PHONE if len(digits) >= ID_DIGITS - 2 else ""
    if len(digits) == 9 and digits[0] in "23457":  # a mobile one begins with 5
        return "" if _is_sum(written) and digits[0] != "5" else PHONE
    if len(digits) == 10 and digits[0] == "0":
        return PHONE
    return PHONE if SHORT_PHONE.fullmatch(written.strip()) else ""


def _is_sum(written: str) -> bool:
    """Grouped by threes, as money is written: 250 000 000."""
    return bool(re.fullmatch(r"\d{1,3}(?: \d{3})+", written.strip()))
