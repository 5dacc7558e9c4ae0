"""A survey's answers as tables: Kobo's columns, texts that stay texts, nobody to recognise."""

import csv
import io
import zipfile
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from bot.civic.survey.sheets import Explained, Gathered, Sheet
from bot.exchange.survey_table.book import book
from bot.exchange.survey_table.codebook import NOT_SPLIT
from bot.exchange.survey_table.files import files, sums, zipped
from bot.exchange.survey_table.sheets import sheets
from tests.support.surveys import NOW, form, row

FORM = form(
    row("meta", "start"),
    row("meta", "deviceid"),
    row("note", "hello"),
    row(
        "group",
        "home",
        row("many", "needs", options="needs"),
        row("rank", "order", options="needs", relevant="${needs} != ''"),
        row("place", "spot"),
        relevant="1 = 1",
    ),
    row("one", "light", options="light"),
    row("integer", "age"),
    row("decimal", "share"),
    row("text", "words"),
    row("photo", "picture"),
    row("calculate", "twice", calculation="${age} * 2"),
    row(
        "repeat",
        "member",
        row("text", "name"),
        row("repeat", "job", row("text", "work")),
    ),
    needs="road water",
    light="good -99",
)
ANSWERS = {
    "start": "2026-11-28T14:30:00+04:00",
    "needs": "water road",
    "order": "water road",
    "spot": "41.7 44.8",
    "light": "-99",
    "age": "40",
    "share": "-12.5",
    "words": '=HYPERLINK("http://a")',
    "picture": "0a1b",
    "twice": "-80",
    "member[1].name": "@SUM(A1)",
    "member[1].job[1].work": "ბაღი",
    "member[1].job[2].work": "სკოლა",
    "member[3].name": "+995",
}
NOTES = {"_id": "only a number", "photo": "no pictures", NOT_SPLIT: "too many"}


def gathered(*given: dict[str, str], of: Any = FORM, **more: Any) -> Gathered:
    people = tuple(Sheet(values, "ka", "01", NOW) for values in given)
    rest = {"opens_at": NOW, "closes_at": NOW, "taken_at": NOW, "zone": NOW.tzinfo, **more}
    names = {"ka": "ნიმუში"}
    return Gathered(
        7,
        names,
        names,
        of,
        more.pop("anonymous", False),
        **rest,
        sheets=people,
        settlements={"01": "ზღაპარა"},
    )


def tables(found: Gathered) -> dict[str, list[dict[str, Any]]]:
    """Rows by header, as a script reads them."""
    told = sheets(found, Explained([("survey", "=1+1")], NOTES))
    return {one.name: [dict(zip(one.header, row, strict=True)) for row in one.rows] for one in told}


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_recording_is_named_what_was_written_instead_stays_and_a_barcode_is_no_number():
    asked = form(row("audio", "story"), row("video", "film"), row("barcode", "meter"))
    sent = {"story": f"{'0a' * 8}.ogg", "film": f"{'0b' * 8}.mp4", "meter": "0486"}
    found = tables(gathered(sent, {"story": "ვერ ვყვები"}, of=asked))
    one, other = found["data"]
    assert {name: one[name] for name in sent} == sent
    assert (other["story"], other["film"]) == ("ვერ ვყვები", None)
    kinds = {line["name"]: line["type"] for line in found["codebook"]}
    assert {name: kinds[name] for name in sent} == {
        "story": "audio",
        "film": "video",
        "meter": "barcode",
    }


def test_the_columns_are_those_of_kobo():
    [one] = tables(gathered(ANSWERS))["data"]
    assert one == {
        "start": "2026-11-28T14:30:00+04:00",
        "home/needs": "water road",
        "home/needs/road": 1,
        "home/needs/water": 1,
        "home/order": "water road",
        "home/order/road": 2,
        "home/order/water": 1,
        "home/spot": "41.7 44.8",
        "home/_spot_latitude": 41.7,
        "home/_spot_longitude": 44.8,
        "light": "-99",
        "age": 40,
        "share": -12.5,
        "words": ANSWERS["words"],
        "picture": "0a1b.jpg",
        "twice": -80,
        "__version__": "1",
        "_id": 1,
        "_submission_time": "2026-11-28T10:30:00",
        "_language": "ka",
        "_settlement": "ზღაპარა",
        "_settlement_code": "01",
        "_assisted": "no",
        "_index": 1,
    }


def test_what_was_not_asked_or_was_skipped_is_empty():
    one, other = tables(gathered({"needs": "road"}, {"age": "0"}))["data"]
    assert one["home/needs/water"] == 0 and one["age"] is None and one["home/order/road"] is None
    assert other["home/needs"] is None and other["home/needs/water"] is None and other["age"] == 0


def test_repeats_are_tables_that_lead_back():
    found = tables(gathered({"age": "1"}, ANSWERS, {"member[1].job[1].work": "ფოსტა"}))
    assert found["member"] == [
        _inner(1, "data", 2, 2, **{"member/name": "@SUM(A1)"}),
        _inner(2, "data", 2, 2, **{"member/name": "+995"}),
        _inner(3, "data", 3, 3, **{"member/name": None}),
    ]
    assert found["job"] == [
        _inner(1, "member", 1, 2, **{"member/job/work": "ბაღი"}),
        _inner(2, "member", 1, 2, **{"member/job/work": "სკოლა"}),
        _inner(3, "member", 3, 3, **{"member/job/work": "ფოსტა"}),
    ]


def _inner(index: int, table: str, parent: int, person: int, **asked: Any) -> dict[str, Any]:
    return {
        **asked,
        "_index": index,
        "_parent_table_name": table,
        "_parent_index": parent,
        "_submission__id": person,
    }


