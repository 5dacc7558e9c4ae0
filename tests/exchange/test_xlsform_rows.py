"""Rows of a workbook become the items of a form."""

import pytest

from bot.civic.survey.form import Kind
from bot.exchange.xlsform import Code
from tests.support.xlsforms import choices, form, items, notes, survey

LIST = choices("l | a | A\nl | b | B")


@pytest.mark.parametrize(
    ("type", "kind"),
    [
        ("text", Kind.TEXT),
        ("string", Kind.TEXT),
        ("phonenumber", Kind.TEXT),
        ("integer", Kind.INTEGER),
        ("int", Kind.INTEGER),
        ("decimal", Kind.DECIMAL),
        ("range", Kind.RANGE),
        ("date", Kind.DATE),
        ("time", Kind.TIME),
        ("datetime", Kind.MOMENT),
        ("dateTime", Kind.MOMENT),
        ("select_one l", Kind.ONE),
        ("select one  l", Kind.ONE),
        ("select one from l", Kind.ONE),
        ("select1 l", Kind.ONE),
        ("select_multiple l", Kind.MANY),
        ("select all that apply from l", Kind.MANY),
        ("rank l", Kind.RANK),
        ("image", Kind.PHOTO),
        ("photo", Kind.PHOTO),
        ("audio", Kind.AUDIO),
        ("video", Kind.VIDEO),
        ("barcode", Kind.BARCODE),
        ("geopoint", Kind.PLACE),
        ("gps", Kind.PLACE),
        ("acknowledge", Kind.ACKNOWLEDGE),
        ("trigger", Kind.ACKNOWLEDGE),
        ("note", Kind.NOTE),
        ("today", Kind.META),
        ("username", Kind.META),
    ],
)
def test_types_by_all_their_names(type, kind):
    table = survey(f"{type} | x | X\ntext | y | Y") + LIST
    assert items(table)["x"].kind is kind


def test_every_column():
    rows = """
        integer | n | How many? | Count all | ${m} = 1 | . > 0 | More! | yes | Needed! | 4
        integer | m | And? | | | | | no | |
    """
    header = "type | name | label | hint | relevant | constraint | constraint_message | required"
    found = items(survey(rows, f"{header} | required_message | default"))
    item = found["n"]
    assert (item.label, item.hint) == ({"en": "How many?"}, {"en": "Count all"})
    assert (item.relevant, item.constraint, item.required) == ("${m} = 1", ". > 0", "true()")
    assert item.constraint_message == {"en": "More!"}
    assert (item.required_message, item.default) == ({"en": "Needed!"}, "4")
    assert found["m"].required == ""


def test_rows_are_those_of_the_sheet_with_blanks_and_notes_between():
    rows = """
        start | start |

        note | | Hello

        begin group | g | G
        text | a | A

        text | b | B
        end group | |
        text | c | C
    """
    table = survey("\n".join(line.strip() or "||" for line in rows.strip().splitlines()))
    found = {item.name: item.row for item in form(table).walk()}
    assert found == {"start": 2, "note_4": 4, "g": 6, "a": 7, "b": 9, "c": 11}


def test_groups_and_repeats_hold_their_rows():
    rows = """
        begin_group | house | House | |
        begin repeat | child | Child | | ${n}
        integer | age | Age | |
        end repeat | | | |
        end_group | | | |
        integer | n | N | |
    """
    [house, n] = form(survey(rows, "type | name | label | relevant | repeat_count")).items
    [child] = house.items
    assert (house.kind, child.kind, child.count) == (Kind.GROUP, Kind.REPEAT, "${n}")
    assert [item.name for item in child.items] == ["age"]
    assert n.name == "n"


def test_or_other_adds_a_choice_and_a_question():
    found = form(survey("select_one l or_other | x | X\nselect_one l | y | Y") + LIST)
    x, specified, y = found.items
    assert [option.id for option in found.lists[x.options]] == ["a", "b", "other"]
    assert [option.id for option in found.lists[y.options]] == ["a", "b"]
    assert (specified.name, specified.kind, specified.row) == ("x_other", Kind.TEXT, 2)
    assert specified.relevant == "selected(${x}, 'other')"


def test_a_list_is_stored_once_and_an_unused_one_not_at_all():
    table = survey("select_one l | x | X\nselect_multiple l | y | Y") + choices(
        "l | a | A\nm | b | B"
    )
    assert list(form(table).lists) == ["l"]


