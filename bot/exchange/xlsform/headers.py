"""Problems by the columns as they stand in the sheet, and in its order."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.exchange.xlsform.problems import Problem
from bot.exchange.xlsform.sentences import Code
from bot.exchange.xlsform.tongues import Table, Tongues


class Headers:
    """What the author wrote above each column, by what it means."""

    def __init__(self, tables: Sequence[Table], tongues: Tongues) -> None:
        self.written: dict[tuple[str, str, str], str] = {}
        self.headers = {(s.name, header) for s, _ in tables for header in s.header.values()}
        self.order = {sheet.name: at for at, (sheet, _) in enumerate(tables)}
        for sheet, columns in tables:
            for column in columns:
                code = tongues.codes.get((sheet.name, column.place), "")
                self.written.setdefault((sheet.name, column.name, code), column.header)
                self.written.setdefault((sheet.name, column.name, ""), column.header)

    def told(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """The survey goes first; a missing translation is in the column of its language."""
        named = [replace(problem, column=self._header(problem)) for problem in problems]
        return tuple(sorted(named, key=lambda one: (self.order.get(one.sheet, 0), one.row)))

    def _header(self, problem: Problem) -> str:
        sheet, column = problem.sheet, problem.column
        if problem.code is Code.UNTRANSLATED:
            wanted = sheet, column, problem.details["language"]
            return self.written.get(wanted) or self.written.get((sheet, column, ""), column)
        if (sheet, column) in self.headers:
            return column
        return self.written.get((sheet, column, ""), column)
