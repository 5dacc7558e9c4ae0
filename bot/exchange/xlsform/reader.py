"""From the bytes of a file to a form: the steps, in order."""

import warnings
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath

from bot.civic.survey.form import Form
from bot.civic.survey.written import Written
from bot.exchange.xlsform import beside, checks, columns
from bot.exchange.xlsform.bundle import Bundle, unpacked
from bot.exchange.xlsform.fates import WELL, decide
from bot.exchange.xlsform.formulas import mark_lost, tell_broken
from bot.exchange.xlsform.guard import Format, recognised
from bot.exchange.xlsform.headers import Headers
from bot.exchange.xlsform.items import Maker
from bot.exchange.xlsform.kobo import spread
from bot.exchange.xlsform.languages import code_of
from bot.exchange.xlsform.lines import EXPRESSIONS, Line, is_yes, nested
from bot.exchange.xlsform.lines import Reader as Rows
from bot.exchange.xlsform.lists import Offered
from bot.exchange.xlsform.names import follow, make_unique, walked
from bot.exchange.xlsform.options import Reader as Choices
from bot.exchange.xlsform.problems import BadForm, Found, Repair
from bot.exchange.xlsform.reading import Fate, Reading
from bot.exchange.xlsform.sentences import Code
from bot.exchange.xlsform.sheets import Book, Sheet
from bot.exchange.xlsform.tongues import Table, Tongues, tongues
from bot.exchange.xlsform.workbooks import opened

MOST_DEPTH = 20  # groups in groups; real forms have four


def examine(
    data: bytes,
    name: str,
    repairs: Collection[Repair] = (),
    answers: Mapping[str, str] | None = None,
) -> Reading:
    """Everything about a form, whether it can be used or not.  Never raises for what it holds.

    `answers` are codes of languages by the words of a column, in small letters; those of "default"
    are for columns that name none.
    """
    found = Found(frozenset(repairs))
    title = PurePath(name).stem
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about drop-down lists and print areas
            bundle = unpacked(data, name)
            title = PurePath(bundle.name).stem
            book = _opened(bundle)
        return _Steps(book, bundle.files, found, answers or {}).reading(title)
    except BadForm as bad:
        return Reading(None, title, problems=(*found.problems, *bad.problems))


def _opened(bundle: Bundle) -> Book:
    format = recognised(bundle.data, bundle.name)
    book = opened(bundle.data, format)
    if format is Format.WORKBOOK:
        mark_lost(bundle.data, book)
    return book


class _Steps:
    """What the steps hand on to one another."""

    def __init__(
        self, book: Book, files: Mapping[str, bytes], found: Found, answers: Mapping[str, str]
    ) -> None:
        self.files = files
        self.found = found
        self.answers = answers
        self.survey = book["survey"]
        self.choices = book.get("choices", Sheet("choices"))
        settings = book.get("settings", Sheet("settings"))
        self.settings = _settings(settings)
        self.set_in = settings.place(next(iter(settings.rows), 0), "default_language")

    def reading(self, title: str) -> Reading:
        survey = columns.survey(self.survey, self.found)
        choices = columns.choices(self.choices, self.found)
        for row in self.survey.above:
            self.found.note(Code.ABOVE, self.survey.place(row))
        self._needs(self.survey, columns.SURVEY, "type", "name", "label")
        if self.choices.rows:
            self._needs(self.choices, columns.CHOICES, "list_name", "name")
        sent = self._sent(survey)
        tables = [(self.survey, survey), (self.choices, choices), *sent.values()]
        for sheet, listed in tables:
            tell_broken(sheet, listed, self.found)
        tongues = self._tongues(tables)
        lines = Rows(self.survey, survey, tongues, self.found).lines()
        missing = beside.attach(lines, sent)
        spread(lines)
        follow(lines)
        top = nested(lines, self.found, MOST_DEPTH)
        make_unique(top, self.found)
        decide(top, self.found)
        offered = self._offered(lines, choices, sent, tongues)
        items = Maker(tongues, offered, self.found).items(top)
        title = self.settings.get("title") or title
        form = Form({tongues.languages[0]: title}, tongues.languages, items, offered.used)
        told = self._told(form, list(walked(top)), Headers(tables, tongues))
        return replace(told, missing=missing)

    def _sent(self, survey: list[columns.Column]) -> dict[beside.Source, Table]:
        """The tables of choices that came with the workbook."""
        sheets = beside.tables(beside.sources(self.survey, survey), self.files)
        for sheet in sheets.values():
            self._needs(sheet, columns.CHOICES, "name", "label")
        return {
            source: (sheet, columns.choices(sheet, self.found)) for source, sheet in sheets.items()
        }

    def _offered(
        self,
        lines: list[Line],
        listed: list[columns.Column],
        sent: Mapping[beside.Source, Table],
        tongues: Tongues,
    ) -> Offered:
        doubles = is_yes(self.settings.get("allow_choice_duplicates", ""))
        filters = "\n".join(line.cells.get("choice_filter", "") for line in lines)
        lists = Choices(self.choices, listed, tongues, self.found, doubles, filters).lists()
        for source, table in sent.items():
            lists |= Choices(*table, tongues, self.found, True, filters, source.list).lists()
        written = "\n".join(line.cells.get(name, "") for line in lines for name in EXPRESSIONS)
        return Offered(lists, tongues, self.found, written.__contains__)

    def _told(self, form: Form, lines: list[Line], headers: Headers) -> Reading:
        fates = tuple(_fates(lines))
        if not any(fate.asked for fate in fates) and not self.found.problems:
            self.found.problem(Code.NO_QUESTIONS, self.survey.place())
        if not self.found.problems:
            form = checks.check(form, self.found)
        return Reading(
            None if self.found.problems else Written.of(form),
            form.title[form.languages[0]],
            form.languages,
            self.settings.get("id", ""),
            self.settings.get("version", ""),
            fates,
            headers.told(self.found.problems),
            headers.told(self.found.repaired),
            headers.told(self.found.notes),
        )

    def _needs(self, sheet: Sheet, known: Mapping[str, str], *names: str) -> None:
        """Without these columns there is nothing more to say."""
        there = columns.present(sheet, known)
        lacking = [name for name in names if name not in there]
        for name in lacking:
            self.found.problem(Code.NO_COLUMN, sheet.place(column=name), name=name)
        if lacking:
            raise BadForm([])

    def _tongues(self, tables: list[Table]) -> Tongues:
        default = self.settings.get("default_language", "")
        if default and not code_of(default, self.answers):
            self.found.problem(Code.LANGUAGE, self.set_in, language=default, name="label")
        return tongues(tables, default, self.answers, self.found)


def _settings(sheet: Sheet) -> dict[str, str]:
    """The first row that says anything."""
    cells = next(iter(sheet.rows.values()), {})
    known = columns.columns(sheet, columns.SETTINGS, ("title",))
    return {c.name: cells[c.place] for c in known if c.name and c.place in cells}


def _fates(lines: list[Line]) -> Iterator[Fate]:
    for line in lines:
        wants = line.type.wants and line.reason not in WELL
        said, kind = line.type.said, "" if line.type.reason else line.type.kind.value
        yield Fate(line.row, line.name, said, kind, wants, line.asked, line.reason)