def test_names_with_dots_are_read():
    dotted = form(row("repeat", "a.b", row("text", "c.d"), row("text", "e")))
    found = tables(gathered({"a.b[2].c.d": "x"}, of=dotted))
    assert [one["a.b/c.d"] for one in found["a.b"]] == ["x"]


def test_the_codebook_tells_every_column():
    found = {one["name"]: one for one in tables(gathered(ANSWERS))["codebook"]}
    assert found["home/needs"]["type"] == "select_multiple needs"
    assert found["start"]["type"] == "start" and found["picture"]["type"] == "image"
    assert found["home/order"]["asked_if"] == "(1 = 1) and (${needs} != '')"
    assert found["home/needs"]["asked_if"] == "1 = 1" and found["light"]["asked_if"] == ""
    assert found["member/job/work"]["answered"] == 2 and found["age"]["answered"] == 1
    assert found["age"]["label::ka"] == "age"
    assert found["picture"]["note"] == "no pictures" and found["_id"]["note"] == "only a number"
    assert "hello" not in found and "deviceid" not in found
    options = tables(gathered(ANSWERS))["choices"]
    assert options[2] == {
        "list_name": "light",
        "name": "good",
        "label::ka": "<good>",
        "label::en": "[good]",
    }


def test_a_formula_is_a_text_in_the_workbook():
    content = book(sheets(gathered(ANSWERS), Explained([("survey", "=1+1")])))
    cells = {
        cell.value: cell
        for page in opened(content)
        for line in page.iter_rows()
        for cell in line
        if cell.value is not None
    }
    for text in (ANSWERS["words"], "@SUM(A1)", "+995", "-99", "=1+1"):
        assert cells[text].data_type == "s" and cells[text].hyperlink is None
    assert cells[40].data_type == "n" and cells[-12.5].data_type == "n"
    with zipfile.ZipFile(io.BytesIO(content)) as inside:
        xml = b"".join(inside.read(name) for name in inside.namelist())
    assert b"<f>" not in xml and b"<hyperlink" not in xml


def test_a_formula_is_a_text_in_csv_and_a_number_a_number():
    made = files(sheets(gathered(ANSWERS), Explained([("survey", "=1+1")])))
    assert list(made) == [
        f"{n}.csv" for n in ("data", "member", "job", "codebook", "choices", "about")
    ]
    [one] = read(made["data.csv"])
    assert one["words"] == "'" + ANSWERS["words"]
    assert (one["light"], one["share"], one["twice"]) == ("-99", "-12.5", "-80")
    assert [line["member/name"] for line in read(made["member.csv"])] == ["'@SUM(A1)", "'+995"]
    assert made["about.csv"].decode("utf-8-sig") == ",\r\nsurvey,'=1+1\r\n"


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r"])
def test_every_beginning_that_a_spreadsheet_runs_is_guarded(first):
    words = form(row("text", "words"))
    found = sheets(gathered({"words": f"{first}cmd|1"}, of=words), Explained())
    [one] = read(files(found)["data.csv"])
    assert one["words"] == f"'{first}cmd|1"
    page = opened(book(found))["data"]
    assert page["A2"].data_type == "s" and page["A2"].value.endswith("cmd|1")


@pytest.mark.parametrize("value", ["0599123456", "1" * 16, "007", "1e5", "٣"])
def test_what_would_change_as_a_number_stays_a_text(value):
    [one] = tables(gathered({"twice": value}))["data"]
    assert one["twice"] == value


def test_the_same_answers_give_the_same_bytes():
    made = [sheets(gathered(ANSWERS), Explained()) for _ in range(2)]
    assert book(made[0]) == book(made[1])
    assert zipped(files(made[0])) == zipped(files(made[1]))
    assert sums(files(made[0])).decode().splitlines()[0].endswith("  data.csv")


def test_an_anonymous_survey_tells_no_time():
    clocked = form(
        row("meta", "start"),
        row("calculate", "hour", calculation="format-date-time(now(), '%H')"),
        row("calculate", "later", calculation="concat(${hour}, '!')"),
        row("calculate", "begun", calculation="${start}"),
        row("calculate", "sum", calculation="1 + 1"),
    )
    answers = {"start": "14:30", "hour": "14:30", "later": "14:30", "begun": "14:30", "sum": "2"}
    found = gathered(answers, of=clocked)
    [named] = tables(found)["data"]
    assert named["hour"] == "14:30"
    hidden = replace(found, anonymous=True)
    [one] = tables(hidden)["data"]
    about = ("_language", "_settlement", "_settlement_code", "_assisted")
    assert set(one) == {"sum", "__version__", "_id", *about, "_index"}
    assert b"14:30" not in b"".join(files(sheets(hidden, Explained())).values())


def test_names_of_sheets_are_free_and_short_enough():
    long = "a" * 40
    repeats = form(
        row("repeat", "Data", row("text", "one")),
        row("repeat", "codebook", row("text", "two")),
        row("repeat", long, row("text", "three")),
        row("repeat", long + "b", row("text", "four")),
    )
    pages = opened(book(sheets(gathered({}, of=repeats), Explained()))).sheetnames
    assert pages == [
        *("data", "Data_2", "codebook_2", "a" * 31, "a" * 27 + "_2", "codebook", "choices", "about")
    ]


def test_an_anonymous_survey_tells_places_roughly():
    spot = form(row("place", "spot"))
    found = replace(gathered({"spot": "41.71519 44.82709 430.5 4"}, of=spot), anonymous=True)
    [one] = tables(found)["data"]
    assert one["spot"] == "41.715 44.827"
    assert (one["_spot_latitude"], one["_spot_longitude"]) == (41.715, 44.827)
