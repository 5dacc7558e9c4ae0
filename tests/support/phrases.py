"""Expressions made at random, in the grammar that people use."""

from random import Random

from bot.civic.survey.expressions.functions import FUNCTIONS

ANSWERS = ("${a}", "${b}", "${c}", "${d}", ".", "../a")
CONSTANTS = ("0", "1", "2", "18", "2.5", "-9", "''", "'yes'", "'no'", "'a'", "'2020-02-29'", "'17'")
OPERATORS = ("=", "!=", "<", ">", "<=", ">=", "+", "-", "*", "div", "mod", "and", "or")
CALLS = {
    **{name: (known.least, min(known.most, 4)) for name, known in FUNCTIONS.items()},
    **{"date": (1, 1), "date-time": (1, 1)},
    **{"if": (3, 3), "today": (0, 0), "now": (0, 0), "regex": (2, 2), "once": (1, 1)},
}


def phrase(random: Random, depth: int = 3) -> str:
    """One expression; deeper ones have more inside one another."""
    if depth == 0:
        return random.choice(ANSWERS + CONSTANTS)
    shape = random.random()
    if shape < 0.45:
        operator = random.choice(OPERATORS)
        return f"{_inner(random, depth)} {operator} {_inner(random, depth)}"
    if shape < 0.9:
        return _call(random, depth)
    return f"({phrase(random, depth - 1)})"


def _inner(random: Random, depth: int) -> str:
    return phrase(random, random.randrange(depth))


def _call(random: Random, depth: int) -> str:
    name = random.choice(sorted(CALLS))
    least, most = CALLS[name]
    if name == "regex":
        return f"regex({_inner(random, depth)}, '[a-z]+')"
    if name.startswith("format-date"):
        return f"{name}({_inner(random, depth)}, '%d.%m.%Y %H:%M')"
    parts = [_inner(random, depth) for _ in range(random.randint(least, most))]
    return f"{name}({', '.join(parts)})"
