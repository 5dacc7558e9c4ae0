"""Which text answers a whole question: ranking, where `search` wants every word to be there.

A question has words that say nothing ("how", "შეიძლება") and words that the text says otherwise.
So each word that is left finds its kin among the words of all texts: the same word, the same word
with another ending, one that begins with it, one with a letter wrong.  A text is worth the sum,
over the question's words, of how rare the word is, how near its nearest kin in the text, and where
that stands (BM25: a title counts more than a long text, and saying it twice not twice as much).
Both alphabets and both languages are folded into one (`latin.fold`).
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.civic.latin import fold
from bot.civic.search import pairs

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
SAME, ENDING, BEGINNING, ALIKE = 1.0, 0.9, 0.7, 0.6  # likeness; the last times the pairs in common
COMMON = 0.55  # of the pairs of two words; below it they are different words
SHORT = 4  # letters; a shorter word has no kin but itself with another ending
ROOT = 2, 3  # letters that are left, at least, when one ending is taken off, and a second one
STRANGE = 0.5  # of the weight of a rare word has one that no text knows
WEIGHTS = {"title": 3.0, "keywords": 2.0, "text": 1.0}
SATURATION, LENGTH = 1.2, 0.5  # BM25's k1 and b
FITS = 0.25  # of the question's weight that the best text has to know; below it nothing fits

GEORGIAN = """
    ისთვის სთვის თვის ისგან სგან გან იდან დან სთან თან ამდე მდე ზე ში ით ად ის მა ს მ ი ა ო ე ც
    ები ების ებს ებმა ებით ებად ებზე ებში ებთან ებისთვის ებიდან ებისგან ებ
"""
ENGLISH = """
    s es ed d ing er ers ion ions ment ments ly al 's y ies e
"""
STOP = """
    ა აბა ალბათ ამ ამას ამის ამიტომ ან ანუ არ არა არაა არავინ არაფერი არის არიან ასე ასეთი ახლა
    აქ აქვს აქვთ გამარჯობა გთხოვთ და დიახ ეგ ერთი ეს ესე ვარ ვართ ვის ვისი ვინ ვინმე ვიღაც
    ვიღაცა ვიღაცამ თუ თუარა თქვენ თქვენი იმ იმას იმის ის ისე ისინი იქ იქნება კი კიდევ მაგ მათ
    მათი მაინც მარა მაქვს მას მე მეც მერე მინდა მის მისი მითხარით მხოლოდ ნეტავ რა რამ რამდენ
    რამდენი რამე რამის რას რატომ რაც რისთვის რით როგორ როდის როდემდე რომ რომელ რომელი რომელიც
    სად სადაც საიდან სანამ უკვე უნდა უნდათ ყველა შეგვიძლია შეგიძლიათ შეიძლება შემიძლია შეუძლია
    ჩემ ჩემი ჩემს ჩვენ ჩვენი ჩვენს ძალიან ხო ხომ ხოლმე გვინდა გვაქვს გინდათ დღეს აი რაა სულ ვიცი
    იცით იცი ყავს ჰყავს მაშინ შემდეგ მაგრამ a about all also am an and any anybody anyone are as
    at be because been but by can cannot could d did do does doing done dont don't for from get
    give go had has have he hello her here hi him his how i i'd i'm if in into is it it's its
    just know let like ll long m many may me might much must my need no not now of on one only
    or our out please re s say says shall she should so some somebody someone something t tell
    than that the their them then there these they this those to too up us ve very want was we
    were what what's when where which who whom whose why will with would you your
