"""What operators do, and how strongly they bind."""

import math
from collections.abc import Callable, Sequence

from bot.civic.survey.expressions.scope import Scope
from bot.civic.survey.expressions.special import Evaluate
from bot.civic.survey.expressions.values import (
    Value,
    any_pair,
    differs,
    finite,
    number,
    same,
    truth,
)

Operate = Callable[[Value, Value], Value]

UNARY = 7  # binds more strongly than any other
POWERS = {
    **{"or": 1, "and": 2, "=": 3, "!=": 3, "<": 4, ">": 4, "<=": 4, ">=": 4},
    **{"+": 5, "-": 5, "*": 6, "div": 6, "mod": 6},
}


def _numbers(compute: Callable[[float, float], float]) -> Operate:
    """An operator of numbers; NaN where it has no finite result."""

    def found(left: Value, right: Value) -> Value:
        try:
            return finite(compute(number(left), number(right)))
        except (ZeroDivisionError, ValueError):
            return math.nan

    return found


OPERATORS: dict[str, Operate] = {
    "=": any_pair(same),
    "!=": any_pair(differs),
    "<": any_pair(lambda left, right: number(left) < number(right)),
    ">": any_pair(lambda left, right: number(left) > number(right)),
    "<=": any_pair(lambda left, right: number(left) <= number(right)),
    ">=": any_pair(lambda left, right: number(left) >= number(right)),
    "+": _numbers(lambda left, right: left + right),
    "-": _numbers(lambda left, right: left - right),
    "*": _numbers(lambda left, right: left * right),
    "div": _numbers(lambda left, right: left / right),
    "mod": _numbers(math.fmod),
}


def chain(first: Evaluate, steps: Sequence[tuple[str, Evaluate]]) -> Evaluate:
    """Operators of one power from left to right, in one closure: a long sum is not deep."""
    operators, values = zip(*steps, strict=True)
    if operators[0] in ("or", "and"):
        return _until(operators[0] == "or", [first, *values])
    if len(steps) == 1:
        return _pair(OPERATORS[operators[0]], first, values[0])
    return _fold(first, [(OPERATORS[operator], value) for operator, value in steps])


def _until(decided: bool, values: Sequence[Evaluate]) -> Evaluate:
    """`or` ends at the first that is true, `and` at the first that is false."""

    def found(scope: Scope) -> bool:
        for value in values:
            if truth(value(scope)) is decided:
                return decided
        return not decided

    return found


def _pair(operate: Operate, one: Evaluate, other: Evaluate) -> Evaluate:
    return lambda scope: operate(one(scope), other(scope))


def _fold(first: Evaluate, pairs: Sequence[tuple[Operate, Evaluate]]) -> Evaluate:
    def found(scope: Scope) -> Value:
        left = first(scope)
        for operate, value in pairs:
            left = operate(left, value(scope))
        return left

    return found
