"""Georgian numerals, which count in twenties: ოთხმოცდაცხრამეტი is four twenties and nineteen.

Words are compared folded (`bot.civic.latin`), so that "otxmocdacxrameti" is the same, and joined,
for people write both "ას ოცი" and "ასოცი".
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.civic.latin import fold

BELOW_TWENTY = (
    "ნულ ერთ ორ სამ ოთხ ხუთ ექვს შვიდ რვა ცხრა ათ თერთმეტ თორმეტ ცამეტ თოთხმეტ თხუთმეტ თექვსმეტ "
    "ჩვიდმეტ თვრამეტ ცხრამეტ"
)
SMALL = {fold(stem): number for number, stem in enumerate(BELOW_TWENTY.split())}
SMALL |= {fold("ნოლ"): 0, fold("არცერთ"): 0}
TWENTIES = {fold(stem): 20 * n for n, stem in enumerate(("ოც", "ორმოც", "სამოც", "ოთხმოც"), 1)}
HUNDREDS = {"": 1} | {stem: number for stem, number in SMALL.items() if 2 <= number <= 9}
HUNDRED, THOUSAND, MILLION = fold("ას"), fold("ათას"), fold("მილიონ")
AND, HALF = fold("და"), fold("ნახევარ")

SCALES = ((MILLION, 10**6), (THOUSAND, 10**3))
ENDINGS = [fold(end) for end in ("ი", "ს", "მა", "ის", "ით", "ად", "მდე", "ამდე", "იოდე")]

_STEMS = (*SMALL, *TWENTIES, HUNDRED, MILLION, HALF)  # ათას is ათ and ას
_STEM = "|".join(sorted(_STEMS, key=len, reverse=True))
# Atomic: a long word of stems is looked at once, not in all ways to cut it.
PART = re.compile(f"(?:(?>{_STEM})(?:ი|{AND})?)+(?:{'|'.join(ENDINGS)})?")
SHORT = 4  # Latin letters; a shorter word ("as", "at", "or") is English unless it ends in a vowel


def is_part(word: str) -> bool:
    """Whether a word is a numeral, or one of several that make one."""
    return not is_english(word) and PART.fullmatch(fold(word)) is not None


def is_english(word: str) -> bool:
    """Whether a word is a numeral only where a Georgian one in Latin letters follows: "as oci"."""
    short = word.isascii() and len(word) < SHORT and word[-1] not in "ia"
    return short and PART.fullmatch(fold(word)) is not None


def is_and(word: str) -> bool:
    return fold(word) == AND


def scale(word: str) -> int:
    """What "ათასი" or "მილიონი" multiplies by; 0 for another word."""
    stems = _bare(fold(word))
    return next((worth for stem, worth in SCALES if stem in stems), 0)


def numeral(words: Sequence[str]) -> Decimal | None:
    """The one number that these words are together."""
    joined = "".join(fold(word) for word in words)
    for stem in _bare(joined):
        before, half, after = stem.partition(HALF)
        found = _read(stem) if not half else None if after else _halved(before)
        if found is not None:
            return Decimal(found)
    return None


def _bare(word: str) -> list[str]:
    """The word, and what is left of it without an ending that it may have."""
    return [word, *(word[: -len(end)] for end in ENDINGS if word.endswith(end))]


def _halved(before: str) -> Decimal | None:
    """ "ნახევარი" alone, "ორნახევარი", "ორი და ნახევარი"."""
    plus = before.endswith(AND)
    stem = before.removesuffix(AND).removesuffix("ი") if plus else before
    whole = _below_hundred(stem) if stem else None if plus else 0
    return None if whole is None else whole + Decimal("0.5")


def _read(stem: str, scales: Sequence[tuple[str, int]] = SCALES) -> int | None:
    if not scales:
        return _below_thousand(stem)
    (word, worth), *smaller = scales
    before, found, after = stem.partition(word)
    if not found:
        return _read(stem, smaller)
    high = _read(before.removesuffix("ი"), smaller) if before else 1
    low = _read(after, smaller) if after else 0
    return None if not high or low is None else high * worth + low


def _below_thousand(stem: str) -> int | None:
    if (small := _below_hundred(stem)) is not None:
        return small
    before, _, after = stem.partition(HUNDRED)
    high, low = HUNDREDS.get(before), _below_hundred(after) if after else 0
    return None if high is None or low is None else 100 * high + low


def _below_hundred(stem: str) -> int | None:
    if stem in SMALL:
        return SMALL[stem]
    for twenty, worth in TWENTIES.items():
        if stem == twenty:
            return worth
        if stem.startswith(twenty + AND):
            more = SMALL.get(stem.removeprefix(twenty + AND))
            return worth + more if more else None
    return None
