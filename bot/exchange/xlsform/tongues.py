"""In which languages the texts of a form are.

pyxform loses texts without a word where plain, `:` and `::` columns of one text stand together, so
such sheets are refused here, unless the setting default_language says what the plain ones mean.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.exchange.xlsform.columns import TRANSLATED, Column
from bot.exchange.xlsform.languages import code_of, guess
from bot.exchange.xlsform.problems import Found, Repair
from bot.exchange.xlsform.sentences import Code
from bot.exchange.xlsform.sheets import Sheet

EXAMPLES = ("ka", "en", "ru")
LANGUAGE = "LANGUAGE"
PLAIN = "default"  # pyxform's own word for the language of columns that name none

Table = tuple[Sheet, list[Column]]


@dataclass(frozen=True, slots=True)
class Tongues:
    """The code of each text column, by its sheet and place; the first language is in every text."""

    codes: Mapping[tuple[str, int], str]
    languages: tuple[str, ...]

    def told(self, sheet: str, columns: Iterable[Column], cells: Mapping[int, str]) -> "Texts":
        """The texts of a row by the column's name and language."""
        texts: Texts = {}
        for column in columns:
            code = self.codes.get((sheet, column.place))
            if code and (text := cells.get(column.place)):
                texts.setdefault(column.name, {}).setdefault(code, text)
        return texts


Texts = dict[str, dict[str, str]]


def tongues(tables: list[Table], default: str, answers: Mapping[str, str], found: Found) -> Tongues:
    """Which column is in which language; `default` is the setting default_language."""
    reader = _Reader(tables, code_of(default, answers) if default else None, answers, found)
    codes = dict(reader.codes())
    used = dict.fromkeys(codes.values())
    first = reader.first if reader.first in used else next(iter(used), reader.first)
    return Tongues(codes, tuple(dict.fromkeys((first, *used))))


class _Reader:
    def __init__(
        self, tables: list[Table], default: str | None, answers: Mapping[str, str], found: Found
    ) -> None:
        self.tables, self.answers, self.found = tables, answers, found
        self.default = default
        texts = [c for _, columns in tables for c in columns if c.name in TRANSLATED]
        named = [code for c in texts if c.language and (code := code_of(c.language, answers))]
        self.answered = answers.get(PLAIN)
        self.plain = self.answered or default or self._guessed()
        # Without a sibling in a language, a plain text is the one that everybody reads.
        self.first = default or (named[0] if named else self.plain)
        if not named and not default and not self.answered and texts:
            where = tables[0][0].place(column=texts[0].header)
            found.note(Code.PLAIN_LANGUAGE, where, language=self.plain)

    def codes(self) -> Iterator[tuple[tuple[str, int], str]]:
        for sheet, columns in self.tables:
            double = any("::" in header for header in sheet.header.values())
            for name in TRANSLATED:
                siblings = [column for column in columns if column.name == name]
                seen: dict[str, str] = {}
                for column in siblings:
                    code = self._code(sheet, column, siblings)
                    if column.colons == ":" and double:
                        self._single(sheet, column)
                    if code and code in seen:
                        self._double(sheet, column, seen[code])
                    elif code:
                        seen[code] = column.header
                        yield (sheet.name, column.place), code

    def _code(self, sheet: Sheet, column: Column, siblings: list[Column]) -> str | None:
        if column.language is None:
            return self._plain(sheet, column, siblings)
        if code := code_of(column.language, self.answers):
            return code
        where = sheet.place(column=column.header)
        self.found.problem(Code.LANGUAGE, where, language=column.language, name=column.name)
        return None

    def _plain(self, sheet: Sheet, column: Column, siblings: list[Column]) -> str | None:
        others = [other for other in siblings if other.language is not None]
        if not others:
            return self.answered or self.first
        taken = {code_of(other.language or "", self.answers) for other in others}
        free = self.plain not in taken
        if free and (self.answered or (self.default and column.place < others[0].place)):
            return self.plain
        wanted = next((code for code in (self.plain, *EXAMPLES) if code not in taken), LANGUAGE)
        mended = self.found.problem(
            Code.MIXED,
            sheet.place(column=column.header),
            Repair.COLUMNS if free else None,
            header=column.header,
            others=", ".join(other.header for other in others),
            name=column.name,
            wanted=wanted,
        )
        return self.plain if mended else None

    def _double(self, sheet: Sheet, column: Column, other: str) -> None:
        where = sheet.place(column=column.header)
        self.found.problem(Code.DOUBLE_COLUMN, where, header=column.header, other=other)

    def _single(self, sheet: Sheet, column: Column) -> None:
        where = sheet.place(column=column.header)
        wanted = f"{column.name}::{column.language}"
        self.found.problem(Code.COLON, where, Repair.COLUMNS, header=column.header, wanted=wanted)

    def _guessed(self) -> str:
        """The language of all plain texts, by their letters."""
        return guess(
            "".join(
                cells.get(column.place, "")
                for sheet, columns in self.tables
                for column in columns
                if column.name in TRANSLATED and column.language is None
                for cells in sheet.rows.values()
            )
        )
