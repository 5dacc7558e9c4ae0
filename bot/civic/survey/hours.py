"""Which results of a form tell when somebody answered: an anonymous survey keeps none of them."""

import re

from bot.civic.survey.expressions.special import REFERENCE
from bot.civic.survey.form import Form, Item, Kind

CLOCK = re.compile(r"\b(now|today)\s*\(")


def telling_time(form: Form) -> frozenset[str]:
    """Names of what is filled in, and of calculations that look at the clock or at one of these."""
    known = {item.name for item in form.walk() if item.kind is Kind.META}
    calculations = [item for item in form.walk() if item.kind is Kind.CALCULATE]
    before = -1
    while len(known) > before:
        before = len(known)
        known |= {item.name for item in calculations if _looks(item, known)}
    return frozenset(known)


def _looks(item: Item, names: set[str]) -> bool:
    used = REFERENCE.split(item.calculation)[1::2]
    return bool(CLOCK.search(item.calculation)) or not names.isdisjoint(used)
