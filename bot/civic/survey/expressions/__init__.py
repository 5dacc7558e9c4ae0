"""Expressions of a survey: the ODK subset of XPath 1, compiled once to closures.

Only functions of a whitelist exist, nothing is ever run as code, and no answer can raise: what has
no sense is "" or NaN, which compares as false.  Time and chance come from the scope.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.civic.survey.expressions.faults import Fault, Reason
from bot.civic.survey.expressions.parser import Parser
from bot.civic.survey.expressions.scope import Scope
from bot.civic.survey.expressions.special import Evaluate
from bot.civic.survey.expressions.values import Value, number, text, truth

__all__ = ["Expression", "Fault", "Reason", "Scope", "Value", "compile"]


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled text.

    `names` are the questions it looks at and `columns` those of a choice's row, each with the
    character of the text, from 1, where it stands first.  `far`: it looks into other instances of
    the repeat it stands in.  `steady`: the same answers and the same choice always give the same.
    """

    names: Mapping[str, int]
    columns: Mapping[str, int]
    far: bool
    steady: bool
    value: Evaluate

    def true(self, scope: Scope) -> bool:
        return truth(self.value(scope))

    def number(self, scope: Scope) -> float:
        """NaN where there is none."""
        return number(self.value(scope))

    def text(self, scope: Scope) -> str:
        """As an answer: "" where there is no number."""
        found = text(self.value(scope))
        return "" if found == "NaN" else found


def compile(text: str, *, in_choices: bool = False) -> Expression:
    """An expression from its text; `in_choices`: bare names are columns of the choice.

    Raises Fault.
    """
    parser = Parser(text, in_choices)
    value = parser.parse()
    return Expression(parser.names, parser.columns, parser.far, parser.steady, value)
