"""What of a survey's form can be counted, and answers as they are counted."""

from collections.abc import Iterator

from bot.civic.amounts import exact
from bot.civic.needs import Answer, Question
from bot.civic.needs import Kind as Rule
from bot.civic.survey.form import ASKED, Form, Item, Kind

NUMBERS = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.RANGE})


def countable(form: Form) -> dict[str, Item]:
    """The questions asked once of a person, by name, in order.

    Those inside a repeat are left out: their answers are not one a person.
    """
    return {item.name: item for item in _outside(form.items)}


def _outside(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        if item.kind is Kind.GROUP:
            yield from _outside(item.items)
        elif item.kind in ASKED:
            yield item


def rule(form: Form, item: Item) -> Question:
    """How a question is counted; of a ranking it is what people put first."""
    options = tuple(option.id for option in form.lists.get(item.options, ()))
    if item.kind is Kind.MANY:
        return Question(Rule.MANY, options)
    if item.kind in (Kind.ONE, Kind.RANK):
        return Question(Rule.ONE, options)
    return Question(Rule.NUMBER if item.kind in NUMBERS else Rule.TEXT)


def read(item: Item, value: str) -> Answer:
    """A stored answer to a question, as it is counted."""
    if item.kind is Kind.MANY:
        return tuple(value.split())
    if item.kind is Kind.RANK:
        return value.split()[0]
    return exact(value) if item.kind in NUMBERS else value
