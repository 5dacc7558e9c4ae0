"""Whether counts of audiences, added and subtracted, would tell something of a few people.

Two announcements, to a village and to the same village without one language, are reported with a
number each; their difference is a number about those who are missing from the second.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

Cells = Mapping[tuple[bool, ...], int]
"""People by which of the audiences they are in, the one in question being the last."""

Row = list[Fraction]


def tells(cells: Cells, least: int) -> bool:
    """Whether the last audience makes a group of fewer than `least` people known.

    A group is known if its number follows from the audiences' numbers by adding and subtracting
    multiples of them.  Errs on the side of silence where several such groups overlap.
    """
    known = {pattern: people for pattern, people in cells.items() if any(pattern) and people}
    before: dict[tuple[bool, ...], int] = {}
    for pattern, people in known.items():
        before[pattern[:-1]] = before.get(pattern[:-1], 0) + people
    before.pop((False,) * (len(next(iter(known), (True,))) - 1), None)
    return _telling(known, least) > _telling(before, least)


def _telling(cells: Cells, least: int) -> int:
    """How many independent sums speak of small cells alone and of too few people."""
    columns = sorted(cells, key=lambda pattern: (cells[pattern] < least, pattern))
    audiences = len(columns[0]) if columns else 0
    rows = _reduced([[Fraction(column[row]) for column in columns] for row in range(audiences)])
    first = next((at for at, column in enumerate(columns) if cells[column] < least), len(columns))
    narrow = [_support(row) for row in rows if min(_support(row)) >= first]
    return sum(len(group) for group in _joined(narrow) if _few(group, columns, cells, least))


def _few(
    group: Sequence[frozenset[int]],
    columns: Sequence[tuple[bool, ...]],
    cells: Cells,
    least: int,
) -> bool:
    """One sum speaks of exactly its cells; several that overlap may be combined into fewer."""
    return len(group) > 1 or sum(cells[columns[at]] for at in group[0]) < least


def _reduced(rows: list[Row]) -> list[Row]:
    """The rows in reduced echelon form, without those that follow from others."""
    done = 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((at for at in range(done, len(rows)) if rows[at][column]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        lead = rows[done][column]
        rows[done] = [value / lead for value in rows[done]]
        for at, row in enumerate(rows):
            if at != done and (factor := row[column]):
                rows[at] = [
                    value - factor * other for value, other in zip(row, rows[done], strict=True)
                ]
        done += 1
    return rows[:done]


def _support(row: Row) -> frozenset[int]:
    return frozenset(at for at, value in enumerate(row) if value)


def _joined(sets: Sequence[frozenset[int]]) -> list[list[frozenset[int]]]:
    """Groups of sets that hang together."""
    groups: list[list[frozenset[int]]] = []
    for one in sets:
        near = [group for group in groups if any(one & other for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([one, *(other for group in near for other in group)])
    return groups
