"""Choices that stand in a table beside the workbook (select_one_from_file towns.csv)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.civic.survey.form import Kind
from bot.exchange.xlsform import columns
from bot.exchange.xlsform.items import PARAMETER
from bot.exchange.xlsform.lines import Line
from bot.exchange.xlsform.sheets import Sheet, book
from bot.exchange.xlsform.types import ELSEWHERE, NOT_SENT, parsed
from bot.exchange.xlsform.workbooks import rows

TABLE = ".csv"
NAME, LABEL = "name", "label"


@dataclass(frozen=True, slots=True)
class Source:
    """A table, and which of its columns are the names and the labels of choices."""

    file: str
    value: str = NAME
    label: str = LABEL

    @classmethod
    def of(cls, file: str, parameters: str) -> "Source":
        given = {name.lower(): value for name, value in PARAMETER.findall(parameters)}
        return cls(file, given.get("value", NAME), given.get("label", LABEL))

    @property
    def list(self) -> str:
        """What the form calls the list of these choices."""
        plain = (self.value, self.label) == (NAME, LABEL)
        return self.file if plain else f"{self.file}:{self.value}:{self.label}"

    @property
    def is_table(self) -> bool:
        return self.file.lower().endswith(TABLE)


def sources(sheet: Sheet, listed: list[columns.Column]) -> list[Source]:
    """Those that the survey sheet names, each once."""
    places = {column.name: column.place for column in listed if column.language is None}
    found = []
    for cells in sheet.rows.values():
        type = parsed(cells.get(places["type"], "")) if "type" in places else None
        if type and type.from_file:
            parameters = cells.get(places["parameters"], "") if "parameters" in places else ""
            found.append(Source.of(type.list, parameters))
    return list(dict.fromkeys(found))


def tables(named: Iterable[Source], files: Mapping[str, bytes]) -> dict[Source, Sheet]:
    """The tables that were sent along.  Raises BadForm."""
    sent = [source for source in named if source.is_table and source.file.lower() in files]
    raw = {source.file: rows(files[source.file.lower()]) for source in sent}
    sheets = book((file, enumerate(lines, start=1)) for file, lines in raw.items())
    return {source: _renamed(sheets[source.file], source) for source in sent}


def _renamed(sheet: Sheet, source: Source) -> Sheet:
    names = {source.value: NAME, source.label: LABEL}
    header = {place: names.get(header, header) for place, header in sheet.header.items()}
    return replace(sheet, header=header)


def attach(lines: Iterable[Line], sent: Iterable[Source]) -> tuple[str, ...]:
    """Each question gets the list of its table; the names of the tables that were not sent."""
    known = set(sent)
    missing = []
    for line in lines:
        if not line.type.from_file:
            continue
        source = Source.of(line.type.list, line.cells.get("parameters", ""))
        if source in known:
            line.type = replace(line.type, list=source.list)
            continue
        reason = NOT_SENT if source.is_table else ELSEWHERE
        line.type = replace(line.type, kind=Kind.NOTE, list="", reason=reason)
        if source.is_table:
            missing.append(source.file)
    return tuple(dict.fromkeys(missing))
