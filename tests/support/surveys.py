"""Small survey forms written in a line a question."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.civic.survey.form import Form, Item, Kind, Option
from bot.civic.survey.interview import Interview
from bot.civic.survey.sitting import Sitting

NOW = datetime(2026, 11, 28, 14, 30, tzinfo=ZoneInfo("Asia/Tbilisi"))
TEXTS = ("label", "hint", "constraint_message", "required_message")


def sitting(**changes: Any) -> Sitting:
    """An interview in Georgian on an afternoon."""
    return Sitting(**{"language": "ka", "now": NOW, "begun": NOW, "seed": "tamar", **changes})


def row(kind: str, name: str, *items: Item, **columns: Any) -> Item:
    """One item: `row("integer", "age", relevant="${here} = 'yes'")`; a plain text is Georgian."""
    for column in TEXTS:
        text = columns.get(column, name if column == "label" else {})
        columns[column] = {"ka": text} if isinstance(text, str) else text
    return Item(name, Kind(kind), items=items, **columns)


def form(*items: Item, **lists: Any) -> Form:
    """Lists are written "yes no", or as options."""
    options = {
        name: _options(given) if isinstance(given, str) else tuple(given)
        for name, given in lists.items()
    }
    return Form({"ka": "გამოკითხვა"}, ("ka", "en"), items, options)


def _options(given: str) -> tuple[Option, ...]:
    return tuple(Option(id, {"ka": f"<{id}>", "en": f"[{id}]"}) for id in given.split())


def survey(*items: Item, **lists: Any) -> Interview:
    return Interview.of(form(*items, **lists))


def walked(interview: Interview, given: dict[str, str], **changes: Any) -> list[str]:
    """The keys of all steps when these answers are given as they are asked for."""
    answers: dict[str, str] = {}
    keys = []
    for step in interview.steps(answers, sitting(**changes)):
        keys.append(step.key)
        if step.key in given:
            answers[step.key] = given[step.key]
    return keys
