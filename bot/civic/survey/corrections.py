"""What a corrected form changes for those who have answered, and what would falsify their answers.

A name is for ever: it stands for one kind of answer, in one place.  What it means is told by the
texts alone; where these change, a human being has to say whether the meaning does.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.civic.survey.form import ASKED, Form, Item, Kind, Option, Told
from bot.civic.survey.revisions import offers, whole

SILENT = frozenset({Kind.NOTE, Kind.GROUP})
"""Have no answers, so that nothing can be wrong with them."""

RULES = (
    *("relevant", "constraint", "required", "calculation", "choice_filter", "count"),
    *("least", "most", "step"),
)


class Why(StrEnum):
    """Why answers under a name cannot stand beside the old ones."""

    KIND = "kind"  # another kind of answer
    REPEAT = "repeat"  # asked once, and now several times, or the other way round


@dataclass(frozen=True, slots=True)
class Clash:
    """A name that had another kind of answer, or another place."""

    old: Item
    new: Item
    why: Why


@dataclass(frozen=True, slots=True)
class Reworded:
    """The same name in other words.  `option` is the id of the option, or "": the question."""

    question: str
    option: str
    old: Told
    new: Told

    def differs_in(self, language: str) -> bool:
        """Letters alone count."""
        known = language in self.old and language in self.new
        return known and _letters(self.old[language]) != _letters(self.new[language])


@dataclass(frozen=True, slots=True)
class Offered:
    """Options that a question has more or less than before."""

    item: Item
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is different, in the order of the form.  `rules` are asked under other conditions.

    `same` is whether nothing at all is: there are small things that have no line of their own, as
    a hint or the order of questions.
    """

    added: tuple[Item, ...] = ()
    removed: tuple[Item, ...] = ()
    offered: tuple[Offered, ...] = ()
    withdrawn: tuple[Offered, ...] = ()
    reworded: tuple[Reworded, ...] = ()
    rules: tuple[Item, ...] = ()
    clashes: tuple[Clash, ...] = ()
    same: bool = False


def changes(before: Sequence[Form], new: Form) -> Changes:
    """From the last of these forms to a new one; what any of them has used is known."""
    old, last = whole(before), before[-1]
    known, now = _asked(last), _asked(new)
    both = [name for name in now if name in known]
    return Changes(
        tuple(item for name, item in now.items() if name not in known),
        tuple(item for name, item in known.items() if name not in now),
        tuple(_more(both, now, offers(last), offers(new))),
        tuple(_more(both, known, offers(new), offers(last))),
        tuple(_reworded(old, new)),
        tuple(_rules(last, new)),
        tuple(_clashes(old, new)),
        _plain(last) == _plain(new),
    )


def _plain(form: Form) -> Form:
    """Without the rows of its workbook."""
    return replace(form, items=tuple(map(_rowless, form.items)))


def _rowless(item: Item) -> Item:
    return replace(item, row=0, items=tuple(map(_rowless, item.items)))


def _asked(form: Form) -> dict[str, Item]:
    return {item.name: item for item in form.walk() if item.kind in ASKED}


def _more(
    names: Sequence[str],
    items: Mapping[str, Item],
    fewer: Mapping[str, Sequence[Option]],
    more: Mapping[str, Sequence[Option]],
) -> Iterator[Offered]:
    """Options that stand in one form only."""
    for name in names:
        known = {option.id for option in fewer.get(name, ())}
        found = tuple(option for option in more.get(name, ()) if option.id not in known)
        if found:
            yield Offered(items[name], found)


def _reworded(old: Form, new: Form) -> Iterator[Reworded]:
    asked, before, now = _asked(old), offers(old), offers(new)
    for name, item in _asked(new).items():
        if name not in asked or asked[name].kind is not item.kind:
            continue
        pairs = [Reworded(name, "", asked[name].label, item.label)]
        labels = {option.id: option.label for option in before.get(name, ())}
        pairs += [
            Reworded(name, option.id, labels[option.id], option.label)
            for option in now.get(name, ())
            if option.id in labels
        ]
        yield from (pair for pair in pairs if any(map(pair.differs_in, pair.new)))


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _clashes(old: Form, new: Form) -> Iterator[Clash]:
    known = dict(_placed(old.items))
    for name, (item, repeats) in _placed(new.items):
        if name not in known:
            continue
        before, around = known[name]
        if _answers(before) != _answers(item):
            yield Clash(before, item, Why.KIND)
        elif around != repeats and item.kind not in SILENT:
            yield Clash(before, item, Why.REPEAT)


def _answers(item: Item) -> tuple[str, str]:
    """What decides how an answer is written; of a filled-in one, what it is filled with."""
    if item.kind in SILENT:
        return "", ""
    return item.kind, (item.calculation or item.name) if item.kind is Kind.META else ""


def _placed(
    items: Sequence[Item], repeats: tuple[str, ...] = ()
) -> Iterator[tuple[str, tuple[Item, tuple[str, ...]]]]:
    """Every item by name, with the repeats around it."""
    for item in items:
        yield item.name, (item, repeats)
        inner = (*repeats, item.name) if item.kind is Kind.REPEAT else repeats
        yield from _placed(item.items, inner)


def _rules(last: Form, new: Form) -> Iterator[Item]:
    before = {item.name: item for item in last.walk()}
    for item in new.walk():
        old = before.get(item.name)
        if old and item.kind is not Kind.META and any(_differs(old, item, one) for one in RULES):
            yield item


def _differs(old: Item, new: Item, column: str) -> bool:
    return str(getattr(old, column)).strip() != str(getattr(new, column)).strip()
