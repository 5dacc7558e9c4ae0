"""Which of many answered questions is meant by a new one, asked in other words.

A search wants every word; here a whole sentence is asked, and half of its words may be others.
"""

from collections.abc import Iterable, Sequence
from math import log

from bot.civic.search import likeness, words

COMMON = """
    და თუ რომ არ არა რა რას რატომ როდის როგორ სად საიდან ვის ვინ ვისთან რამდენი რამდენ რომელი
    რომელ უნდა არის იქნება იყო აქვს მაქვს გვაქვს შეიძლება შემიძლია მინდა გვინდა ჩემი ჩემს ჩვენი
    ჩვენს თქვენ თქვენი მე ჩვენ ის ეს ამ იმ აქ იქ ხომ კი მაგრამ ან ასევე გამარჯობა მოგესალმებით
    გთხოვთ მითხარით მაინტერესებს მადლობა თან მერე ახლა უკვე ჯერ კიდევ ძალიან რამე ვინმე
    the a an is are was will be do does did how what when where who why which can could should
    i we you my our your it this that to of in on at for from and or not please hello thanks
    have has there
"""
STOP = words(COMMON)
"""Words that say nothing of what a question is about."""

ENOUGH = 0.4  # of the worth of its words: an answer too many costs a tap, one too few an answer
NOWHERE = 0.5  # worth of a word that no other question has: people say one thing in many ways
SHORTEST = 3  # letters that two forms of a word have in common: გზა, გზას
ENDING = 3  # letters by which they may differ then


def nearest(asked: str, questions: Sequence[str], at_most: int = 3) -> list[int]:
    """Places of the questions that most likely mean the same, the best first."""
    texts = [words(question) - STOP for question in questions]
    known = frozenset().union(*texts)
    wanted = sorted(word for word in words(asked) - STOP if not word.isdigit())
    likes = [_likes(word, known) for word in wanted]
    worth = [_worth(one, texts) for one in likes]
    found = []
    for place, text in enumerate(texts):
        score = sum(
            value * max((one[word] for word in one.keys() & text), default=0.0)
            for value, one in zip(worth, likes, strict=True)
        )
        if score > 0 and score >= ENOUGH * sum(worth):
            found.append((score, place))
    return [place for _, place in sorted(found, key=lambda row: (-row[0], row[1]))][:at_most]


def _worth(likes: dict[str, float], texts: Sequence[frozenset[str]]) -> float:
    """A word that stands in many questions tells little of which one is meant."""
    if not likes:
        return NOWHERE
    having = sum(not likes.keys().isdisjoint(text) for text in texts)
    return 1 + log((1 + len(texts)) / (1 + having))


def _likes(wanted: str, known: Iterable[str]) -> dict[str, float]:
    """Words that may be meant, with their likeness; they begin with the same letter."""
    near = (word for word in known if word[0] == wanted[0])
    return {word: like for word in near if (like := _like(wanted, word))}


def _like(wanted: str, word: str) -> float:
    """As a search has it, and short words whose endings differ besides."""
    short, long = sorted((wanted, word), key=len)
    if len(short) >= SHORTEST and long.startswith(short) and len(long) - len(short) <= ENDING:
        return 1.0 if short == long else 0.9
    return likeness(wanted, word)
