"""Real forms: each is read or refused with the right row; what is read is what pyxform reads."""

import csv
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pyxform.xls2json import workbook_to_json
from pyxform.xls2json_backends import get_xlsform

from bot.civic.survey.form import Form, Item, Kind
from bot.exchange.xlsform import Code, Reading, Repair
from bot.exchange.xlsform.checks import NEVER
from bot.exchange.xlsform.reader import examine
from tests.support.xlsforms import places

pytestmark = pytest.mark.regression

# What stands in the way of each, and what is left after the repairs.
REFUSED = {
    "hotosm_building_natural_risks_bali.xlsx": [
        (Code.MIXED, "survey", 1, "label"),
        (Code.MIXED, "survey", 1, "hint"),
        (Code.REFERRED, "survey", 13, "type"),
        (Code.MIXED, "choices", 1, "label"),
    ],
    "pyxform_xlsform_spec_test.xlsx": [
        (Code.MIXED, "survey", 1, "hint"),
        (Code.MIXED, "choices", 1, "label"),
    ],
    "unhcr_koboloadeR_form.xls": [(Code.DOUBLE_CHOICE, "choices", 160, "name")],
}
BEYOND_REPAIR = {"hotosm_building_natural_risks_bali.xlsx": [(Code.REFERRED, "survey", 13, "type")]}
SHARE = 0.95  # of all question rows, a chat asks
CUSTOM = "labelReport"  # a column with half a reference, over which pyxform stumbles
SPECIFY = "Specify other."  # the question that or_other adds: ours has other words
CURLY = str.maketrans("‘’“”", "''\"\"")  # pyxform straightens quotes
TRUTH = {"yes": "true()", "true": "true()", "no": "", "false": ""}


@pytest.fixture(scope="session")
def folder(data: Path) -> Path:
    return data / "xlsforms"


@pytest.fixture(scope="session")
def names(folder) -> list[str]:
    with (folder / "index.csv").open(encoding="utf-8") as file:
        return [row["file"] for row in csv.DictReader(file)]


@cache
def reading(path: Path, mended: bool = False) -> Reading:
    return examine(path.read_bytes(), path.name, tuple(Repair) if mended else ())


def test_each_form_is_read_or_refused_with_the_right_rows(folder, names):
    for name in names:
        assert places(reading(folder / name).problems) == REFUSED.get(name, []), name
        mended = reading(folder / name, mended=True)
        assert places(mended.problems) == BEYOND_REPAIR.get(name, []), name


def test_most_questions_are_asked(folder, names):
    found = [reading(folder / name, mended=True) for name in names]
    for name, one in zip(names, found, strict=True):
        state = "read" if one.form else "refused"
        share = f"{one.askable:4}/{one.rows:<4} {one.askable / one.rows:6.1%}"
        sys.stdout.write(f"\n{name:42} {share}  {state}")
    assert sum(one.askable for one in found) >= SHARE * sum(one.rows for one in found)


def test_every_item_stands_in_its_row(folder, names):
    """The row as another reader of the workbook sees it."""
    for name in names:
        form = reading(folder / name, mended=True).form
        if form is None:
            continue
        sheet = get_xlsform(str(folder / name)).survey
        for item in form.walk():
            cell = sheet[item.row - 2].get("name", item.name)
            assert item.name.startswith(cell), (name, item.row)


def test_what_is_read_is_what_pyxform_reads(folder, names):
    compared = 0
    for name in names:
        form = reading(folder / name, mended=True).form
        if form is None:
            continue
        theirs = _tree(folder / name, form)
        for item in form.walk():
            if item.name in theirs:
                _same(item, theirs[item.name])
                compared += 1
    assert compared > 700


def _tree(path: Path, form: Form) -> dict[str, dict[str, Any]]:
    workbook = get_xlsform(str(path))
    for row in workbook.survey:
        row.pop(CUSTOM, None)
    workbook.settings = [{**(workbook.settings or [{}])[0], "allow_choice_duplicates": "yes"}]
    workbook.settings_header = [dict.fromkeys(workbook.settings[0])]
    every = list(_walk(workbook_to_json(workbook, warnings=[])["children"]))
    once = {item.name for item in form.walk()}
    every.sort(key=lambda one: "children" in one)  # a group gives way to the question of its name
    kept = (one for one in reversed(every) if one.get("label") != SPECIFY and one["name"] in once)
    return {one["name"]: one for one in kept}


def _walk(children: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for child in children:
        yield child
        yield from _walk(child.get("children", []))


def _same(item: Item, theirs: dict[str, Any]) -> None:
    bind = theirs.get("bind", {})
    if item.required:
        assert item.required == TRUTH.get(bind["required"].lower(), bind["required"]), item.row
    if item.relevant not in ("", NEVER):
        assert _words(item.relevant) == _words(bind["relevant"]), item.row
    if item.constraint:
        assert _words(item.constraint) == _words(bind["constraint"]), item.row
    if item.kind is Kind.CALCULATE and "calculate" in bind:
        assert _words(item.calculation) == _words(bind["calculate"]), item.row
    label = theirs.get("label", {}) if item.label else {}
    told = label.values() if isinstance(label, dict) else [label]
    assert all(_words(text) in map(_words, item.label.values()) for text in told), item.row


def _words(text: str) -> list[str]:
    return text.translate(CURLY).split()
