"""Choices that stand in a file beside the workbook, sent with it in one archive."""

from collections.abc import Mapping
from typing import Any

import pytest

from bot.civic.survey.form import Form, Kind
from bot.exchange.xlsform import Code, Reading, Repair, read_apart
from bot.exchange.xlsform.bundle import packed
from bot.exchange.xlsform.guard import MOST
from bot.exchange.xlsform.reader import examine
from tests.support.xlsforms import places, workbook, zipped

HEADER = ["type", "name", "label", "choice_filter", "parameters", "required"]
PART = ["select_one_from_file parts.csv", "part", "Which part?"]
TOWN = ["select_one_from_file towns.csv", "town", "Which town?", "part = ${part}"]
PARTS = b"name,label\nup,The upper\nlow,The lower\n"
TOWNS = b"name,label,part,people\nmill,Mill,up,40\nmill,Mill,low,5\nford,Ford,low,9\n"
BOTH = {"parts.csv": PARTS, "towns.csv": TOWNS}


def sent(files: Mapping[str, bytes], *rows: list[str], **asked: Any) -> Reading:
    """A form of these questions with these files."""
    book = workbook({"survey": [HEADER, *rows, ["text", "last", "Last"]]})
    return examine(zipped({"form.xlsx": book, **files}), "sent.zip", **asked)


def read(files: Mapping[str, bytes], *rows: list[str]) -> Form:
    reading = sent(files, *rows)
    assert reading.form, list(map(str, reading.problems))
    return reading.form


def test_the_choices_of_a_file_are_asked_and_filtered_by_its_columns():
    form = read(BOTH, PART, TOWN)
    part, town, _ = form.items
    assert (form.title, part.kind, town.kind) == ({"en": "form"}, Kind.ONE, Kind.ONE)
    assert [one.label["en"] for one in form.lists[part.options]] == ["The upper", "The lower"]
    assert [(one.id, one.more) for one in form.lists[town.options]] == [
        ("mill", {"part": "up"}),
        ("mill", {"part": "low"}),
        ("ford", {"part": "low"}),
    ]


def test_several_may_be_chosen_and_the_columns_may_have_other_names():
    several = ["select_multiple_from_file t.csv", "towns", "T", "", "value=code label=title"]
    [towns, _] = read({"T.csv": b"code;title\na;Ani\nb;Bani\n"}, several).items
    assert towns.kind is Kind.MANY
    form = read({"T.csv": b"code;title\na;Ani\nb;Bani\n"}, several)
    assert [(one.id, one.label["en"]) for one in form.lists[towns.options]] == [
        ("a", "Ani"),
        ("b", "Bani"),
    ]


def test_a_file_has_columns_of_languages_as_the_sheet_choices_has():
    book = workbook(
        {
            "survey": [
                ["type", "name", "label::Georgian (ka)", "label::English (en)"],
                ["select_one_from_file a.csv", "a", "რომელი?", "Which?"],
            ]
        }
    )
    table = "name,label::Georgian (ka),label::English (en)\nx,იქსი,X\n".encode()
    form = examine(zipped({"f.xlsx": book, "a.csv": table}), "f.zip").form
    assert form and form.lists["a.csv"][0].label == {"ka": "იქსი", "en": "X"}


def test_a_file_that_was_not_sent_leaves_its_question_out_and_is_named():
    reading = sent({"parts.csv": PARTS}, PART, [*TOWN, "", "yes"])
    assert places(reading.problems) == [(Code.NEEDED, "survey", 3, "type")]
    assert reading.problems[0].details["why"] == "beside"
    assert reading.missing == ("towns.csv",)
    assert Reading.from_json(reading.to_json(), None).missing == ("towns.csv",)
    assert sent(BOTH, PART, TOWN).missing == ()


@pytest.mark.parametrize("name", ["t.geojson", "t.xml"])
def test_files_of_other_kinds_are_left_out(name):
    reading = sent({name: b"<a/>"}, [f"select_one_from_file {name}", "a", "A"])
    [note] = [note for note in reading.notes if note.code is Code.LEFT_OUT]
    assert (note.row, note.details["why"], reading.missing) == (2, "choices", ())


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (b"id,label\na,A\n", [(Code.NO_COLUMN, "parts.csv", 1, "name")]),
        (b"name,label\n,A\nb,B\n", [(Code.CHOICE_NAME, "parts.csv", 2, "name")]),
        (b"name,label\nb,#REF!\n", [(Code.ERROR_VALUE, "parts.csv", 2, "label")]),
        (b"\xff\xff\x00", [(Code.ENCODING, "", 0, "")]),
        (
            b"",
            [(Code.NO_COLUMN, "parts.csv", 1, "name"), (Code.NO_COLUMN, "parts.csv", 1, "label")],
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_told_by_its_name_and_row(table, found):
    assert places(sent({"parts.csv": table}, PART).problems) == found


def test_a_name_with_blanks_is_mended_where_several_are_chosen():
    several = ["select_multiple_from_file a.csv", "a", "A"]
    files = {"a.csv": b"name,label\nthe mill,Mill\n"}
    assert places(sent(files, several).problems) == [(Code.CHOICE_BLANKS, "a.csv", 2, "name")]
    form = sent(files, several, repairs=[Repair.CHOICES]).form
    assert form and form.lists["a.csv"][0].id == "the_mill"


def test_what_programs_leave_in_archives_is_not_looked_at():
    parts = {"__MACOSX/._form.xlsx": b"x", "a/~$form.xlsx": b"x", "a/form.xlsx": workbook()}
    assert examine(zipped(parts), "sent.zip").form


def test_an_archive_holds_one_workbook():
    two = zipped({"a.xlsx": workbook(), "b.xls": b"x"})
    [problem] = examine(two, "sent.zip").problems
    assert (problem.code, problem.details["names"]) == (Code.SEVERAL, "a.xlsx, b.xls")
    [problem] = examine(zipped(BOTH), "sent.zip").problems
    assert (problem.code, problem.details["what"]) == (Code.NOT_A_WORKBOOK, "an archive")


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"parts.csv": bytes(MOST + 1)}, Code.TOO_LARGE),
        ({f"{n}.csv": bytes(MOST) for n in range(25)}, Code.EXPANDS),
        ({f"{n}.csv": b"" for n in range(2_001)}, Code.EXPANDS),
    ],
)
def test_a_bomb_is_not_unpacked(files, code):
    assert [problem.code for problem in sent(files, PART).problems] == [code]


def test_a_damaged_archive_is_told():
    data = bytearray(zipped({"form.xlsx": workbook()}))
    data[60] ^= 0xFF
    assert [one.code for one in examine(bytes(data), "sent.zip").problems] == [Code.DAMAGED]


def test_an_archive_is_read_in_a_process_of_its_own():
    book = workbook({"survey": [HEADER, PART]})
    assert read_apart(book, "form.xlsx").missing == ("parts.csv",)
    reading = read_apart(packed(book, "form.xlsx", {"parts.csv": PARTS}), "form.xlsx")
    assert (reading.askable, reading.missing) == (1, ())
