"""The simplest conditions of a form in parts, so that paper can say them in words.

`${tap} = 'no'` and its like, joined by nothing but "and", or nothing but "or".  Whatever is written
in another way has no parts, only the questions that it looks at.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.civic.survey.expressions.special import REFERENCE

VALUE = r"(?:'([^']*)'|\"([^\"]*)\"|(-?\d+(?:\.\d+)?))"
NAME = r"\$\{\s*([^{}]+?)\s*\}"
COMPARED = re.compile(rf"{NAME}\s*(=|!=|>=|<=|>|<)\s*{VALUE}")
SELECTED = re.compile(rf"selected\(\s*{NAME}\s*,\s*{VALUE}\s*\)")
NEGATED = re.compile(r"not\s*\((.*)\)", re.DOTALL)
PIECES = re.compile(r"'[^']*'|\"[^\"]*\"|[()]|\band\b|\bor\b|[^'\"()]", re.DOTALL)


class Compares(StrEnum):
    IS = "is"
    NOT = "not"
    OVER = "over"
    UNDER = "under"
    LEAST = "least"
    MOST = "most"
    GIVEN = "given"
    EMPTY = "empty"


SIGNS = {
    "=": Compares.IS,
    "!=": Compares.NOT,
    ">": Compares.OVER,
    "<": Compares.UNDER,
    ">=": Compares.LEAST,
    "<=": Compares.MOST,
}
OPPOSITE = {Compares.IS: Compares.NOT, Compares.NOT: Compares.IS}


@dataclass(frozen=True, slots=True)
class Clause:
    """What one question's answer is compared with; `value` is "" for GIVEN and EMPTY."""

    question: str
    test: Compares
    value: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """`every`: all clauses must hold, else one is enough.  Without clauses it is not so simple."""

    clauses: tuple[Clause, ...]
    every: bool
    looks_at: tuple[str, ...]


def condition(expression: str) -> Condition:
    """A form's condition in parts, as far as it has any."""
    names = tuple(dict.fromkeys(REFERENCE.findall(expression)))
    for word in ("and", "or"):
        parts = [_clause(part) for part in _split(expression, word)]
        if all(parts):
            return Condition(tuple(part for part in parts if part), word == "and", names)
    return Condition((), True, names)


def _split(expression: str, word: str) -> list[str]:
    """At this word, wherever it stands outside of quotes and brackets."""
    parts, depth = [""], 0
    for piece in PIECES.findall(expression):
        depth += (piece == "(") - (piece == ")")
        if piece == word and not depth:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _clause(part: str) -> Clause | None:
    part = part.strip()
    if part.startswith("(") and part.endswith(")"):
        return _clause(part[1:-1])
    if found := NEGATED.fullmatch(part):
        inner = _clause(found[1])
        opposite = OPPOSITE.get(inner.test) if inner else None
        return Clause(inner.question, opposite, inner.value) if inner and opposite else None
    if found := SELECTED.fullmatch(part):
        return Clause(found[1], Compares.IS, found[2] or found[3] or found[4] or "")
    if found := COMPARED.fullmatch(part):
        value = found[3] or found[4] or found[5] or ""
        test = SIGNS[found[2]]
        if not value:
            return _blank(found[1], test)
        return Clause(found[1], test, value)
    return None


def _blank(question: str, test: Compares) -> Clause | None:
    """Compared with nothing: whether there is an answer at all."""
    blank = {Compares.IS: Compares.EMPTY, Compares.NOT: Compares.GIVEN}.get(test)
    return Clause(question, blank) if blank else None
