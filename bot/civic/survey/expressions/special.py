"""The functions that look at the scope, or at how their arguments are written."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple
from uuid import UUID

import re2

from bot.civic.survey.expressions.dates import unknown_format
from bot.civic.survey.expressions.faults import Fault, Reason
from bot.civic.survey.expressions.functions import FUNCTIONS, moment
from bot.civic.survey.expressions.scope import Scope
from bot.civic.survey.expressions.values import Value, number, text, truth

Evaluate = Callable[[Scope], Value]

REFERENCE = re.compile(r"\$\{\s*([^{}]+?)\s*\}")
MEMORY = 2 << 20  # bytes for one pattern


@dataclass(frozen=True, slots=True)
class Part:
    """A compiled piece of an expression, and what it was if it was nothing more than that."""

    value: Evaluate
    column: int
    literal: str | None = None  # a text
    name: str | None = None  # a question
    up: int = 0  # so many ".."


class Special(NamedTuple):
    """How many arguments it takes, and how they are compiled; names it uses come along."""

    least: int
    most: int
    build: Callable[[Sequence[Part]], Evaluate]


def _if(parts: Sequence[Part]) -> Evaluate:
    condition, yes, no = (part.value for part in parts)
    return lambda scope: yes(scope) if truth(condition(scope)) else no(scope)


def _regex(parts: Sequence[Part]) -> Evaluate:
    """Whether the whole text fits; written patterns are refused here, computed ones are false."""
    said, pattern = parts[0].value, parts[1].value
    if parts[1].literal is None:
        return lambda scope: _fits(text(pattern(scope)), text(said(scope)))
    known = parts[1].literal
    if not _understood(known):
        raise Fault(Reason.PATTERN, parts[1].column, known)
    return lambda scope: _fits(known, text(said(scope)))


def _options() -> re2.Options:
    options = re2.Options()
    options.log_errors = False
    options.max_mem = MEMORY
    return options


OPTIONS = _options()


def _understood(pattern: str) -> bool:
    try:
        re2.compile(pattern, OPTIONS)
    except (re2.error, UnicodeError):
        return False
    return True


def _fits(pattern: str, said: str) -> bool:
    try:
        return re2.fullmatch(pattern, said, OPTIONS) is not None
    except (re2.error, UnicodeError):
        return False


def _format_date(parts: Sequence[Part]) -> Evaluate:
    when, format = parts
    if format.literal is not None and (code := unknown_format(format.literal)):
        raise Fault(Reason.DATE_FORMAT, format.column, code)
    call = FUNCTIONS["format-date"].call
    return lambda scope: call(when.value(scope), format.value(scope))


def _position(parts: Sequence[Part]) -> Evaluate:
    [part] = parts
    if not part.up:
        raise Fault(Reason.ARGUMENT, part.column)
    return lambda scope: float(scope.position(part.up))


def _indexed(parts: Sequence[Part]) -> Evaluate:
    """A question, then repeats around it with the number of an instance."""
    if len(parts) % 2 == 0:
        raise Fault(Reason.ARGUMENTS, parts[-1].column)
    question, *repeats = (_name(part) for part in (parts[0], *parts[1::2]))
    indexes = [part.value for part in parts[2::2]]

    def found(scope: Scope) -> str:
        numbers = [number(index(scope)) for index in indexes]
        if not all(n > 0 and n.is_integer() for n in numbers):
            return ""
        return scope.indexed(question, list(zip(repeats, map(int, numbers), strict=True)))

    return found


def _name(part: Part) -> str:
    if part.name is None:
        raise Fault(Reason.ARGUMENT, part.column)
    return part.name


def _choice_name(parts: Sequence[Part]) -> Evaluate:
    """What a choice is called; the question is written as a text that holds ${name}."""
    chosen, question = parts[0].value, called(parts[1])
    return lambda scope: scope.choice(question, text(chosen(scope)))


def called(part: Part) -> str:
    """The question of jr:choice-name."""
    match = REFERENCE.fullmatch((part.literal or "").strip())
    if match is None:
        raise Fault(Reason.ARGUMENT, part.column)
    return match[1]


def _once(parts: Sequence[Part]) -> Evaluate:
    """The answer there is, else the value as of the beginning, so that it stays what it was."""
    [part] = parts
    return lambda scope: scope.current or text(part.value(scope.at_the_beginning()))


def _date(parts: Sequence[Part]) -> Evaluate:
    """A moment on the local clock; "" where there is none."""
    value = parts[0].value

    def found(scope: Scope) -> Value:
        known = moment(value(scope))
        return known.replace(tzinfo=scope.now.tzinfo) if known else ""

    return found


def _today(parts: Sequence[Part]) -> Evaluate:
    return lambda scope: scope.now.replace(hour=0, minute=0, second=0, microsecond=0)


def _uuid(random: Random) -> str:
    return str(UUID(int=random.getrandbits(128), version=4))


SPECIAL = {
    "if": Special(3, 3, _if),
    "regex": Special(2, 2, _regex),
    "format-date": Special(2, 2, _format_date),
    "format-date-time": Special(2, 2, _format_date),
    "date": Special(1, 1, _date),
    "date-time": Special(1, 1, _date),
    "position": Special(1, 1, _position),
    "indexed-repeat": Special(3, 7, _indexed),
    "jr:choice-name": Special(2, 2, _choice_name),
    "once": Special(1, 1, _once),
    "today": Special(0, 0, _today),
    "now": Special(0, 0, lambda parts: lambda scope: scope.now),
    "random": Special(0, 0, lambda parts: lambda scope: scope.random.random()),
    "uuid": Special(0, 0, lambda parts: lambda scope: _uuid(scope.random)),
}

STEADY = frozenset({"if", "regex", "format-date", "format-date-time", "date", "date-time"})
"""They look at nothing but their arguments; the others at the hour, the place or the language."""
