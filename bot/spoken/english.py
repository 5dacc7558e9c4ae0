"""English numerals: "twenty-five", "a hundred and one", "two and a half"."""

from collections.abc import Sequence
from decimal import Decimal

BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
SMALL = {word: number for number, word in enumerate(BELOW_TWENTY.split())}
BY_TEN = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {word: 10 * number for number, word in enumerate(BY_TEN.split(), 2)}
SCALES = {"million": 10**6, "thousand": 1000, "hundred": 100}
PARTS = frozenset({*SMALL, *TENS, *SCALES, "half"})
LINKS = frozenset({"a", "an", "and"})


def is_part(word: str) -> bool:
    """Whether a word is a numeral, or one of several that make one."""
    return word in PARTS


def scale(word: str) -> int:
    """What "thousand" or "million" multiplies by; 0 for another word."""
    return SCALES.get(word, 0)


def numeral(words: Sequence[str]) -> Decimal | None:
    """The one number that these words are together; `words` begin and end with a part."""
    if words[-1] != "half":
        found = _read(words)
        return None if found is None else Decimal(found)
    before = [word for word in words[:-1] if word not in ("a", "an")]
    if not before:
        return Decimal("0.5")
    whole = _read(before[:-1]) if before[-1] == "and" else None
    return None if whole is None else whole + Decimal("0.5")


def _read(words: Sequence[str]) -> int | None:
    for word, worth in SCALES.items():
        if word in words:
            at = words.index(word)
            return _scaled(words[:at], worth, words[at + 1 :])
    if len(words) == 1:
        return SMALL.get(words[0], TENS.get(words[0]))
    if len(words) == 2 and words[0] in TENS and 1 <= SMALL.get(words[1], 0) <= 9:
        return TENS[words[0]] + SMALL[words[1]]
    return None


def _scaled(before: Sequence[str], worth: int, after: Sequence[str]) -> int | None:
    high = 1 if list(before) in ([], ["a"]) else _read(before)
    rest = after[1:] if after and after[0] == "and" else after
    low = _read(rest) if rest else 0
    return None if not high or low is None or low >= worth else high * worth + low
