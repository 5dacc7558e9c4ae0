"""An expression's text cut into tokens."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from bot.civic.survey.expressions.faults import Fault, Reason

LONGEST = 2_000  # characters

# Word processors put them in; they are what was meant.
STRAIGHT = str.maketrans(
    dict.fromkeys("‘’‚‛′", "'") | dict.fromkeys("“”„‟″", '"')
    | dict.fromkeys("\u00a0\u2007\u202f\u2009\u200b\ufeff\n\r\t", " ")
)  # fmt: skip


class Sort(Enum):
    NUMBER = auto()
    TEXT = auto()
    ANSWER = auto()  # ${name}
    NAME = auto()
    SIGN = auto()
    END = auto()


class Token(NamedTuple):
    sort: Sort
    text: str  # a text without its quotes, an answer's name without ${ }
    column: int


NAME = r"[^\W\d][\w.-]*"
TOKEN = re.compile(
    rf"""(?P<NUMBER>[0-9]+(\.[0-9]*)?|\.[0-9]+)
    |'(?P<SINGLE>[^']*)'|"(?P<DOUBLE>[^"]*)"
    |\$\{{\s*(?P<ANSWER>[^{{}}]*?)\s*\}}
    |(?P<NAME>{NAME}(:{NAME})?)
    |(?P<SIGN><=|>=|!=|\.\.|//|[()\[\],=<>+*/|.@-])""",
    re.VERBOSE,
)
SORTS = {"SINGLE": Sort.TEXT, "DOUBLE": Sort.TEXT}
OPENING = {"'": "'", '"': '"', "$": "${"}


def tokens(text: str) -> list[Token]:
    """All tokens and an END.  Raises Fault."""
    if len(text) > LONGEST:
        raise Fault(Reason.TOO_LONG, LONGEST + 1, str(len(text)))
    return [*_cut(text.translate(STRAIGHT).rstrip())]


def _cut(text: str) -> Iterator[Token]:
    at = 0
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        match = TOKEN.match(text, at)
        if match is None:
            raise _unreadable(text, at)
        yield _token(match)
        at = match.end()
    yield Token(Sort.END, "", len(text) + 1)


def _token(match: re.Match[str]) -> Token:
    group = next(name for name, found in match.groupdict().items() if found is not None)
    sort = SORTS.get(group) or Sort[group]
    return Token(sort, match[group], match.start() + 1)


def _unreadable(text: str, at: int) -> Fault:
    if opening := OPENING.get(text[at]):
        return Fault(Reason.UNCLOSED, at + 1, opening)
    return Fault(Reason.UNKNOWN_SIGN, at + 1, text[at])