def test_choices_keep_the_columns_that_a_filter_names():
    rows = "select_one region | r | R |\nselect_one village | v | V | region = ${r}"
    listed = """
        region | up | Up | | 1
        village | mill | Mill | up | 2
    """
    found = form(
        survey(rows, "type | name | label | choice_filter")
        + choices(listed, "list_name | name | label | region | score")
    )
    [village] = found.lists["village"]
    assert village.more == {"region": "up"}
    assert found.items[1].choice_filter == "region = ${r}"


@pytest.mark.parametrize(
    ("parameters", "steps"),
    [
        ("", ("1", "10", "1")),
        ("start=0 end=5", ("0", "5", "1")),
        ("start=-1; end=1; step=0.5", ("-1", "1", "0.5")),
        ("end = 4, start = 2", ("2", "4", "1")),
    ],
)
def test_ranges(parameters, steps):
    item = items(survey(f"range | x | X | {parameters}", "type | name | label | parameters"))["x"]
    assert (item.least, item.most, item.step) == steps


def test_what_is_filled_in_and_what_stays_empty():
    table = survey("start | s |\nend | e |\ndeviceid | d |\nphonenumber | p |\ntext | t | T")
    found = items(table)
    assert [found[name].calculation for name in "sedp"] == ["start", "end", "", ""]
    assert [note.row for note in notes(table, Code.STAYS_EMPTY)] == [4, 5]


@pytest.mark.parametrize("cell", ["yes", "TRUE", "True", "true()", "Yes"])
def test_read_only_questions_are_told_or_computed(cell):
    rows = f"text | a | A | {cell} |\ninteger | b | B | {cell} | 1 + 1\ntext | c | C | |"
    header = "type | name | label | readonly | calculation"
    found = items(survey(rows, header))
    assert [found[name].kind for name in "abc"] == [Kind.NOTE, Kind.CALCULATE, Kind.TEXT]


def test_the_hint_asks_where_there_is_no_label():
    table = survey("text | a | | Say it", "type | name | label | hint")
    table = table + "\n| | text | b | B | |"
    assert items(table)["a"].label == {"en": "Say it"}
    assert [note.row for note in notes(table, Code.HINT_AS_LABEL)] == [2]


def test_grid_headers_and_empty_notes_and_disabled_rows_are_left_out():
    rows = """
        select_one l | head | Head | label |
        note | silent | | |
        text | off | Off | | yes
        | | | a remark |
        text | a | A | minimal |
    """
    table = survey(rows, "type | name | label | appearance | disabled") + LIST
    assert list(items(table)) == ["a"]
    told = {code: notes(table, code)[0].row for code in (Code.GRID, Code.SILENT)}
    assert told == {Code.GRID: 2, Code.SILENT: 3}
    assert notes(table, Code.DISABLED)[0].row == 4
    assert notes(table, Code.COMMENT)[0].row == 5


def test_days_of_a_spreadsheet():
    rows = "date | a | A | 45292\ndate | b | B | 2024-02-01T00:00\ndate | c | C | today()"
    found = items(survey(rows, "type | name | label | default"))
    assert [found[name].default for name in "abc"] == ["2024-01-01", "2024-02-01", "today()"]


def test_titles():
    settings = "\n| settings |\n| | form_title | form_id | version |\n| | Roads | r1 | 7 |"
    assert form(survey("text | a | A") + settings).title == {"en": "Roads"}
    settings = settings.replace("form_title", "form_title::English (en)")
    assert form(survey("text | a | A") + settings).title == {"en": "Roads"}
    assert form(survey("text | a | A")).title == {"en": "survey"}


def test_a_form_survives_json():
    found = form(survey("select_one l or_other | x | X") + LIST)
    assert type(found).from_json(found.to_json()) == found


def test_what_is_calculated_for_a_question_is_proposed():
    table = survey(
        "integer | a | A |\ninteger | b | B | ${a} + 1", "type | name | label | calculation"
    )
    assert items(table)["b"].calculation == "${a} + 1"
    [note] = notes(table, Code.PROPOSED)
    assert (note.row, note.column) == (3, "calculation")


def test_an_order_by_chance_is_noted():
    rows = "select_one l | x | X | randomize=true\nselect_one l | y | Y | randomize = false"
    [note] = notes(survey(rows, "type | name | label | parameters") + LIST, Code.RANDOM)
    assert (note.row, note.column) == (2, "parameters")


def test_lists_and_questions_with_georgian_names():
    rows = "select_one კი_არა | პასუხი | თანახმა ხართ? |\ntext | აზრი | რატომ? | ${პასუხი} = „კი“"
    listed = choices("კი_არა | კი | დიახ\nკი_არა | არა | არა")
    found = form(survey(rows, "type | name | label | relevant") + listed)
    assert [(item.name, item.options) for item in found.items] == [
        ("პასუხი", "კი_არა"),
        ("აზრი", ""),
    ]
