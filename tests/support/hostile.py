"""Files that somebody sends to stop the bot, and what it must say of each."""

import random
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape

from tests.support.xlsforms import changed, compound, workbook

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
BOMB = 4 << 30  # bytes, unpacked
PIECE = 1 << 20
HEADER = ["type", "name", "label", "constraint", "calculation"]
LAUGHS = b"".join(
    b'<!ENTITY l%d "%s">' % (level, b"&l%d;" % (level - 1) * 10) for level in range(1, 12)
)
BILLION = b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY l0 "lol">%s]><sst>&l11;</sst>' % LAUGHS
OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst>&x;</sst>'
)
TAKEN = "რომელი?"  # in the page of a draft: the survey was read and kept


@dataclass(frozen=True, slots=True)
class Hostile:
    """`says` is a piece of the answer; `size` what the messenger tells, where it lies."""

    name: str
    data: bytes
    says: str
    size: int | None = None


def hostile_files() -> Iterator[Hostile]:
    """The bombs take their time to make."""
    yield Hostile("100 MB", b"PK", "მაქსიმუმ 10 მბ", 100_000_000)
    yield Hostile(
        "100 MB told as 1 kB", b"PK\x03\x04" + bytes(100_000_000), "მაქსიმუმ 10 მბ", 1_000
    )
    yield Hostile("a workbook cut off", workbook()[:-200], "დაზიანებულია")
    yield Hostile("a locked workbook", compound("EncryptedPackage", b""), "პაროლით")
    yield Hostile("an .xls of garbage", _garbage(), "დაზიანებულია")
    yield Hostile("4 GB in 4 MB", _bomb(BOMB), "ძალიან იზრდება")
    yield Hostile("4 GB told as 1 kB", _bomb(1_000), "დაზიანებულია")
    yield Hostile("a billion laughs", changed(workbook(), {STRINGS: BILLION}), "უსაფრთხოდ")
    yield Hostile("an external entity", changed(workbook(), {STRINGS: OUTSIDE}), "უსაფრთხოდ")
    yield Hostile("5,000 questions", _questions(5_000), "ძალიან ბევრი სტრიქონი")
    yield Hostile("a calculation of itself", _formula("${c} + 1"), "საკუთარი თავით")
    yield Hostile("2,000 brackets", _pattern("(" * 2_000 + "a" + ")" * 2_000), "2 000 ნიშანზე")
    yield Hostile("900 brackets", _formula("(" * 900 + "1" + ")" * 900), "ბევრი ფრჩხილია")
    yield Hostile("a pattern of 50,000 characters", _pattern("a?" * 25_000), "2 000 ნიშანზე")
    yield Hostile("a{1000}{1000}", _pattern("((a{1000}){1000}){1000}"), "ნიმუში ვერ გავიგეთ")
    yield Hostile("^(a+)+$", _pattern("^(a+)+$"), TAKEN)
    yield Hostile("(.*a){20}", _pattern("(.*a){20}"), TAKEN)
    yield Hostile("10,000 choices", _choices(10_000), TAKEN)


def _garbage() -> bytes:
    return compound("Workbook", b"\x09\x08\x10\x00" + random.Random(1).randbytes(50_000))


@cache
def _packed() -> tuple[bytes, int]:
    """Gigabytes of blanks, and their check sum."""
    packing, blanks = zlib.compressobj(9, zlib.DEFLATED, -15), b" " * PIECE
    body, check = [], 0
    for _ in range(BOMB // PIECE):
        body.append(packing.compress(blanks))
        check = zlib.crc32(blanks, check)
    return b"".join([*body, packing.flush()]), check


def _bomb(told: int) -> bytes:
    """A workbook with one sheet of blanks; `told` is what its directory says of their number."""
    body, check = _packed()
    name = SHEET.encode()
    sizes = check, len(body), min(told, 0xFFFFFFFE), len(name), 0
    fields = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, *sizes)
    local = b"PK\x03\x04" + fields + name + body
    entry = b"PK\x01\x02\x14\0" + fields + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    end = struct.pack("<HHHHIIH", 0, 0, 1, 1, len(entry), len(local), 0)
    return local + entry + b"PK\x05\x06" + end


def _questions(count: int) -> bytes:
    rows = [["text", f"q{number}", TAKEN] for number in range(count)]
    return workbook({"survey": [HEADER, *rows]})


def _choices(count: int) -> bytes:
    listed = [["towns", f"t{number}", f"სოფელი {number}"] for number in range(count)]
    rows = [HEADER, ["select_one towns", "town", TAKEN]]
    return workbook({"survey": rows, "choices": [["list_name", "name", "label"], *listed]})


def _formula(text: str) -> bytes:
    return _survey([["text", "q", TAKEN, "", ""], ["calculate", "c", "", "", text]])


def _pattern(text: str) -> bytes:
    return _survey([["text", "q", TAKEN, f"regex(., '{text}')", ""]])


def _survey(rows: Sequence[Sequence[str]]) -> bytes:
    """A workbook whose cells may be longer than any that a spreadsheet program writes."""
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    written = "".join(
        "<row>" + "".join(cell.format(escape(text)) for text in row) + "</row>"
        for row in (HEADER, *rows)
    )
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{space}"><sheetData>{written}</sheetData></worksheet>'
    return changed(workbook(), {SHEET: sheet.encode()})
