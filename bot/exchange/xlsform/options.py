"""The choices sheet: each list once."""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from bot.civic.survey.form import Option
from bot.exchange.xlsform.columns import Column
from bot.exchange.xlsform.problems import Found, Place, Repair
from bot.exchange.xlsform.sentences import Code
from bot.exchange.xlsform.sheets import Sheet
from bot.exchange.xlsform.texts import complete
from bot.exchange.xlsform.tongues import Texts, Tongues

Lists = dict[str, list["Choice"]]
BLANKS = re.compile(r"\s+")
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of the sheet."""

    id: str
    place: Place
    label: Mapping[str, str]
    more: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Reader:
    """Reads choices and says what is wrong with them."""

    sheet: Sheet
    columns: list[Column]
    tongues: Tongues
    found: Found
    doubles: bool = False  # whether the settings allow equal names
    filters: str = ""  # all choice filters: only columns that they name are kept
    whole: str = ""  # the name of the only list, where the sheet names none

    def lists(self) -> Lists:
        """The choices by the name of their list."""
        lists: dict[str, dict[str, Choice]] = {}
        for row, cells in self.sheet.rows.items():
            place = self.sheet.place(row)
            known = {c.name: cells[c.place] for c in self.columns if c.name and c.place in cells}
            texts = self.tongues.told(self.sheet.name, self.columns, cells)
            name = self.whole or known.get("list_name", "")
            if not name:
                if known:
                    self.found.note(Code.CHOICE_LIST, place.at("list_name"))
                continue
            if "name" not in known:
                self.found.problem(Code.CHOICE_NAME, place.at("name"))
                continue
            choice = Choice(
                known["name"], place, self._label(known, texts, place), self._more(cells)
            )
            self._add(lists.setdefault(name, {}), choice, name)
        return {name: list(choices.values()) for name, choices in lists.items()}

    def _label(self, known: Mapping[str, str], texts: Texts, place: Place) -> dict[str, str]:
        label = texts.get("label")
        if not label:
            self.found.note(Code.CHOICE_LABEL, place.at("label"))
        return label or {self.tongues.languages[0]: known["name"]}

    def _more(self, cells: Mapping[int, str]) -> dict[str, str]:
        return {
            column.header: cells[column.place]
            for column in self.columns
            if not column.name and column.place in cells and column.header in self.filters
        }

    def _add(self, choices: dict[str, Choice], choice: Choice, list_name: str) -> None:
        twin = choices.get(choice.id)
        if twin is None:
            choices[choice.id] = choice
        elif self.doubles:
            choices[free(choice.id, choices)] = choice
        elif self._mended(choice, twin, list_name):
            new = free(choice.id, choices)
            choices[new] = replace(choice, id=new)

    def _mended(self, choice: Choice, twin: Choice, list_name: str) -> bool:
        """Whether the second of two is kept under another name."""
        place = choice.place.at("name")
        details = {"list": list_name, "name": choice.id, "other": twin.place.row}
        asked = self.found.problem(Code.DOUBLE_CHOICE, place, Repair.CHOICES, **details)
        return asked and (twin.label, twin.more) != (choice.label, choice.more)


def free(name: str, taken: Container[str]) -> str:
    """The name with the first number that makes it new."""
    return next(new for number in count(2) if (new := f"{name}_{number}") not in taken)


def without_blanks(
    choices: list[Choice],
    list_name: str,
    found: Found,
    mentioned: Callable[[str], bool],
) -> Iterator[Choice]:
    """Of a list of which several are picked: names whose blanks would cut them in two."""
    for choice in choices:
        if not BLANKS.search(choice.id):
            yield choice
            continue
        repair = None if mentioned(choice.id) else Repair.CHOICES
        place = choice.place.at("name")
        if found.problem(Code.CHOICE_BLANKS, place, repair, name=choice.id, list=list_name):
            yield replace(choice, id=BLANKS.sub("_", choice.id))


def options(choices: list[Choice], first: str) -> tuple[Option, ...]:
    """As the form has them: the first language is in each label."""
    return tuple(Option(c.id, complete(c.label, first), c.more) for c in choices)
