"""A survey's answers counted as they are read, each person by the groups they belong to."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from bot.civic.findings import Counts, Sheet, findings
from bot.civic.needs import Kind
from bot.civic.survey.counting import LANGUAGE, SETTLEMENT, breakdown, meaning, rules
from bot.civic.survey.follow_ups import follow_ups
from bot.civic.survey.form import Form
from bot.civic.survey.profile import profile, trait
from storage.answers import Filled


class Counting:
    """Sheets of one form; ages are those of a day.

    `helped` were entered by helpers; `revisions` tells how many people were asked by which form.
    """

    def __init__(self, form: Form, on: date) -> None:
        self.helped = 0
        self.revisions: Counter[int] = Counter()
        self._traits, self._rules = profile(form), rules(form)
        # Thousands give the same few answers.
        self._trait = cache(lambda name, value: self._group(name, value, on))
        self._meaning = meaning(form, on)
        decide = {name for name, question in self._rules.items() if question.kind is not Kind.TEXT}
        follow = {name: before & decide for name, before in follow_ups(form).items()}
        self._counts = Counts(self._rules, breakdown(form), follow)

    @property
    def people(self) -> int:
        return self._counts.people

    def _group(self, name: str, value: str, on: date) -> str:
        item = self._traits[name]
        return trait(item, {item.name: value}, on)

    def add(self, filled: Iterable[Filled]) -> None:
        """Some more people."""
        sheets = []
        for one in filled:
            self.helped += bool(one.assisted)
            self.revisions[one.revision] += 1
            own = {
                name: self._trait(name, one.values.get(item.name, ""))
                for name, item in self._traits.items()
            }
            place = {SETTLEMENT: str(one.settlement_id), LANGUAGE: one.language}
            sheets.append(Sheet(own | place, one.values))
        self._counts.add(sheets)

    def found(self) -> dict[str, Any]:
        """What may be published: every question, the first ranking also by who people are."""
        return findings(self._rules, self._counts.read(self._meaning))
