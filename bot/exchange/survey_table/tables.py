"""The rows of the main table, and of one table for each repeat, linked as in a Kobo export."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC

from bot.civic.survey.answers import Place
from bot.civic.survey.sheets import Gathered, Sheet
from bot.exchange.survey_table.columns import Cell
from bot.exchange.survey_table.shape import Table, shape

PATH = re.compile(r"((?:[^\[\]]+\[[0-9]+\]\.)*)(.+)")
NUMBER = re.compile(r"\[([0-9]+)\]\.")

Answers = Mapping[str, Mapping[Place, str]]
"""One person's answers, by question and instance."""


def tables(gathered: Gathered) -> list[Table]:
    """The main table first; every repeat comes after the one it stands in."""
    main = shape(gathered)
    for number, sheet in enumerate(gathered.sheets, 1):
        answers = _by_place(sheet.values)
        _row(main, answers, (), [*_about(gathered, sheet, number), number])
        _repeats(main, answers, (), number)
    return list(main.walk())


def _about(gathered: Gathered, sheet: Sheet, number: int) -> list[Cell]:
    name = gathered.settlements.get(sheet.settlement, sheet.settlement)
    told: list[Cell] = [sheet.language, name, sheet.settlement, sheet.assisted]
    if gathered.anonymous:
        return [sheet.version, number, *told]
    time = f"{sheet.at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}" if sheet.at else None
    return [sheet.version, number, time, *told]


def _repeats(table: Table, answers: Answers, place: Place, person: int) -> None:
    """The rows inside the last one of this table."""
    index = len(table.rows)
    for child in table.children:
        for inner in _instances(child, answers, place):
            _row(child, answers, inner, [len(child.rows) + 1, table.name, index, person])
            _repeats(child, answers, inner, person)


def _instances(table: Table, answers: Answers, place: Place) -> list[Place]:
    """Those of a repeat that something was answered in, itself or deeper."""
    size = len(place)
    names = (name for inner in table.walk() for name in inner.questions)
    within = (at for name in names for at in answers.get(name, ()) if at[:size] == place)
    return sorted({at[: size + 1] for at in within})


def _row(table: Table, answers: Answers, place: Place, own: Sequence[Cell]) -> None:
    row: list[Cell] = []
    for name, columns in table.questions.items():
        if value := answers.get(name, {}).get(place, ""):
            table.answered[name] += 1
            row.extend(column.read(value) for column in columns)
        else:
            row.extend([None] * len(columns))
    table.rows.append([*row, *own])


def _by_place(values: Mapping[str, str]) -> Answers:
    """What "member[2].age" holds stands under "age" at (2,)."""
    found: dict[str, dict[Place, str]] = {}
    for path, value in values.items():
        if parts := PATH.fullmatch(path):
            place = tuple(int(number) for number in NUMBER.findall(parts[1]))
            found.setdefault(parts[2], {})[place] = value
    return found
