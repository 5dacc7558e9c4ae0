"""What each column is, and every option: two more tables, in the words of XLSForm."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.civic.survey.form import CHOOSING, Form, Item, Kind
from bot.civic.survey.revisions import questions
from bot.civic.survey.sheets import Explained, Gathered
from bot.exchange.survey_table.columns import SPLIT, Cell
from bot.exchange.survey_table.shape import Table

TYPES = {
    Kind.MOMENT: "dateTime",
    Kind.ONE: "select_one",
    Kind.MANY: "select_multiple",
    Kind.PHOTO: "image",
    Kind.PLACE: "geopoint",
}
NOT_SPLIT = "not-split"
"""The note of a question whose options have no columns: there are too many."""


class Sheet(NamedTuple):
    """A table that is not of answers."""

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def codebook(name: str, gathered: Gathered, tables: Sequence[Table], explained: Explained) -> Sheet:
    """One row a question, then our own columns; `asked_if` is empty where everybody is asked.

    `versions` are the forms that ask it.
    """
    form = gathered.form
    labels = [f"label::{language}" for language in form.languages]
    header = ["table", "name", "type", *labels, "asked_if", "versions", "answered", "note"]
    rows = [
        row
        for table in tables
        for row in (*_questions(gathered, table, explained), *_own(form, table, explained))
    ]
    return Sheet(name, header, rows)


def choices(name: str, form: Form) -> Sheet:
    """Every option of every list."""
    header = ["list_name", "name", *(f"label::{language}" for language in form.languages)]
    rows = [
        [list_name, option.id, *(option.label.get(language) for language in form.languages)]
        for list_name, options in form.lists.items()
        for option in options
    ]
    return Sheet(name, header, rows)


def about(name: str, explained: Explained) -> Sheet:
    """What readers should know first."""
    return Sheet(name, ["", ""], [list(row) for row in explained.about])


def _questions(gathered: Gathered, table: Table, explained: Explained) -> Iterator[list[Cell]]:
    asked = dict(_conditions(gathered.form.items, ()))
    spans = questions(gathered.revisions)
    for columns in table.questions.values():
        first, item = columns[0], columns[0].item
        note = NOT_SPLIT if item.kind in SPLIT and len(columns) == 1 else item.kind.value
        numbers = spans[item.name].numbers if spans else frozenset[int]()
        yield [
            table.name,
            first.header,
            _type(item),
            *(item.label.get(language) for language in gathered.form.languages),
            asked[item.name],
            " ".join(map(str, sorted(numbers))),
            table.answered[item.name],
            explained.notes.get(note),
        ]


def _own(form: Form, table: Table, explained: Explained) -> Iterator[list[Cell]]:
    nothing: list[Cell] = [None] * len(form.languages)
    for name in table.own:
        yield [table.name, name, None, *nothing, None, None, None, explained.notes.get(name)]


def _type(item: Item) -> str:
    if item.kind is Kind.META:
        return item.calculation.strip() or item.name
    name = TYPES.get(item.kind, item.kind.value)
    return f"{name} {item.options}" if item.kind in CHOOSING else name


def _conditions(items: Sequence[Item], around: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each item's own condition, with those of the groups around it."""
    for item in items:
        own = [*around, item.relevant] if item.relevant else [*around]
        yield item.name, own[0] if len(own) == 1 else " and ".join(f"({one})" for one in own)
        yield from _conditions(item.items, own)
