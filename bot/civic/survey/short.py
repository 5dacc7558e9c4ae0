"""A short survey as it is made in a chat: a flat form without expressions, changed bit by bit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.civic.survey.form import CHOOSING, Form, Item, Kind, Option, Told

MOST = 10  # questions; whoever answers on a phone gives up at more
FEWEST_OPTIONS, MOST_OPTIONS = 2, 20
KINDS = (Kind.ONE, Kind.MANY, Kind.INTEGER, Kind.TEXT, Kind.PLACE, Kind.PHOTO)
REQUIRED = "true()"
UP, DOWN = -1, 1


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


def added(form: Form, question: Question) -> Form:
    """One question more, under a name that no other has."""
    numbers = [int(item.name[1:]) for item in form.items if item.name[1:].isdecimal()]
    return _with(form, f"q{max(numbers, default=0) + 1}", question)


def changed(form: Form, name: str, question: Question) -> Form:
    """The same question in other words, or of another kind."""
    return _with(form, name, question)


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


def _with(form: Form, name: str, question: Question) -> Form:
    """The question takes the place of the one with its name, or the last place."""
    item = _item(name, question)
    names = [old.name for old in form.items]
    items = [item if old.name == name else old for old in form.items]
    if name not in names:
        items.append(item)
    lists = {list: options for list, options in form.lists.items() if list != name}
    if question.kind in CHOOSING:
        told = enumerate(question.options, 1)
        lists[name] = tuple(Option(str(number), _plain(label)) for number, label in told)
    return replace(form, items=tuple(items), lists=lists)


def _item(name: str, question: Question) -> Item:
    options = name if question.kind in CHOOSING else ""
    required = REQUIRED if question.required else ""
    return Item(name, question.kind, _plain(question.label), required=required, options=options)


def _plain(text: Told) -> Told:
    """Nothing is quoted in it: whoever writes "${" in a chat means just that."""
    return {language: said.replace("${", "$ {") for language, said in text.items()}
