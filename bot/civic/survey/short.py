"""A short survey as it is made in a chat: a flat form without expressions, changed bit by bit.

`before` is all that people have been asked of it already: what had a name there keeps it, and
nothing else ever gets it.
"""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.civic.survey.form import CHOOSING, Form, Item, Kind, Option, Told

MOST = 10  # questions; whoever answers on a phone gives up at more
FEWEST_OPTIONS, MOST_OPTIONS = 2, 20
KINDS = (Kind.ONE, Kind.MANY, Kind.INTEGER, Kind.TEXT, Kind.PLACE, Kind.PHOTO)
REQUIRED = "true()"
UP, DOWN = -1, 1
NOTHING = Form({}, (), ())


@dataclass(frozen=True, slots=True)
class Question:
    """One question as its maker wrote it; `options` in the order of the list."""

    kind: Kind
    label: Told
    options: tuple[Told, ...] = ()
    required: bool = False


def is_short(form: Form) -> bool:
    """Whether it could have been made here: then it can be changed here."""
    return len(form.items) <= MOST and all(
        item.kind in KINDS and item == _item(item.name, read(form, item.name))
        for item in form.items
    )


def begun(language: str, title: str, first: Question) -> Form:
    """A form of one question."""
    return added(Form({language: title}, (language,), ()), first)


def read(form: Form, name: str) -> Question:
    """A question of a form.  Raises KeyError where it is none."""
    item = next((item for item in form.items if item.name == name), None)
    if item is None:
        raise KeyError(name)
    options = tuple(option.label for option in form.lists.get(item.options, ()))
    return Question(item.kind, item.label, options, item.required == REQUIRED)


def added(form: Form, question: Question, before: Form = NOTHING) -> Form:
    """One question more, under a name that no other has."""
    return _with(form, _free(form, before), question, before)


def changed(form: Form, name: str, question: Question, before: Form = NOTHING) -> Form:
    """The same question in other words, or of another kind: then it has another name."""
    asked = {item.name: item.kind for item in before.walk()}
    if asked.get(name, question.kind) is not question.kind:
        return _renamed(form, name, _free(form, before), question)
    return _with(form, name, question, before)


def apart(form: Form, name: str, option: str, before: Form) -> Form:
    """The question, or this option of it, means something else from now on: it has another name."""
    if not option:
        return _renamed(form, name, _free(form, before), read(form, name))
    kept = [_numbered(one.id) for one in (*form.lists[name], *before.lists.get(name, ()))]
    fresh = str(max(kept) + 1)
    told = tuple(replace(one, id=fresh) if one.id == option else one for one in form.lists[name])
    return replace(form, lists={**form.lists, name: told})


def removed(form: Form, name: str) -> Form:
    """Without this question."""
    items = tuple(item for item in form.items if item.name != name)
    lists = {list: options for list, options in form.lists.items() if list != name}
    return replace(form, items=items, lists=lists)


def moved(form: Form, name: str, by: int) -> Form:
    """The question one place up or down, if there is one."""
    items = list(form.items)
    here = [item.name for item in items].index(name)
    there = min(max(here + by, 0), len(items) - 1)
    items.insert(there, items.pop(here))
    return replace(form, items=tuple(items))


def translated(form: Form, language: str, said: Mapping[str, Sequence[str]]) -> Form:
    """Texts in another language: by the question's name its own, then those of its options."""
    for name, (label, *options) in said.items():
        question = read(form, name)
        told = tuple(
            {**option, language: text}
            for option, text in zip(question.options, options, strict=True)
        )
        label_of = {**question.label, language: label}
        form = _with(form, name, replace(question, label=label_of, options=told))
    return replace(form, languages=tuple(dict.fromkeys((*form.languages, language))))


def _free(form: Form, before: Form) -> str:
    numbers = [_numbered(item.name[1:]) for item in (*form.items, *before.walk())]
    return f"q{max(numbers, default=0) + 1}"


def _numbered(name: str) -> int:
    return int(name) if name.isascii() and name.isdecimal() else 0


def _renamed(form: Form, name: str, free: str, question: Question) -> Form:
    """Another question in the place of one."""
    made = _with(form, free, question)
    *items, new = made.items
    kept = tuple(new if item.name == name else item for item in items)
    return removed(replace(made, items=kept), name)


def _with(form: Form, name: str, question: Question, before: Form = NOTHING) -> Form:
    """The question takes the place of the one with its name, or the last place."""
    item = _item(name, question)
    names = [old.name for old in form.items]
    items = [item if old.name == name else old for old in form.items]
    if name not in names:
        items.append(item)
    lists = {list: options for list, options in form.lists.items() if list != name}
    if question.kind in CHOOSING:
        lists[name] = _options(form.lists.get(name, ()), before.lists.get(name, ()), question)
    return replace(form, items=tuple(items), lists=lists)


def _options(
    old: Sequence[Option], before: Sequence[Option], question: Question
) -> tuple[Option, ...]:
    """An option that is there keeps its id, and so does one that is written in its place."""
    known = {_label(one.label): one.id for one in (*before, *old)}
    labels = [_plain(label) for label in question.options]
    ids = [known.pop(_label(label), "") for label in labels]
    for at, one in enumerate(old[: len(ids)]):
        if not ids[at] and one.id not in ids:
            ids[at] = one.id
    last = max((_numbered(one.id) for one in (*before, *old)), default=0)
    fresh = itertools.count(last + 1)
    return tuple(
        Option(id or str(next(fresh)), label) for id, label in zip(ids, labels, strict=True)
    )


def _label(told: Told) -> str:
    """In the main language, which comes first."""
    return next(iter(told.values()), "").casefold()


def _item(name: str, question: Question) -> Item:
    options = name if question.kind in CHOOSING else ""
    required = REQUIRED if question.required else ""
    return Item(name, question.kind, _plain(question.label), required=required, options=options)


def _plain(text: Told) -> Told:
    """Nothing is quoted in it: whoever writes "${" in a chat means just that."""
    return {language: said.replace("${", "$ {") for language, said in text.items()}
