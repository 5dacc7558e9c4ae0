"""The forms that a survey has had while it was open, and one form that all its answers fit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce

from bot.civic.survey.form import CHOOSING, HOLDING, Form, Item, Option


@dataclass(frozen=True, slots=True)
class Revision:
    """A form, and the moment since which people were asked by it; `number` counts from 1."""

    number: int
    since: datetime
    form: Form


@dataclass(frozen=True, slots=True)
class Span:
    """The revisions that ask a question or offer an option; None where they have no such end."""

    numbers: frozenset[int]
    since: datetime | None = None
    until: datetime | None = None


def whole(forms: Sequence[Form]) -> Form:
    """The last form, with everything that only those before it asked and offered.

    What is asked no more stands behind what is, in its group or at the end.
    """
    return reduce(_joined, forms)


def questions(revisions: Sequence[Revision]) -> dict[str, Span]:
    """By name, when it was asked."""
    asked = {
        revision.number: [item.name for item in revision.form.walk()] for revision in revisions
    }
    return _spans(revisions, asked)


def options(revisions: Sequence[Revision], question: str) -> dict[str, Span]:
    """By id, when an option of a question was offered; only revisions that ask it count."""
    asking = [one for one in revisions if question in (item.name for item in one.form.walk())]
    offered = {
        one.number: [option.id for option in offers(one.form).get(question, ())] for one in asking
    }
    return _spans(asking, offered)


def offers(form: Form) -> dict[str, tuple[Option, ...]]:
    """What can be chosen, by question."""
    choosing = (item for item in form.walk() if item.kind in CHOOSING)
    return {item.name: form.lists.get(item.options, ()) for item in choosing}


def _spans(revisions: Sequence[Revision], had: Mapping[int, Sequence[str]]) -> dict[str, Span]:
    ordered = list(dict.fromkeys(id for ids in had.values() for id in ids))
    return {id: _span(revisions, {n for n, ids in had.items() if id in ids}) for id in ordered}


def _span(revisions: Sequence[Revision], numbers: set[int]) -> Span:
    first = next(one for one in revisions if one.number in numbers)
    later = [one.since for one in revisions if one.number > max(numbers)]
    since = None if first is revisions[0] else first.since
    return Span(frozenset(numbers), since, later[0] if later else None)


def _joined(old: Form, new: Form) -> Form:
    known = {item.name for item in new.walk()}
    groups = {item.name: item.items for item in old.walk() if item.kind in HOLDING}
    items = _with(new.items, old.items, groups, known)
    languages = tuple(dict.fromkeys((*new.languages, *old.languages)))
    return _Lists(old, new).fill(Form(new.title, languages, items))


def _with(
    items: Sequence[Item],
    gone: Sequence[Item],
    groups: Mapping[str, tuple[Item, ...]],
    known: set[str],
) -> tuple[Item, ...]:
    kept = (
        replace(item, items=_with(item.items, groups.get(item.name, ()), groups, known))
        if item.kind in HOLDING
        else item
        for item in items
    )
    return (*kept, *_gone(gone, known))


def _gone(items: Sequence[Item], known: set[str]) -> Iterator[Item]:
    """Those that the new form does not have, in groups that it does not have either."""
    for item in items:
        if item.name in known:
            continue
        left = tuple(_gone(item.items, known))
        if left or item.kind not in HOLDING:
            yield replace(item, items=left)


class _Lists:
    """The lists of both forms: each question has all options that it ever offered."""

    def __init__(self, old: Form, new: Form) -> None:
        self._old, self._new = offers(old), offers(new)
        self._used: dict[str, tuple[Option, ...]] = {}

    def fill(self, form: Form) -> Form:
        items = tuple(map(self._item, form.items))
        return replace(form, items=items, lists=self._used)

    def _item(self, item: Item) -> Item:
        if item.kind in HOLDING:
            return replace(item, items=tuple(map(self._item, item.items)))
        if item.kind not in CHOOSING:
            return item
        return replace(item, options=self._name(item.options, self._options(item.name)))

    def _options(self, question: str) -> tuple[Option, ...]:
        now, before = self._new.get(question, ()), self._old.get(question, ())
        known = {option.id for option in now}
        return (*now, *(option for option in before if option.id not in known))

    def _name(self, name: str, options: tuple[Option, ...]) -> str:
        """The list's own, or a new one where another question's list has it already."""
        free, number = name, 1
        while self._used.get(free, options) != options:
            number += 1
            free = f"{name}_{number}"
        self._used[free] = options
        return free
