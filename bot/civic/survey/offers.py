"""The lists that questions offer; one may hold thousands of choices, and is shown at every turn."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, Self

from bot.civic.survey.expressions import Expression, Scope, Value
from bot.civic.survey.form import Option
from bot.civic.survey.wording import Wordings, plain

KEPT = 100  # results of filters, for each list


class Chooser(Scope, Protocol):
    """A scope whose choice may be changed."""

    choice_row: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """An option as it is offered; `row` is what a choice filter sees of it."""

    option: Option
    row: Mapping[str, str]

    @classmethod
    def of(cls, option: Option) -> Self:
        label = next(iter(option.label.values()), "")
        return cls(option, {**option.more, "name": option.id, "label": label})

    @property
    def label(self) -> Wordings:
        """Made anew each time: of thousands, few are looked at one by one."""
        return Wordings.of(self.option.label)


@dataclass(frozen=True, slots=True)
class Offered:
    """An option to choose, its label in the sitting's language."""

    id: str
    label: str


class Offer:
    """A list of choices.  Several may share an id where a filter shows only one of them.

    `quotes` is whether any label holds an answer.
    """

    def __init__(self, options: Iterable[Option]) -> None:
        self.choices = tuple(map(Choice.of, options))
        labels = (text for choice in self.choices for text in choice.option.label.values())
        self.quotes = any("${" in text for text in labels)
        self.by_id: dict[str, list[Choice]] = {}
        self._labelled: dict[tuple[str, ...], tuple[Offered, ...]] = {}
        self._passing: OrderedDict[tuple[Value, ...], bytes] = OrderedDict()
        for choice in self.choices:
            self.by_id.setdefault(choice.option.id, []).append(choice)

    def labelled(self, languages: tuple[str, ...]) -> tuple[Offered, ...]:
        """All of them, where no label quotes anything; the same list for the same languages."""
        if languages not in self._labelled:
            self._labelled[languages] = tuple(
                Offered(choice.option.id, plain(choice.option.label, languages))
                for choice in self.choices
            )
        return self._labelled[languages]

    def passing(self, name: str, shown: Expression, view: Chooser) -> bytes:
        """Which of them a question's filter lets through, a byte for each."""
        if not shown.steady:
            return _filtered(self.choices, shown, view)
        key = (name, *map(view.answer, shown.names))
        found = self._passing.get(key)
        if found is None:
            found = self._passing[key] = _filtered(self.choices, shown, view)
            if len(self._passing) > KEPT:
                self._passing.popitem(last=False)
        return found


def _filtered(choices: Iterable[Choice], shown: Expression, view: Chooser) -> bytes:
    def passes(choice: Choice) -> bool:
        view.choice_row = choice.row
        return shown.true(view)

    return bytes(map(passes, choices))


NOTHING = Offer(())
