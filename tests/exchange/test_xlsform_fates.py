"""What a chat cannot ask is left out when nothing hangs on it, and refuses the form otherwise."""

import pytest

from bot.exchange.xlsform import Code, Repair
from bot.exchange.xlsform.reader import examine
from tests.support.xlsforms import choices, form, notes, places, problems, survey

HEADER = "type | name | label | required | relevant | appearance | calculation"
LIST = choices("l | a | A")
LAST = "\ntext | last | Last | | | |"


@pytest.mark.parametrize(
    "row",
    [
        "file | x | X | | | |",
        "add file prompt | x | X | no | | |",
        "geotrace | x | X | | | |",
        "geoshape | x | X | FALSE | | |",
        "osm tags | x | X | | | |",
        "audit | audit | | | | |",
        "background-audio | x | | | | |",
        "start-geopoint | x | | | | |",
        "select_one_from_file x.csv | x | X | | | |",
        "select_one_external l | x | X | | | |",
        "select_one ${last} | x | X | | | |",
        "csv-external | x | | | | |",
        "text | x | X | | | ex:org.example.app(a='1') |",
        "select_one l | x | X | | | minimal search('villages') |",
        "text | x | X | | pulldata('a', 'b', 'c', 'd') = '1' | |",
        "calculate | x | | | | | instance('villages')/root/item[name='a']/label",
        "text | x | X | | ${last-saved#last} = '1' | |",
    ],
)
def test_what_is_not_supported_is_left_out_with_its_row(row):
    table = survey("text | first | First | | | |\n" + row + LAST, HEADER) + LIST
    assert [item.name for item in form(table).walk()] == ["first", "last"]
    [note] = notes(table, Code.LEFT_OUT)
    assert (note.row, note.column) == (3, "type")
    assert note.details["reason"]


@pytest.mark.parametrize("required", ["yes", "TRUE", "true()", "${last} = 'a'"])
def test_a_required_one_refuses_the_form_until_its_author_says_otherwise(required):
    table = survey(f"file | x | X | {required} | | |" + LAST, HEADER)
    [problem] = problems(table)
    assert places([problem]) == [(Code.NEEDED, "survey", 2, "type")]
    assert problem.repair is Repair.LEAVE_OUT
    assert [item.name for item in form(table, repairs=[Repair.LEAVE_OUT]).walk()] == ["last"]


@pytest.mark.parametrize(
    "row",
    [
        "text | y | Y | | ${x} != '' | |",
        "note | y | We heard ${ x } | | | |",
        "calculate | y | | | | | concat(${x}, 'a')",
    ],
)
def test_one_that_others_refer_to_refuses_the_form(row):
    table = survey("file | x | X | | | |\n" + row + LAST, HEADER)
    [problem] = problems(table, repairs=list(Repair))
    assert places([problem]) == [(Code.REFERRED, "survey", 2, "type")]
    assert (problem.details["name"], problem.details["other"]) == ("x", "3")


@pytest.mark.parametrize(
    ("default", "calculation", "lost"),
    [
        ("${last-saved#y}", "", "last-saved"),
        ("pulldata('a', 'b', 'c', 'd')", "", "pulldata"),
        ("", "instance('a')/root/item[name='b']/label", "instance"),
        ("", "if(${x} = '', 1, ${x})", "x, x"),
    ],
)
def test_a_question_is_asked_without_the_answer_that_cannot_be_proposed(default, calculation, lost):
    rows = f"file | x | X | | |\ninteger | y | Y | {default} | {calculation} | yes"
    table = survey(rows, "type | name | label | default | calculation | required")
    [y] = form(table).walk()
    assert (y.default, y.calculation, y.required) == ("", "", "true()")
    [note] = notes(table, Code.NOT_PROPOSED)
    assert (note.row, note.column) == (3, "default" if default else "calculation")
    assert note.details["what"] == lost


def test_a_value_that_is_only_shown_needs_what_it_is_computed_from():
    rows = "text | y | Y | pulldata('a', 'b', 'c', 'd') | yes" + "\ntext | last | ${y} | |"
    table = survey(rows, "type | name | label | calculation | read_only")
    assert places(problems(table)) == [(Code.REFERRED, "survey", 2, "type")]


def test_choices_of_another_sheet_and_lookups_are_called_what_they_are():
    rows = "select_one_external l | x | X |\ncalculate | y | | instance('l')/root/item[name=1]/n"
    table = survey(rows + "\ntext | last | Last |", "type | name | label | calculation")
    whys = [note.details["why"] for note in notes(table + LIST, Code.LEFT_OUT)]
    assert whys == ["sheet", "lookup"]


def test_what_is_left_out_may_refer_to_what_is_left_out():
    rows = "file | x | X | | | |\nosm | y | Y | | ${x} = '' | |" + LAST
    assert len(notes(survey(rows, HEADER), Code.LEFT_OUT)) == 2


def test_a_group_that_another_app_fills_refuses_the_form():
    rows = "begin group | g | G | | | ex:org.example |\ntext | x | X | | | |\nend group | | | | | |"
    assert places(problems(survey(rows, HEADER))) == [(Code.UNSUPPORTED, "survey", 2, "type")]


def test_a_matrix_is_more_than_its_columns():
    rows = "begin_kobomatrix | m | M | | | |\ntext | x | X | | | |\nend_kobomatrix | | | | | |"
    found = problems(survey(rows + LAST, HEADER), repairs=list(Repair))
    assert places(found) == [(Code.UNSUPPORTED, "survey", 2, "type")]


def test_words_in_quotes_are_no_functions():
    rows = "calculate | y | | | | | concat('pulldata(', 'a')" + LAST
    assert "y" in [item.name for item in form(survey(rows, HEADER)).walk()]


def test_the_fate_of_every_row():
    rows = """
        today | day | | | | |
        note | n | Hello | | | |
        begin group | g | G | | | |
        select_one l | a | A | | | label |
        file | s | S | | | |
        integer | i | I | | | |
        end group | | | | | |
        calculate | c | | | | | 1
    """
    reading = examine((survey(rows, HEADER) + LIST).encode(), "x.md")
    fates = [(fate.row, fate.question, fate.asked, fate.reason) for fate in reading.fates]
    assert fates == [
        (2, False, False, "filled in by the bot"),
        (3, False, False, "told, not asked"),
        (4, False, False, "holds other rows"),
        (5, False, False, "the header of a grid"),
        (6, True, False, "a chat survey takes no files"),
        (7, True, True, ""),
        (9, False, False, "computed, not asked"),
    ]
    assert (reading.askable, reading.rows) == (1, 2)
