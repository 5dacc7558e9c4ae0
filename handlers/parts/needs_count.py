"""A survey's answers as they are counted: each sheet with the groups its person belongs to."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.civic.findings import Breakdown, Sheet, findings
from bot.civic.survey.countable import countable, rule
from bot.civic.survey.countable import read as as_counted
from bot.civic.survey.form import Form, Kind
from bot.civic.survey.profile import leading, profile, trait
from storage.answers import Filled

SETTLEMENT, LANGUAGE = "settlement", "language"


def count(form: Form, filled: Sequence[Filled], on: date) -> dict[str, Any]:
    """What may be published: every question, the first ranking also by who people are."""
    items, lead, traits = countable(form), leading(form), profile(form)
    rules = {name: rule(form, item) for name, item in items.items()}
    own = {name: item.name for name, item in traits.items() if item.kind is Kind.ONE}
    sheets = [
        Sheet(
            {
                SETTLEMENT: str(one.settlement_id),
                LANGUAGE: one.language,
                **{name: trait(item, one.values, on) for name, item in traits.items()},
            },
            as_counted(items, one.values),
        )
        for one in filled
    ]
    named = (SETTLEMENT, *traits, LANGUAGE)
    return findings(rules, sheets, Breakdown(lead.name, named, own) if lead else Breakdown())
