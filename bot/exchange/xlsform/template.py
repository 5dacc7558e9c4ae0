"""A workbook to begin a survey with: an example of each type, and a page of help."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter

from bot.exchange.xlsform.languages import NAMES
from bot.exchange.xlsform.template_texts import CHOICES, HELP, MESSAGES, ROWS, TITLE

LANGUAGES = ("ka", "en", "az", "hy", "ru")
COLUMNS = (
    "relevant",
    "required",
    "constraint",
    "default",
    "calculation",
    "choice_filter",
    "repeat_count",
    "parameters",
)
TEXT, HELP_TEXT = 40, 70  # widths of columns, in letters


class UnknownLanguage(ValueError):
    """A code that stands for no language."""


def heading(code: str) -> str:
    """`Georgian (ka)`.  Raises UnknownLanguage."""
    for name, known in NAMES.items():
        if known == code:
            return f"{name.capitalize()} ({code})"
    raise UnknownLanguage(code)


def make(codes: Sequence[str] = LANGUAGES) -> bytes:
    """The workbook, with columns for these languages.  Raises UnknownLanguage."""
    headings = {code: heading(code) for code in dict.fromkeys(codes or LANGUAGES)}
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": "XLSForm"})
        _write(book, "survey", _survey(headings), TEXT)
        _write(book, "choices", _choices(headings), TEXT)
        main = next(iter(headings))
        settings = [["form_title", "default_language"], [_in(TITLE, main, main), headings[main]]]
        _write(book, "settings", settings, TEXT)
        _write(book, "help", [["ქართულად", "English"], *HELP], HELP_TEXT)
    return file.getvalue()


def _survey(headings: Mapping[str, str]) -> list[list[str]]:
    texts = ("label", "hint", "constraint_message")
    header = ["type", "name", *(f"{t}::{h}" for t in texts for h in headings.values()), *COLUMNS]
    return [header, *(_row(row, headings) for row in ROWS)]


def _row(row: Mapping[str, Any], headings: Mapping[str, str]) -> list[str]:
    """The texts of a row; a language that we have no words in stays blank for the author."""
    main = next(iter(headings))
    messages = MESSAGES.get(row["name"], {})
    texts = (row.get("label", {}), row.get("hint", {}), messages)
    cells = [_in(text, code, main) for text in texts for code in headings]
    return [row["type"], row["name"], *cells, *(row.get(name, "") for name in COLUMNS)]


def _choices(headings: Mapping[str, str]) -> list[list[str]]:
    header = ["list_name", "name", *(f"label::{h}" for h in headings.values()), "part"]
    main = next(iter(headings))
    rows = [
        [list, name, *(_in(label, code, main) for code in headings), part]
        for list, name, part, label in CHOICES
    ]
    return [header, *rows]


def _in(text: Mapping[str, str], code: str, main: str) -> str:
    """The main language is never blank."""
    return text.get(code) or (text.get("en", "") if code == main else "")


def _write(book: Any, name: str, rows: Sequence[Sequence[str]], width: int) -> None:
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#DDEBF7"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, max(map(len, rows)) - 1, width if name == "help" else 22)
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            if cell:
                sheet.write_string(number, place, cell, wrapped if number else bold)
