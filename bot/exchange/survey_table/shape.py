"""Which tables a survey's answers make, and their columns; no rows yet."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.civic.survey.form import ASKED, Item, Kind
from bot.civic.survey.hours import telling_time
from bot.civic.survey.sheets import Gathered
from bot.exchange.survey_table.columns import SPLIT, Cell, Column, columns, ids

MAIN, CODEBOOK, CHOICES, ABOUT = "data", "codebook", "choices", "about"
TIMES = ("start", "end", "today")
LONGEST_NAME = 31  # of a sheet in a workbook
OPTION_COLUMNS = 2_000  # of one table; a workbook has room for 16,384 columns in all
OPTION_CELLS = 3_000_000  # of one table: ten seconds of writing

Groups = tuple[str, ...]


@dataclass(slots=True)
class Table:
    """Rows of one kind: one a person, or one an instance of a repeat.

    `questions` are the columns of each question, `own` the headers of those that no form has.
    """

    name: str
    parent: "Table | None" = None
    questions: dict[str, list[Column]] = field(default_factory=dict)
    own: Sequence[str] = ()
    children: list["Table"] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    answered: Counter[str] = field(default_factory=Counter)

    @property
    def header(self) -> list[str]:
        asked = [column.header for columns in self.questions.values() for column in columns]
        return [*asked, *self.own]

    def walk(self) -> Iterator["Table"]:
        """It, and the tables of all repeats inside, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


def shape(gathered: Gathered) -> Table:
    """The main table, with those of repeats in it."""
    return _Shape(gathered).table(MAIN, None, gathered.form.items, ())


class _Shape:
    def __init__(self, gathered: Gathered) -> None:
        self._lists = gathered.form.lists
        self._anonymous = gathered.anonymous
        self._secret = telling_time(gathered.form) if gathered.anonymous else frozenset[str]()
        self._taken = {CODEBOOK, CHOICES, ABOUT}
        self._room = min(OPTION_COLUMNS, OPTION_CELLS // max(1, len(gathered.sheets)))

    def table(
        self, name: str, parent: Table | None, items: Sequence[Item], around: Groups
    ) -> Table:
        table = Table(self._free(name), parent, own=self._own(parent))
        inside = list(_inside(items, around))
        split = self._split([item for item, _ in inside])
        for item, groups in inside:
            if item.kind is Kind.REPEAT:
                inner = self.table(item.name, table, item.items, (*groups, item.name))
                table.children.append(inner)
            elif self._shown(item):
                mine = columns(item, groups, split.get(item.name, ()), self._anonymous)
                table.questions[item.name] = list(mine)
        return table

    def _own(self, parent: Table | None) -> Sequence[str]:
        """Named and ordered as Kobo does."""
        if parent:
            return ("_index", "_parent_table_name", "_parent_index", "_submission__id")
        time = () if self._anonymous else ("_submission_time",)
        told = ("_language", "_settlement", "_settlement_code", "_assisted")
        return ("__version__", "_id", *time, *told, "_index")

    def _shown(self, item: Item) -> bool:
        if item.name in self._secret:
            return False
        if item.kind is Kind.META:
            return (item.calculation.strip() or item.name) in TIMES
        return item.kind in ASKED or item.kind is Kind.CALCULATE

    def _split(self, items: Sequence[Item]) -> dict[str, list[str]]:
        """The options that have columns: the shortest lists first, as long as there is room."""
        split, room = {}, self._room
        lists = {item.name: ids(self._lists[item.options]) for item in items if item.kind in SPLIT}
        for name, options in sorted(lists.items(), key=lambda one: len(one[1])):
            if len(options) <= room:
                split[name] = options
                room -= len(options)
        return split

    def _free(self, name: str) -> str:
        """A name that no other sheet of the workbook has."""
        free, number = name[:LONGEST_NAME], 1
        while free.casefold() in self._taken:
            number += 1
            free = f"{name[: LONGEST_NAME - 4]}_{number}"
        self._taken.add(free.casefold())
        return free


def _inside(items: Sequence[Item], around: Groups) -> Iterator[tuple[Item, Groups]]:
    """Items of one table with the groups around them; repeats are not entered."""
    for item in items:
        if item.kind is Kind.GROUP:
            yield from _inside(item.items, (*around, item.name))
        else:
            yield item, around
