"""How the answers to a form are counted: each question by its kind, ages by their bands.

The first ranking is told by the same bands.  Any other stretches of people's ages beside these
would give away the few who are in the one and not in the other.
"""

from collections.abc import Callable
from datetime import date

from bot.civic.findings import Breakdown
from bot.civic.needs import Answer, Question
from bot.civic.needs import Kind as Rule
from bot.civic.survey.countable import NUMBERS, countable, read, rule
from bot.civic.survey.form import Form, Item, Kind
from bot.civic.survey.profile import AGE, BANDS, NAMES, in_years, leading, profile, trait

SETTLEMENT, LANGUAGE = "settlement", "language"


def rules(form: Form) -> dict[str, Question]:
    """How each question is counted."""
    ages = profile(form).get(AGE)
    return {name: _rule(form, item, item == ages) for name, item in countable(form).items()}


def _rule(form: Form, item: Item, ages: bool) -> Question:
    if item.kind not in NUMBERS and item.kind is not Kind.DATE:
        return rule(form, item)
    if ages:
        years = Question(Rule.NUMBER, bands=BANDS)
        return years if in_years(item) else Question(Rule.ONE, tuple(BANDS))
    asked_again = NAMES.get(item.name.lower()) == AGE
    return Question(Rule.TEXT) if asked_again else rule(form, item)


def meaning(form: Form, on: date) -> Callable[[str, str], Answer]:
    """What a stored answer to a question is counted as; None for an age that nobody reaches."""
    items, ages = countable(form), profile(form).get(AGE)

    def of(name: str, value: str) -> Answer:
        item = items[name]
        if item != ages or item.kind is Kind.ONE:
            return read(item, value)
        band = trait(item, {name: value}, on)
        return int(float(value)) if band and in_years(item) else band or None

    return of


def breakdown(form: Form) -> Breakdown:
    """By what the first ranking of a form is told."""
    lead, own = leading(form), {name: item.name for name, item in profile(form).items()}
    return Breakdown(lead.name, (SETTLEMENT, *own, LANGUAGE), own) if lead else Breakdown()
