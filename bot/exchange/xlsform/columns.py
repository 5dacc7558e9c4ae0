"""What a column is: its name as XLSForm has it today, and the language it is in."""

import re
from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from bot.exchange.xlsform.problems import Found
from bot.exchange.xlsform.sentences import Code
from bot.exchange.xlsform.sheets import Sheet

TRANSLATED = ("label", "hint", "constraint_message", "required_message")
MEDIA = ("image", "big-image", "audio", "video")
PREFIXES = ("bind", "control", "body", "media")  # of old forms: bind:relevant, media::image::ka
SURVEY = {
    "command": "type",
    "tag": "name",
    "value": "name",
    "caption": "label",
    "relevance": "relevant",
    "constraining_message": "constraint_message",
    "jr:constraintmsg": "constraint_message",
    "requiredmsg": "required_message",
    "jr:requiredmsg": "required_message",
    "calculate": "calculation",
    "count": "repeat_count",
    "jr:count": "repeat_count",
    "readonly": "read_only",
    "$autoname": "autoname",
    "kobo--score-choices": "score_choices",
    "kobo--rank-items": "rank_items",
} | {
    name: name
    for name in [
        "type",
        "name",
        "relevant",
        "constraint",
        "required",
        "default",
        "calculation",
        "choice_filter",
        "repeat_count",
        "parameters",
        "appearance",
        "read_only",
        "disabled",
        "guidance_hint",
        "intent",
        "trigger",
    ]
}
CHOICES = {"value": "name", "caption": "label", "name": "name", "list_name": "list_name"}
SETTINGS = {
    "title": "title",
    "form_title": "title",
    "set_form_title": "title",
    "form_id": "id",
    "id_string": "id",
    "set_form_id": "id",
    "version": "version",
    "default_language": "default_language",
    "allow_choice_duplicates": "allow_choice_duplicates",
}
TEXTS = {name: name for name in (*TRANSLATED, *MEDIA)}
UNREAD = ("guidance_hint", "trigger")
ALIKE = 0.8  # of 1: "relevent" is relevant, "state" is no label
TEXT = re.compile(rf"({'|'.join(TRANSLATED)})[^a-z]")  # label_ka, label (ka)


@dataclass(frozen=True, slots=True)
class Column:
    """`name` is empty for one that means nothing to us; `language` as written, or None."""

    place: int
    header: str
    name: str = ""
    language: str | None = None
    colons: str = ""


def columns(sheet: Sheet, names: Mapping[str, str], texts: Container[str] = ()) -> list[Column]:
    """The columns that hold anything; what stands in none is lost in none."""
    filled = {place for cells in sheet.rows.values() for place in cells}
    return [
        _column(place, header, names, texts)
        for place, header in sheet.header.items()
        if place in filled
    ]


def present(sheet: Sheet, names: Mapping[str, str]) -> set[str]:
    """What the header names, whether anything stands below it or not."""
    return {_column(0, header, {**names, **TEXTS}, TEXTS).name for header in sheet.header.values()}


def survey(sheet: Sheet, found: Found) -> list[Column]:
    """Of the survey sheet, with notes on what a chat does not use."""
    listed = columns(sheet, SURVEY | TEXTS, TEXTS)
    _note_unread(sheet, listed, found)
    _note_misspelt(sheet, listed, {*SURVEY.values(), *TEXTS}, found)
    return list(_single(sheet, listed, found))


def choices(sheet: Sheet, found: Found) -> list[Column]:
    """Of the choices sheet."""
    listed = columns(sheet, CHOICES | TEXTS, TEXTS)
    _note_unread(sheet, listed, found)
    _note_misspelt(sheet, listed, {*CHOICES.values(), *TEXTS}, found)
    return list(_single(sheet, listed, found))


def _column(place: int, header: str, names: Mapping[str, str], texts: Container[str]) -> Column:
    colons = "::" if "::" in header else ":" if ":" in header else ""
    parts = _parts(header, colons)
    if len(parts) > 1 and parts[0].lower() in PREFIXES:
        parts = parts[1:]
    name = names.get(snake(parts[0]), "")
    if len(parts) == 1 or not parts[1]:
        return Column(place, header, name)
    if name not in texts or len(parts) > 2:
        return Column(place, header)
    return Column(place, header, name, parts[1], colons)


def _parts(header: str, colons: str) -> list[str]:
    """`bind:jr:constraintMsg` has two."""
    if not colons:
        return [header]
    parts = [part.strip() for part in header.split(colons)]
    if colons == ":" and "jr" in parts[:-1]:
        place = parts.index("jr")
        parts[place : place + 2] = [f"jr:{parts[place + 1]}"]
    return parts


def snake(header: str) -> str:
    """`List Name` is list_name."""
    return "_".join(header.split()).lower()


def _note_unread(sheet: Sheet, listed: list[Column], found: Found) -> None:
    for column in listed:
        if column.name in MEDIA:
            found.note(Code.MEDIA, sheet.place(column=column.header))
        elif column.name in UNREAD:
            found.note(Code.UNREAD_COLUMN, sheet.place(column=column.header))


def _note_misspelt(
    sheet: Sheet, listed: list[Column], known: Collection[str], found: Found
) -> None:
    """Columns that are not read but look as if they should be."""
    for header in (c.header for c in listed if not c.name and ":" not in c.header):
        text = TEXT.match(snake(header))
        for wanted in [text[1]] if text else get_close_matches(snake(header), known, 1, ALIKE):
            where = sheet.place(column=header)
            found.note(Code.MISSPELT_COLUMN, where, header=header, wanted=wanted)


def _single(sheet: Sheet, listed: list[Column], found: Found) -> Iterator[Column]:
    """Each meaning once; a second column of the same one is a problem."""
    seen: dict[tuple[str, str | None], str] = {}
    for column in listed:
        meaning = column.name, column.language
        if column.name and column.name not in (*MEDIA, *UNREAD) and meaning in seen:
            where = sheet.place(column=column.header)
            found.problem(Code.DOUBLE_COLUMN, where, header=column.header, other=seen[meaning])
            continue
        seen[meaning] = column.header
        yield column
