"""Whatever stands in the cells or the bytes: a form or problems, never an exception."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.exchange.xlsform import Repair
from bot.exchange.xlsform.reader import examine
from tests.support.xlsforms import SMALL, choices, old_workbook, survey, workbook

TYPES = (
    "text",
    "integer",
    "Text",
    "select_one l",
    "select_multiple l",
    "rank m",
    "select_one l or_other",
    "begin group",
    "end group",
    "begin repeat",
    "end repeat",
    "note",
    "calculate",
    "audio",
    "range",
    "start",
    "",
)
NAMES = ("a", "b", "c", "d", "e", "f", "g", "a b", "", "1", "meta")
TEXTS = ("", "A", "B", "C", "D", "${a}", "${b", "{x}", "%s", "<b>")
CELLS = ("", "", "", "yes", "no", "${a} = 1", "pulldata(", ")", "''", "ex:app", "start=a")
HEADERS = (
    "label::ka",
    "label:en",
    "hint",
    "relevant",
    "required",
    "constraint",
    "calculation",
    "choice_filter",
    "appearance",
    "readonly",
    "parameters",
    "label::",
    "::a",
    ":",
    "jr:",
)


@st.composite
def forms(draw) -> str:
    headers = ["type", "name", "label", *draw(st.lists(st.sampled_from(HEADERS), max_size=4))]
    values = {"type": TYPES, "name": NAMES}

    def cell(header):
        texts = TEXTS if header.startswith(("label", "hint")) else CELLS
        return draw(st.sampled_from(values.get(header, texts)))

    rows = [" | ".join(map(cell, headers)) for _ in range(draw(st.integers(0, 8)))]
    listed = [f"l | {draw(st.sampled_from(NAMES))} | L" for _ in range(3)]
    return survey("\n".join(rows), " | ".join(headers)) + choices("\n".join(listed))


@given(forms(), st.sets(st.sampled_from(Repair)))
@settings(max_examples=300, deadline=None)
def test_any_cells(table, repairs):
    reading = examine(table.encode(), "x.md", repairs)
    assert bool(reading.form) != bool(reading.problems)
    assert all(map(str, (*reading.problems, *reading.notes)))
    if reading.form:
        items = list(reading.form.walk())
        assert len({item.name for item in items}) == len(items)
        assert all(item.options in reading.form.lists for item in items if item.options)
        first = reading.form.languages[0]
        assert all(first in text for item in items for text in (item.label, item.hint) if text)


def test_any_bytes():
    chance = random.Random(7)
    for data in (workbook(), old_workbook(SMALL)):
        for _ in range(100):
            broken = bytearray(data)
            for _ in range(chance.randint(1, 4)):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            reading = examine(bytes(broken), "x.xlsx")
            assert bool(reading.form) != bool(reading.problems)
