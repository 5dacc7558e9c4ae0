"""The words of a PDF as a reader would copy them: each font's own table back to letters."""

import re
import zlib
from base64 import a85decode
from collections.abc import Iterator

OBJECT = re.compile(rb"(\d+) 0 obj\s*(.*?)\s*endobj", re.DOTALL)
STREAM = re.compile(rb"(.*?)stream\r?\n(.*)endstream", re.DOTALL)
FONT = re.compile(rb"/(F\d[\w+]*) (\d+) 0 R")
CONTENTS = re.compile(rb"/Contents (\d+) 0 R")
UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
SHOWN = re.compile(rb"/(F\d[\w+]*) [\d.]+ Tf|\(((?:\\.|[^\\)])*)\) Tj", re.DOTALL)
ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
PAIR = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>")

Letters = dict[int, str]


def pages(pdf: bytes) -> list[str]:
    """The text of each page in the order of drawing; lines of one paragraph run together."""
    objects = {int(number): body for number, body in OBJECT.findall(pdf)}
    fonts = {name: int(number) for body in objects.values() for name, number in FONT.findall(body)}
    letters = {name: _letters(objects, objects[number]) for name, number in fonts.items()}
    return [" ".join("".join(_shown(page, letters)).split()) for page in contents(pdf)]


def contents(pdf: bytes) -> list[bytes]:
    """What is drawn on each page, in PDF's own words."""
    objects = {int(number): body for number, body in OBJECT.findall(pdf)}
    found = [CONTENTS.search(body) for body in objects.values()]
    return [_stream(objects[int(number[1])]) for number in found if number]


def embedded(pdf: bytes) -> tuple[set[str], set[str]]:
    """Names of the fonts used, and of those whose letters are in the file."""
    used = set(re.findall(rb"/BaseFont /([\w+-]+)", pdf))
    held = set(re.findall(rb"/FontFile2.*?/FontName /([\w+-]+)", pdf, re.DOTALL))
    return {name.decode() for name in used}, {name.decode() for name in held}


def _stream(body: bytes) -> bytes:
    found = STREAM.match(body)
    assert found
    head, data = found.groups()
    if b"/ASCII85Decode" in head:
        data = a85decode(data.strip().removesuffix(b"~>"))
    return zlib.decompressobj().decompress(data) if b"/FlateDecode" in head else data


def _letters(objects: dict[int, bytes], font: bytes) -> Letters:
    table = UNICODE.search(font)
    if table is None:
        return {}
    pairs = PAIR.findall(_stream(objects[int(table[1])]))
    return {int(code, 16): chr(int(letter, 16)) for code, letter in pairs}


def _shown(content: bytes, letters: dict[bytes, Letters]) -> Iterator[str]:
    font = b""
    for name, text in SHOWN.findall(content):
        if name:
            font = name
        else:
            codes = ESCAPED.sub(lambda found: _byte(found[1]), text)
            yield "".join(letters[font].get(code, "") for code in codes)


def _byte(escaped: bytes) -> bytes:
    names = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
    return bytes([int(escaped, 8)]) if escaped.isdigit() else names.get(escaped, escaped)