"""


@dataclass(frozen=True, slots=True)
class Document:
    """One text: its title, other ways to say what it is about, and all the rest."""

    title: str
    keywords: str
    text: str


class Index:
    """Texts made ready to be asked; `rank` gives their places."""

    def __init__(self, documents: Sequence[Document]) -> None:
        counts = [
            {field: Counter(words(getattr(one, field))) for field in WEIGHTS} for one in documents
        ]
        sizes = [{field: sum(count.values()) for field, count in one.items()} for one in counts]
        mean = {field: sum(size[field] for size in sizes) / max(len(sizes), 1) for field in WEIGHTS}
        self._size = len(documents)
        self._weights: dict[str, dict[int, float]] = defaultdict(dict)
        for place, fields in enumerate(counts):
            for word, worth in _worth(fields, sizes[place], mean).items():
                self._weights[word][place] = worth
        self._by_root: dict[str, set[str]] = defaultdict(set)
        self._by_pair: dict[str, set[str]] = defaultdict(set)
        for word in self._weights:
            for root in roots(word):
                self._by_root[root].add(word)
            for pair in pairs(word):
                self._by_pair[pair].add(word)

    def rank(self, question: str, at_most: int = 5) -> list[int]:
        """Places of the texts that answer it, the best first; none where nothing fits."""
        said = list(dict.fromkeys(words(question)))
        asked = [word for word in said if word not in QUIET] or said
        scores: dict[int, float] = defaultdict(float)
        known: dict[int, float] = defaultdict(float)
        whole = 0.0
        for word in asked:
            found = self._nearest(word)
            much = sum(like for like, _ in found.values())
            rarity = math.log(1 + (self._size - much + 0.5) / (much + 0.5))
            whole += rarity if found else rarity * STRANGE
            for place, (like, worth) in found.items():
                scores[place] += rarity * worth
                known[place] += rarity * like
        best = sorted(scores, key=lambda place: (-scores[place], place))
        if not best or max(known[place] for place in best[:3]) < FITS * whole:
            return []
        return best[:at_most]

    def _nearest(self, word: str) -> dict[int, tuple[float, float]]:
        """Of each text that has kin of the word: how near, and what that is worth there."""
        found: dict[int, tuple[float, float]] = {}
        for kin, like in self._kin(word).items():
            for place, weight in self._weights[kin].items():
                old = found.get(place, (0.0, 0.0))
                found[place] = max(old[0], like), max(old[1], like * weight)
        return found

    def _kin(self, word: str) -> dict[str, float]:
        kin: dict[str, float] = {}
        for other, common in self._in_common(word).items():
            if common >= COMMON:
                kin[other] = common * ALIKE
            if len(word) >= SHORT and other.startswith(word):
                kin[other] = max(kin.get(other, 0.0), BEGINNING)
        for root in roots(word):
            kin |= dict.fromkeys(self._by_root.get(root, ()), ENDING)
        if word in self._weights:
            kin[word] = SAME
        return kin

    def _in_common(self, word: str) -> Mapping[str, float]:
        """Words that share pairs of letters with this one: twice the shared ones of all."""
        if len(word) < SHORT:
            return {}
        mine = pairs(word)
        shared = Counter(other for pair in mine for other in self._by_pair.get(pair, ()))
        return {
            other: 2 * count / (len(mine) + len(pairs(other))) for other, count in shared.items()
        }


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in their order, folded; single letters say nothing."""
    plain = fold(text.replace("’", "'"))
    return tuple(word for word in WORD.findall(plain) if len(word) > 1)


QUIET = frozenset(words(STOP))
TAILS = dict.fromkeys(map(fold, ENGLISH.split()), 1) | dict.fromkeys(map(fold, GEORGIAN.split()), 0)
LONGEST_TAIL = max(map(len, TAILS))


@lru_cache(maxsize=65536)
def roots(word: str) -> frozenset[str]:
    """The word, and what is left of it without an ending, and without a second one."""
    found = {word}
    for least in ROOT:
        found |= {left for one in found for left in _shorter(one, least)}
    return frozenset(found)


def _shorter(word: str, least: int) -> Iterator[str]:
    for size in range(1, min(LONGEST_TAIL, len(word) - least) + 1):
        more = TAILS.get(word[-size:])
        if more is not None and len(word) - size >= least + more:
            yield word[:-size]


def _worth(
    fields: Mapping[str, Counter[str]], sizes: Mapping[str, int], mean: Mapping[str, float]
) -> dict[str, float]:
    """What each word of a text is worth there: below 1, however often it is said."""
    said: dict[str, float] = defaultdict(float)
    for field, count in fields.items():
        long = 1 - LENGTH + LENGTH * sizes[field] / max(mean[field], 1.0)
        for word, times in count.items():
            said[word] += WEIGHTS[field] * times / long
    return {word: much / (SATURATION + much) for word, much in said.items()}
