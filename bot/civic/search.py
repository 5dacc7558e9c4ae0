"""Search by words: in either alphabet, whatever the case ending, with a letter wrong.

A Georgian noun changes its end and sometimes its middle (წყალი, წყლის), so words are compared by
their common beginning and by pairs of letters, not letter by letter.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import takewhile

from bot.civic.latin import fold

WORD = re.compile(r"\w+")
TITLE, TEXT = 2.0, 1.0  # what a word is worth where it stands
LIKE = 0.5  # pairs of letters in common; below it another word is meant
SHORT = 4  # letters; such a word must be there as it was typed
STEM = 0.6  # of the shorter word: სკოლის, სკოლასთან
KEPT = 0.5  # of the best result's worth; what has less only disturbs

Text = tuple[str, str]
"""The title, and all else that is searched."""


def search(query: str, texts: Sequence[Text], at_most: int = 20) -> list[int]:
    """Places of the texts that have every word of the query, the best first."""
    wanted = sorted(words(query))
    if not wanted:
        return []
    known = frozenset().union(*(words(part) for text in texts for part in text))
    worth = [_likes(one, known) for one in wanted]
    found: list[tuple[float, int]] = []
    for place, text in enumerate(texts):
        scores = [_score(text, likes) for likes in worth]
        if all(scores):
            found.append((sum(scores), place))
    best = max(found, default=(0.0, 0))[0]
    good = [row for row in found if row[0] >= KEPT * best]
    return [place for _, place in sorted(good, key=lambda row: (-row[0], row[1]))][:at_most]


def _likes(wanted: str, known: Iterable[str]) -> dict[str, float]:
    """Words that may be meant, with their likeness.

    Even with a wrong letter one of the first two stands where it stood, or next to there: that
    is asked first, because it leaves a tenth of the words.
    """
    first, second = wanted[0], wanted[1:2] or wanted[0]
    near = (word for word in known if word[0] in (first, second) or word[1:2] in (first, second))
    return {word: like for word in near if (like := likeness(wanted, word))}


def likeness(wanted: str, word: str) -> float:
    """From 0 (another word) to 1 (the same), of two folded words."""
    if wanted == word:
        return 1.0
    if min(len(wanted), len(word)) < SHORT:
        return 0.0
    if word.startswith(wanted):
        return 0.9
    if abs(len(wanted) - len(word)) > max(len(wanted), len(word)) // 2:
        return 0.0
    mine, other = pairs(wanted), pairs(word)
    common = 2 * len(mine & other) / (len(mine) + len(other))
    if common >= LIKE:
        return common * 0.8
    stem = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(wanted, word, strict=False))
    )
    return 0.4 if stem >= SHORT and stem >= STEM * min(len(wanted), len(word)) else 0.0


@lru_cache(maxsize=8192)
def words(text: str) -> frozenset[str]:
    """The words of a text, folded; remembered, for ideas hardly ever change."""
    return frozenset(WORD.findall(fold(text)))


@lru_cache(maxsize=65536)
def pairs(word: str) -> frozenset[str]:
    """Neighbouring letters, with the word's ends."""
    padded = f" {word} "
    return frozenset(padded[at : at + 2] for at in range(len(padded) - 1))


def _score(text: Text, likes: dict[str, float]) -> float:
    title, rest = (
        max((likes[word] for word in likes.keys() & words(part)), default=0.0) for part in text
    )
    return max(TITLE * title, TEXT * rest)
