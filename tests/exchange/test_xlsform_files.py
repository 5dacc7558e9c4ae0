"""Files that are hostile, broken or something else: each is refused by name, and nothing hangs."""

import asyncio
import io
import struct
import subprocess
import sys
import zipfile

import pytest
import xlsxwriter

from bot.exchange import xlsform
from bot.exchange.xlsform import Code, Repair, read_apart
from bot.exchange.xlsform.guard import MOST, MOST_UNPACKED
from bot.exchange.xlsform.reader import examine
from tests.support.xlsforms import (
    SMALL,
    archive,
    changed,
    compound,
    locked,
    old_workbook,
    places,
    survey,
    workbook,
)

SHEET = "xl/worksheets/sheet1.xml"
OPEN = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><sst>&c;</sst>'


def codes(data: bytes, name: str = "x.xlsx") -> list[Code]:
    return [problem.code for problem in examine(data, name).problems]


def lying(data: bytes, size: int) -> bytes:
    """The workbook with a directory that says a thousand bytes where there are many."""
    return data.replace(struct.pack("<I", size), struct.pack("<I", 1000))


def flipped(data: bytes) -> bytes:
    middle = len(data) // 3
    return data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Code.NOTHING),
        (b"x" * (MOST + 1), Code.TOO_LARGE),
        (b"%PDF-1.7", Code.NOT_A_WORKBOOK),
        (b"\x89PNG\r\n\x1a\n", Code.NOT_A_WORKBOOK),
        (b"<html><table>", Code.NOT_A_WORKBOOK),
        (b"anything", Code.NOT_A_WORKBOOK),
        (archive("[Content_Types].xml", "word/document.xml"), Code.NOT_A_WORKBOOK),
        (archive("mimetype", "content.xml"), Code.NOT_A_WORKBOOK),
        (archive("a.txt"), Code.NOT_A_WORKBOOK),
        (compound("WordDocument", b""), Code.NOT_A_WORKBOOK),
        (compound("EncryptedPackage", b""), Code.PASSWORD),
        (locked(), Code.PASSWORD),
        (compound("Workbook", b"\x09\x08\x10\x00"), Code.DAMAGED),
        (old_workbook(SMALL)[:1500], Code.DAMAGED),
        (workbook()[:-200], Code.DAMAGED),
        (flipped(workbook()), Code.DAMAGED),
        (changed(workbook(), {SHEET: OPEN + b"<row"}), Code.DAMAGED),
        (changed(workbook(), {SHEET: b" " * (MOST_UNPACKED + 1)}), Code.EXPANDS),
        (lying(changed(workbook(), {SHEET: b" " * 9_999_999}), 9_999_999), Code.DAMAGED),
        (changed(workbook(), {"xl/sharedStrings.xml": ENTITIES}), Code.ENTITIES),
        (changed(workbook(), {SHEET: ENTITIES.decode().encode("utf-16")}), Code.ENTITIES),
        (changed(workbook(), {f"xl/media/{n}.bin": b"" for n in range(2_001)}), Code.EXPANDS),
    ],
)
def test_files_that_are_refused(data, code):
    assert codes(data) == [code]


def test_text_that_is_not_utf_8():
    assert codes("type,name,label\ntext,a,\xe9".encode("latin-1"), "x.csv") == [Code.ENCODING]


def test_one_text_in_every_cell():
    rows = [["type", "name", "label"], *(["text", f"q{n}", "x" * 30_000] for n in range(600))]
    assert codes(workbook({"survey": rows})) == [Code.EXPANDS]


def test_a_row_at_the_end_of_the_world():
    row = b'<row r="999999999999"><c r="A999999999999"><v>1</v></c></row></sheetData></worksheet>'
    assert codes(changed(workbook(), {SHEET: OPEN + row})) == [Code.NO_COLUMN] * 3


def test_hundreds_of_thousands_of_formatted_blank_rows():
    rows = b"".join(b'<row r="%d" s="1" customFormat="1"/>' % n for n in range(3, 500_000))
    head = b"".join(
        b'<row r="%d">%s</row>'
        % (n, b"".join(b'<c t="inlineStr"><is><t>%s</t></is></c>' % t for t in texts))
        for n, texts in ((1, (b"type", b"name", b"label")), (2, (b"text", b"a", b"A")))
    )
    data = changed(workbook(), {SHEET: OPEN + head + rows + b"</sheetData></worksheet>"})
    assert examine(data, "x.xlsx").askable == 1


def test_formulas_are_never_computed_and_their_values_are_shown(tmp_path):
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("survey")
        sheet.write_row(0, 0, ["type", "name", "label", "hint"])
        sheet.write_row(1, 0, ["text", "a"])
        sheet.write_formula(1, 2, '="Hello "&"you"', value="Hello you")
        sheet.write_formula(1, 3, "=1/0", value="#DIV/0!")
    reading = examine(path.read_bytes(), "x.xlsx")
    assert places(reading.problems) == [(Code.ERROR_VALUE, "survey", 2, "hint")]
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("survey")
        sheet.write_row(0, 0, ["type", "name", "label"])
        sheet.write_row(1, 0, ["text", "a"])
        sheet.write_formula(1, 2, '=HYPERLINK("http://example.org")', value="Hello you")
    assert examine(path.read_bytes(), "x.xlsx").form.items[0].label == {"en": "Hello you"}


