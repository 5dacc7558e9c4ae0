"""Answers that a given expression may tell apart: those it names, and those beside them."""

import re
from itertools import pairwise
from random import Random

from bot.civic.survey.expressions import Expression, Value
from bot.civic.survey.expressions.tokens import STRAIGHT
from tests.support.openrosa import Sum

LITERAL = re.compile(r"'([^']*)'|\"([^\"]*)\"|(?<![\w$.])(\d+(?:\.\d+)?)")
SEVERAL = re.compile(
    r"(?:sum|count|count-non-empty)\(\s*\$\{\s*([^}]+?)\s*\}|indexed-repeat\(\s*\$\{\s*([^}]+?)\s*\}"
)
DATED = re.compile(r"date|today|now|\d{4}-\d\d")
PLAIN = ("", "yes", "no", "a", "a b", "b c a", "0", "1", "2", "4", "5", "7", "12", "17", "18", "42")
TEXTS = ("599123456", "AB-123", "a-b", "აბგ", "x  y", "nino@example.ge", "2.5", "-9")
DATES = ("2020-02-29", "2020-06-15", "2020-07-01", "2026-11-28", "2030-01-01", "1985-12-31", "")


def guess(text: str, expression: Expression, random: Random) -> Sum:
    """Random answers to everything that the expression looks at."""
    pool = _pool(text)
    several = {name for found in SEVERAL.findall(text) for name in found if name}
    several |= {name for name in expression.names if name.startswith("all_")}
    size = random.randint(1, 3)
    answers: dict[str, Value] = {
        name: _several(name, size, random) if name in several else _single(name, pool, random)
        for name in expression.names
    }
    row = {column: random.choice(pool) for column in expression.columns} or None
    return Sum(text, answers, random.choice(pool), row)


def _single(name: str, pool: tuple[str, ...], random: Random) -> str:
    """Questions called d and e are asked for dates."""
    return random.choice(DATES if name in ("d", "e") else pool)


def _several(name: str, size: int, random: Random) -> tuple[str, ...]:
    pool = ("f", "m", "") if name.endswith("sex") else ("4", "31", "65", "1.5", "0")
    return tuple(random.choice(pool) for _ in range(size))


def _pool(text: str) -> tuple[str, ...]:
    literals = [one for found in LITERAL.findall(text.translate(STRAIGHT)) for one in found if one]
    words = [word for word in literals if " " not in word and len(word) < 30]
    near = [str(int(word) + step) for word in words if word.isdigit() for step in (-1, 1)]
    pairs = [f"{one} {other}" for one, other in pairwise(words)]
    dates = DATES if DATED.search(text) else ()
    return (*PLAIN, *TEXTS, *dates * 3, *near * 2, *words * 3, *pairs)
