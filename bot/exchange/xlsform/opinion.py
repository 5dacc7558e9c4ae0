"""A second opinion: pyxform, the reference implementation, on the rows that we understood.

It stops at its first complaint, so it is asked when we have none.  It sees only the columns and
rows that a chat uses: what it says of others does not matter here.
"""

import re
from collections.abc import Iterator

from pyxform.errors import PyXFormError
from pyxform.xls2json import workbook_to_json
from pyxform.xls2json_backends import DefinitionData

from bot.civic.survey.form import HOLDING, Form, Item, Kind, Option, Told
from bot.exchange.xlsform.problems import Problem
from bot.exchange.xlsform.sentences import Code

ROW = re.compile(r"\[row : (\d+)\] ?(?:On the '(\w+)' sheet, )?(.*)", re.DOTALL)
COLUMN = re.compile(r"the '(\w+)(?:::[\w-]+)?' (?:value|column)")
TYPES = {
    Kind.ONE: "select_one",
    Kind.MANY: "select_multiple",
    Kind.MOMENT: "dateTime",
    Kind.PLACE: "geopoint",
    Kind.PHOTO: "image",
    Kind.META: "calculate",
}
Cells = dict[str, str]
"""A row as pyxform takes it."""


def complaint(form: Form) -> Problem | None:
    """What pyxform refuses, in its own words."""
    survey = list(_survey(form.items))
    rows = [cells for _, cells in survey]
    choices = [_choice(name, option) for name, list in form.lists.items() for option in list]
    workbook = DefinitionData(
        survey=rows,
        survey_header=_header(rows),
        choices=choices,
        choices_header=_header(choices),
        settings=[{"allow_choice_duplicates": "yes"}],
        settings_header=[{"allow_choice_duplicates": None}],
        sheet_names=["survey", "choices", "settings"],
    )
    try:
        workbook_to_json(workbook, form_name="_", warnings=[])
    except PyXFormError as error:
        said = str(error).strip()
        return _problem(said.splitlines()[0], [row for row, _ in survey])
    return None


def _problem(said: str, rows: list[int]) -> Problem:
    found = ROW.match(said)
    if not found:
        return Problem(Code.PYXFORM, "survey", details={"said": said})
    sheet, place = found[2] or "survey", int(found[1]) - 2
    row = rows[place] if sheet == "survey" and place < len(rows) else 0
    column = COLUMN.search(said)
    return Problem(Code.PYXFORM, sheet, row, column[1] if column else "", {"said": found[3]})


def _survey(items: tuple[Item, ...]) -> Iterator[tuple[int, Cells]]:
    for item in items:
        if item.kind in HOLDING:
            yield item.row, {"type": f"begin {item.kind}", **_cells(item)}
            yield from _survey(item.items)
            yield item.row, {"type": f"end {item.kind}"}
        else:
            name = TYPES.get(item.kind, item.kind.value)
            yield item.row, {"type": f"{name} {item.options}".strip(), **_cells(item)}


def _cells(item: Item) -> Cells:
    cells = {
        "name": item.name,
        "relevant": item.relevant,
        "constraint": item.constraint,
        "required": item.required,
        "default": item.default,
        "calculation": item.calculation,
        "choice_filter": item.choice_filter,
        "repeat_count": item.count,
        **_texts("label", item.label),
        **_texts("hint", item.hint),
        **_texts("constraint_message", item.constraint_message),
    }
    if item.kind is Kind.RANGE:
        cells["parameters"] = f"start={item.least} end={item.most} step={item.step}"
    if item.kind in (Kind.CALCULATE, Kind.META):
        computed = item.calculation if item.kind is Kind.CALCULATE else ""
        cells["calculation"] = computed or "''"
    return {name: cell for name, cell in cells.items() if cell}


def _choice(name: str, option: Option) -> Cells:
    return {"list_name": name, "name": option.id, **option.more, **_texts("label", option.label)}


def _texts(name: str, told: Told) -> Cells:
    return {f"{name}::{code}": text for code, text in told.items()}


def _header(rows: list[Cells]) -> list[dict[str, None]]:
    return [dict.fromkeys(name for cells in rows for name in cells)]