def test_mistakes_in_columns_that_are_not_read_do_not_matter():
    rows = [["type", "name", "label", "my lookup"], ["text", "a", "A", "#N/A"]]
    assert examine(workbook({"survey": rows}), "x.xlsx").form


def test_a_formula_whose_value_is_not_in_the_file():
    rows = [["type", "name", "label"], ["text", "a", "A"], ["text", "b", "B"]]
    data = workbook({"survey": rows})
    cell = b'<c r="C3"><f>UPPER("b")</f></c>'
    sheet = OPEN + b"".join(
        b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>%s</t></is></c>'
        b'<c r="B%d" t="inlineStr"><is><t>%s</t></is></c>%s</row>' % (n, n, a, n, b, c)
        for n, a, b, c in (
            (1, b"type", b"name", b'<c r="C1" t="inlineStr"><is><t>label</t></is></c>'),
            (3, b"text", b"a", cell),
        )
    )
    data = changed(data, {SHEET: sheet + b"</sheetData></worksheet>"})
    found = places(examine(data, "x.xlsx").problems)
    assert found == [(Code.NO_VALUE, "survey", 3, "label")]


def test_formulas_in_the_header_and_formulas_that_give_no_letters(tmp_path):
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("survey")
        sheet.write_row(0, 0, ["type", "name", "", "hint"])
        sheet.write_formula(0, 2, '="la"&"bel"', value="label")
        sheet.write_row(1, 0, ["text", "a", "A"])
        sheet.write_formula(1, 3, '=IF(1=2,"x","")', value="nothing")
    whole = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        part = archive.read(SHEET).replace(b"<v>nothing</v>", b"<v></v>")  # as Excel writes it
    [item] = examine(changed(whole, {SHEET: part}), "x.xlsx").form.items
    assert (item.label, item.hint) == ({"en": "A"}, {})


def test_drop_down_lists_beside_formulas_are_no_matter(recwarn):
    data = workbook({"survey": [["type", "name", "label"], ["text", "a", '="A"']]})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = archive.read(SHEET)
    lists = b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    data = changed(data, {SHEET: part.replace(b"</worksheet>", lists)})
    assert examine(data, "x.xlsx").form
    assert not recwarn.list


def test_macros_are_left_alone():
    assert examine(changed(workbook(), {"xl/vbaProject.bin": b"\0" * 100}), "x.xlsm").form


def test_the_ending_of_a_workbook_does_not_matter():
    assert examine(workbook(), "x.xls").form
    assert examine(old_workbook(SMALL), "x.xlsx").form


def test_ten_thousand_choices():
    listed = [
        ["list_name", "name", "label"],
        *(["v", f"v{n}", f"სოფელი {n}"] for n in range(10_000)),
    ]
    rows = [["type", "name", "label"], ["select_one v", "v", "სად ცხოვრობთ?"]]
    reading = read_apart(workbook({"survey": rows, "choices": listed}), "x.xlsx")
    assert len(reading.form.lists["v"]) == 10_000


def test_what_is_read_apart_is_what_is_read_here():
    data = (survey("Text | a | A\naudio | b | B")).encode()
    for repairs in ((), (Repair.TYPES,)):
        assert read_apart(data, "x.md", repairs) == examine(data, "x.md", repairs)


def test_reading_that_takes_too_long_is_ended():
    [problem] = read_apart(workbook(), "x.xlsx", limit=0.01).problems
    assert problem.code is Code.TOO_LONG


def test_reading_that_needs_too_much_memory_gives_up(monkeypatch):
    monkeypatch.setattr(xlsform, "MEMORY", 40 << 20)
    rows = [["type", "name", "label"], *(["text", f"q{n}", "x" * 500] for n in range(20_000))]
    [problem] = read_apart(workbook({"survey": rows}), "x.xlsx").problems
    assert problem.code is Code.TOO_MUCH_MEMORY


def test_a_reader_that_fails_refuses_the_form(monkeypatch):
    monkeypatch.setattr(xlsform, "MODULE", "bot.exchange.nowhere")
    [problem] = read_apart(workbook(), "x.xlsx").problems
    assert problem.code is Code.STOPPED


def test_nothing_large_begins_a_process(monkeypatch):
    monkeypatch.setattr(xlsform, "MODULE", "bot.exchange.nowhere")
    [problem] = read_apart(b"x" * 100_000_000, "x.xlsx").problems
    assert problem.code is Code.TOO_LARGE


async def test_the_loop_goes_on_meanwhile():
    rows = [["type", "name", "label"], *(["text", f"q{n}", "A"] for n in range(3_000))]
    data = workbook({"survey": rows})
    reading = asyncio.create_task(asyncio.to_thread(read_apart, data, "x.xlsx"))
    ticks = 0
    while not reading.done():
        await asyncio.sleep(0.01)
        ticks += 1
    assert (await reading).askable == 3_000
    assert ticks > 10


def test_the_bot_itself_loads_no_reader():
    heavy = "{'openpyxl', 'pyxform', 'xlrd'}"
    code = f"import sys, bot.exchange.xlsform; print({heavy} & set(sys.modules))"
    run = subprocess.run((sys.executable, "-c", code), capture_output=True, check=True, text=True)
    assert run.stdout.strip() == "set()"
