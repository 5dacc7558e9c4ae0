"""Forms as people and programs write them."""

from datetime import date, datetime, time

import pytest

from bot.civic.survey.form import Kind
from bot.exchange.xlsform import Code, read
from bot.exchange.xlsform.reader import examine
from bot.exchange.xlsform.sheets import text_of
from tests.support.xlsforms import (
    Sheets,
    choices,
    form,
    items,
    notes,
    old_workbook,
    places,
    problems,
    survey,
    workbook,
)


def test_an_export_of_kobotoolbox():
    rows = """
        start | start | | a1 | |
        begin_group | group_ab1 | About you | a2 | false |
        select_one xy1 or_other | What | What? | a3 | true | What
        select_multiple xy1 | Which | Which? | a4 | false | Which
        end_group | | | /a2 | |
        note | thanks | Thanks | a5 | false |
    """
    listed = choices("xy1 | option_1 | Option 1 | k1", "list_name | name | label | $kuid")
    table = survey(rows, "type | name | label | $kuid | required | $autoname") + listed
    found = items(table)
    assert [found[name].row for name in ("group_ab1", "What", "Which", "thanks")] == [3, 4, 5, 7]
    assert found["What"].required == "true()"


RATING = """
    begin_score | rate | How good are | marks | | |
    score__row | road | the roads | | | yes |
    score__row | water | the water | | | |
    end_score | | | | | |
    begin_rank | order | What comes | | things | |
    rank__level | first | first | | | yes |
    rank__level | second | second | | | | . != 'b'
    rank__level | third | third | | | |
    end_rank | | | | | |
"""
RATED = "type | name | label | kobo--score-choices | kobo--rank-items | required | constraint"


def test_ratings_and_rankings_of_kobotoolbox():
    listed = choices("marks | 1 | Bad\nmarks | 2 | Good\nthings | a | A\nthings | b | B")
    rate, order = form(survey(RATING, RATED) + listed).items
    assert (rate.kind, rate.label) == (Kind.GROUP, {"en": "How good are"})
    assert [(item.kind, item.options, item.required) for item in rate.items] == [
        (Kind.ONE, "marks", "true()"),
        (Kind.ONE, "marks", ""),
    ]
    assert [(item.options, item.constraint) for item in order.items] == [
        ("things", ""),
        ("things", "(. != 'b') and . != ${first}"),
        ("things", ". != ${first} and . != ${second}"),
    ]


def test_a_rating_without_its_list():
    rows = "begin_score | rate | R | | | |\nscore__row | road | A | | | |\nend_score | | | | | |"
    assert places(problems(survey(rows, RATED))) == [(Code.NO_LIST, "survey", 3, "type")]


def test_names_that_kobotoolbox_would_give():
    table = survey("text | | Who? | who", "type | name | label | $autoname")
    assert list(items(table)) == ["who"]


def test_old_headers_and_types():
    rows = """
        begin lgroup | child | Child | | | |
        int | age | Age | ${n} > 1 | . < 18 | Too old |
        end lgroup | | | | | |
        string | n | How many? | | | | 2
    """
    header = "Command | Tag | Caption | bind:relevant | Bind::Constraint"
    found = items(survey(rows, f"{header} | bind:jr:constraintMsg | DEFAULT"))
    assert found["child"].kind is Kind.REPEAT
    age = found["age"]
    assert (age.relevant, age.constraint) == ("${n} > 1", ". < 18")
    assert age.constraint_message == {"en": "Too old"}
    assert found["n"].default == "2"


def test_blanks_and_capitals_around_everything():
    sheets: Sheets = {
        " Survey ": [
            ["Type ", " NAME", "Label :: Georgian (ka)"],
            [" select_one  l ", " a ", "  რა\u00a0გსურთ? "],
            [],
            ["   ", "\u00a0"],
            ["begin  group", "g", "ჯგუფი"],
            ["text", "b", "ორი\nხაზი"],
            ["end  group"],
        ],
        "Choices": [
            ["List Name", "Name", "label::Georgian (ka)"],
            ["l", 1.0, "ერთი"],
            ["l", "2", "ორი"],
        ],
        "notes": [["anything"]],
    }
    found = read(workbook(sheets), "x.xlsx")
    assert [(item.name, item.row) for item in found.walk()] == [("a", 2), ("g", 5), ("b", 6)]
    assert [option.id for option in found.lists["l"]] == ["1", "2"]
    assert found.items[0].label == {"ka": "რა გსურთ?"}
    assert found.items[1].items[0].label == {"ka": "ორი\nხაზი"}


@pytest.mark.parametrize("make", [workbook, old_workbook])
def test_values_that_a_spreadsheet_stores_as_something_else(make):
    sheets = {
        "survey": [
            ["type", "name", "label", "required", "default", "relevant"],
            ["select_one l", "a", "რა", True, 1.0, ""],
            ["date", "d", "დღე", False, date(2026, 3, 1), True],
            ["decimal", "n", "რიცხვი", "", 2.5, ""],
        ],
        "choices": [["list_name", "name", "label"], ["l", 1.0, 2020], ["l", 2, "ორი"]],
    }
    found = read(make(sheets), "x.xlsx")
    a, d, n = found.items
    assert (a.required, a.default, d.required, d.relevant) == ("true()", "1", "", "true()")
    assert (d.default, n.default) == ("2026-03-01", "2.5")
    assert [(option.id, option.label["ka"]) for option in found.lists["l"]] == [
        ("1", "2020"),
        ("2", "ორი"),
    ]


