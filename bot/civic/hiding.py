"""Which numbers of a published table are hidden, so that no count of 1 to 4 people can be known.

Whoever reads a table knows more than its cells: how many people are in each group that is shown,
how many chose each option that is shown, and that people cannot be fewer than none.  A small cell
is safe only if the people of some hidden cells could be moved about in a circle so that it changes
while all that is shown stays as it is.  `hidden_cells` looks for such a circle for every small cell
and hides more cells until there is one.

Several breakdowns of the same answers may stand side by side: what joins them are the totals alone.
Those that are shown are taken as known here; those that are hidden are hidden in every table as
one column together.  So each circle leaves the other tables as they are, and a table that is safe
alone is safe beside the others.  Where people choose one option this holds for any reader: within
an option, each breakdown may be anything that has its totals.  Where they choose several it holds
for linear algebra and for the bounds of each cell; it does not follow single people through.

Who skipped a question is no secret: how many answered it is told.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

SMALLEST = 5  # people; fewer are hidden

Cell = tuple[str, str]
Table = Mapping[str, Mapping[str, int]]
"""People by group and option; the options are the same in every group."""

REST = "\0"  # small groups, or rare options, taken together
SLACK = "\1"  # options that a group's people could still have chosen


@dataclass(frozen=True, slots=True)
class Given:
    """People by group and option, and in each group; one person chose `least` to `most` options."""

    table: Table
    sizes: Mapping[str, int]
    least: int = 1
    most: int = 1


def covered(
    people: Mapping[str, int], hidden: Collection[str] = (), adds_up: bool = True
) -> set[str]:
    """What to hide of numbers; where they add up to a known total, more than the small ones."""
    found = {*hidden, *(key for key, n in people.items() if 0 < n < SMALLEST)}
    for key in sorted(people, key=people.__getitem__) if adds_up else ():
        safe = len(found) > 1 and sum(people.get(other, 0) for other in found) >= SMALLEST
        if safe or not found:
            break
        if people[key]:
            found.add(key)
    return found


def small(*sizes: Mapping[str, int]) -> set[str]:
    """The groups to hide in several lists of their sizes, the same in all of them."""
    found: set[str] = set()
    before = -1
    while len(found) != before:
        before = len(found)
        for people in sizes:
            found |= covered(people, found & people.keys())
    return found


def hidden_cells(
    given: Given, secret: Collection[str], rare: Collection[str]
) -> dict[str, set[str]] | None:
    """The options to hide in each group; None where nothing but all of them would do.

    Nothing is shown of `secret` groups and `rare` options.
    """
    pooled = _Pooled(given, secret, rare)
    if not pooled.hide():
        return None
    return {
        group: {option for option in row if (pooled.row(group), pooled.column(option)) in pooled}
        for group, row in given.table.items()
    }


class _Pooled:
    """The table with one row for what is secret and one column for what is rare."""

    def __init__(self, given: Given, secret: Collection[str], rare: Collection[str]) -> None:
        self._secret, self._rare = secret, rare
        self._adds_up = given.least == given.most
        self.people: Counter[Cell] = Counter()
        self.room: Counter[Cell] = Counter()  # more cannot be in a cell
        for group, row in given.table.items():
            size = given.sizes[group]
            for option, n in row.items():
                self._add((self.row(group), self.column(option)), n, size)
            spare = given.most * size - sum(row.values())
            self._add((self.row(group), SLACK), spare, (given.most - given.least) * size)
        self.rows = dict.fromkeys(row for row, _ in self.people)
        self.columns = dict.fromkeys(column for _, column in self.people)
        self._hidden = {cell for cell in self.people if REST in cell or SLACK in cell}

    def _add(self, cell: Cell, people: int, room: int) -> None:
        self.people[cell] += people
        self.room[cell] += room

    def __contains__(self, cell: Cell) -> bool:
        return cell in self._hidden

    def row(self, group: str) -> str:
        return REST if group in self._secret else group

    def column(self, option: str) -> str:
        return REST if option in self._rare else option

    def hide(self) -> bool:
        """Hide until every small cell is safe; False if some cannot be."""
        self._cover()
        few = [cell for cell, n in self.people.items() if 0 < n < SMALLEST and cell[1] != SLACK]
        for cell in few:
            if not self._moves(cell):
                circle = min(self._circles(cell), key=self._cost, default=None)
                if circle is None:
                    return False
                self._hidden.update(circle)
        return True

    def _cover(self) -> None:
        """In every line at least two cells with five people, so that their sum tells nothing."""
        before, columns = -1, [column for column in self.columns if column != SLACK]
        while len(self._hidden) != before:
            before = len(self._hidden)
            for row in self.rows:
                self._cover_line([(row, column) for column in columns], self._adds_up)
            for column in columns:
                self._cover_line([(row, column) for row in self.rows])

    def _cover_line(self, line: list[Cell], adds_up: bool = True) -> None:
        people = {str(at): self.people[cell] for at, cell in enumerate(line)}
        hidden = [str(at) for at, cell in enumerate(line) if cell in self._hidden]
        self._hidden.update(line[int(at)] for at in covered(people, hidden, adds_up))

    def _moves(self, cell: Cell) -> bool:
        """Whether hidden people can be moved about so that this cell has one more, or one less."""
        less = self._closes(cell, self._grows, self._shrinks)
        return less or (self._grows(cell) and self._closes(cell, self._shrinks, self._grows))

    def _grows(self, cell: Cell) -> bool:
        return self.people[cell] < self.room[cell]

    def _shrinks(self, cell: Cell) -> bool:
        return self.people[cell] > 0

    def _closes(
        self, cell: Cell, along: Callable[[Cell], bool], down: Callable[[Cell], bool]
    ) -> bool:
        """Whether a way leads from the cell's row back to its column, `along` rows, `down`."""
        seen, waiting = {cell[0]}, [cell[0]]
        columns: set[str] = set()
        while waiting:
            row = waiting.pop()
            for column in self.columns:
                step = (row, column)
                if column in columns or step == cell or step not in self or not along(step):
                    continue
                columns.add(column)
                if column == cell[1]:
                    return True
                onward = [r for r in self.rows if r not in seen and (r, column) in self]
                onward = [r for r in onward if down((r, column))]
                seen.update(onward)
                waiting += onward
        return False

    def _circles(self, cell: Cell) -> Iterator[tuple[Cell, Cell, Cell]]:
        """Three other corners with which the cell can change."""
        row, column = cell
        for other_row in self.rows:
            for other in self.columns:
                if other_row == row or other == column:
                    continue
                near, below, far = (row, other), (other_row, column), (other_row, other)
                up = self._grows(near) and self._grows(below) and self._shrinks(far)
                off = self._shrinks(near) and self._shrinks(below) and self._grows(far)
                if up or (off and self._grows(cell)):
                    yield near, below, far

    def _cost(self, circle: tuple[Cell, ...]) -> int:
        """People who are no longer shown."""
        return sum(self.people[cell] for cell in circle if cell not in self)