def test_moments_and_hours():
    from bot.exchange.xlsform.sheets import text_of

    assert text_of(datetime(2026, 3, 1, 10, 30)) == "2026-03-01T10:30"  # noqa: DTZ001
    assert text_of(datetime(2026, 3, 1)) == "2026-03-01"  # noqa: DTZ001
    assert text_of(time(7, 5)) == "07:05"


def test_questions_after_a_hundred_blank_rows_are_not_lost():
    rows = [["type", "name", "label"], ["text", "a", "A"], *[[]] * 100, ["text", "b", "B"]]
    found = read(workbook({"survey": rows}), "x.xlsx")
    assert [item.row for item in found.items] == [2, 103]


def test_a_header_that_is_not_in_the_first_row():
    rows = [[], ["type", "name", "label"], ["text", "a", "A"]]
    assert read(workbook({"survey": rows}), "x.xlsx").items[0].row == 3


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_with_the_survey_alone(delimiter):
    lines = ["type,name,label", "text,a,რა?", "", "integer,b,რამდენი?"]
    data = "\n".join(lines).replace(",", delimiter).encode("utf-8-sig")
    assert [(item.name, item.row) for item in read(data, "x.csv").items] == [("a", 2), ("b", 4)]


def test_csv_with_sheets_in_the_first_column():
    lines = ["survey", ",type,name,label", ",select_one l,a,A", "choices", ",list_name,name,label"]
    data = "\n".join([*lines, ",l,x,X", ",l,x,Y"]).encode()
    assert places(examine(data, "x.csv").problems) == [(Code.DOUBLE_CHOICE, "choices", 7, "name")]


def test_a_single_sheet_is_the_survey():
    rows = [["type", "name", "label"], ["text", "a", "A"]]
    assert read(workbook({"Sheet1": rows}), "x.xlsx").items


def test_the_default_language_names_plain_columns():
    settings = "\n| settings |\n| | Form Title | default_language |\n| | Roads | Armenian (hy) |"
    found = form(survey("text | a | A") + settings)
    assert (found.languages, found.title) == (("hy",), {"hy": "Roads"})


def test_what_other_programs_need_is_ignored():
    rows = "text | a | A | multiline | $ | remark | 5 | a1"
    header = "type | name | label | appearance | save_to | my remarks | priority | $qpath"
    assert items(survey(rows, header))["a"].label == {"en": "A"}


def test_a_title_above_the_names_of_the_columns():
    rows = [["მოსახლეობის გამოკითხვა"], ["", "2026"], ["Type", "name", "label"], ["text", "a", "A"]]
    reading = examine(workbook({"survey": rows, "choices": [["list name"]]}), "x.xlsx")
    assert [(item.name, item.row) for item in reading.form.items] == [("a", 4)]
    above = [note.row for note in reading.notes if note.code is Code.ABOVE]
    assert above == [1, 2]


def test_without_the_names_of_columns_the_first_row_is_told():
    reading = examine(workbook({"survey": [["A title"], ["text", "type", "Q"]]}), "x.xlsx")
    assert [problem.row for problem in reading.problems] == [1, 1, 1]


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("relevent", "relevant"),
        ("Requierd", "required"),
        ("label_ka", "label"),
        ("Label (ka)", "label"),
        ("constraint_message_ka", "constraint_message"),
        ("hints", "hint"),
        ("notes", None),
        ("labelReport", None),
        ("$kuid", None),
        ("შენიშვნა", None),
    ],
)
def test_columns_that_look_as_if_they_should_be_read(header, wanted):
    found = notes(
        survey("text | a | A | x", f"type | name | label | {header}"), Code.MISSPELT_COLUMN
    )
    assert [(note.column, note.details["wanted"]) for note in found] == (
        [(header, wanted)] if wanted else []
    )


def test_columns_of_choices_that_look_like_labels():
    listed = choices("l | a | A | ა | x", "list_name | name | label | label_ka | state")
    [note] = notes(survey("select_one l | q | Q") + listed, Code.MISSPELT_COLUMN)
    assert (note.sheet, note.column) == ("choices", "label_ka")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("one_x000D_\ntwo", "one\ntwo"),
        ("one\r\ntwo", "one\ntwo"),
        ("bell\x07 and box_x2_y", "bell and box_x2_y"),
        ("no\u00a0break", "no break"),
    ],
)
def test_characters_that_nobody_sees(written, read):
    data = workbook({"survey": [["type", "name", "label"], ["text", "a", written]]})
    assert examine(data, "x.xlsx").form.items[0].label == {"en": read}


def test_characters_that_no_database_takes():
    found = examine(b'type,name,label\ntext,a,"A\x00B"\n', "x.csv").form
    assert found.items[0].label == {"en": "AB"}
    assert text_of("half \ud83d a pair") == "half ? a pair"
