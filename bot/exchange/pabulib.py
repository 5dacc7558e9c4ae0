"""Elections as `.pb` files: read leniently, written strictly (pabulib.org/format)."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import shorten

from bot.civic.amounts import Amount, exact
from bot.civic.ballots import Kind

SENTINEL = 999_999_999  # the cost of a project admitted to the ballot and withdrawn later
SECTIONS = ("META", "PROJECTS", "VOTES")
NUMBERS = ("budget", "min_project_score_threshold", "max_length")
RENAMED = {"target": "beneficiaries"}  # the format's own renaming of April 2026


class BadFile(ValueError):
    """The file cannot be read; one sentence, with the line where there is one."""

    def __init__(self, line: int, problem: str) -> None:
        # What the file holds may be quoted: no line break or endless cell gets into the sentence.
        sentence = shorten(problem, 200, placeholder=" …")
        super().__init__(f"line {line}: {sentence}" if line else sentence)
        self.line = line


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of PROJECTS; `more` holds its other columns."""

    id: str
    cost: Amount
    more: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vote:
    """A row of VOTES; `more` holds its other columns."""

    voter: str
    picks: tuple[str, ...]
    points: tuple[Amount, ...] = ()
    more: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Election:
    """A file's content.  `notes` tell what a lenient reader mended, one sentence each."""

    meta: Mapping[str, str]
    projects: tuple[Entry, ...]
    votes: tuple[Vote, ...]
    notes: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        return Kind(self.meta["vote_type"])

    @property
    def budget(self) -> Amount:
        return exact(self.meta["budget"])

    @property
    def minimum(self) -> Amount:
        """The least result of an eligible project, 0 where the file sets none."""
        return exact(self.meta.get("min_project_score_threshold") or "0")

    @property
    def longest(self) -> int:
        """How many projects a ballot may name, 0 where the file does not say."""
        return int(exact(self.meta.get("max_length") or "0"))


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: list[str]

    def titles(self, section: str) -> bool:
        """Whether nothing but the section's title stands here: a project may be called Votes."""
        return self.cells[0].upper() == section and not any(self.cells[1:])


def read(data: bytes) -> Election:
    """The election in the bytes of a `.pb` file.  Raises BadFile."""
    meta_rows, project_rows, vote_rows = _sections(_rows(_text(data)))
    meta = _meta(meta_rows)
    projects = tuple(_projects(project_rows))
    notes: list[str] = []
    ids = {project.id for project in projects}
    votes = tuple(_votes(vote_rows, Kind(meta["vote_type"]), ids, notes))
    for key, number in (("num_projects", len(projects)), ("num_votes", len(vote_rows) - 1)):
        if meta.get(key, str(number)) != str(number):
            notes.append(f"{key} says {meta[key]}, the file holds {number}")
    return Election(meta, projects, votes, tuple(notes))


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        raise BadFile(line, "the text is not in UTF-8") from problem


def _rows(text: str) -> Iterator[_Row]:
    # Strict: an open quote would otherwise swallow all ballots after it without a word.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield _Row(reader.line_num, stripped)
    except csv.Error as problem:
        raise BadFile(reader.line_num, f"the quotes do not match ({problem})") from problem


def _sections(rows: Iterable[_Row]) -> list[list[_Row]]:
    found: list[list[_Row]] = []
    for row in rows:
        if len(found) < len(SECTIONS) and row.titles(SECTIONS[len(found)]):
            found.append([])
        elif not found:
            raise BadFile(row.line, "a .pb file begins with META")
        else:
            found[-1].append(row)
    for section, content in zip(SECTIONS, [*found, [], [], []], strict=False):
        if not content:
            raise BadFile(0, f"the section {section} is missing or empty")
    return found


def _meta(rows: Sequence[_Row]) -> dict[str, str]:
    meta: dict[str, str] = {}
    for row in rows:
        key, *rest = row.cells
        if key in meta:
            raise BadFile(row.line, f"{key} is given twice")
        meta[key] = rest[0] if rest else ""
        _check_meta(row.line, key, meta[key])
    meta.pop("key", None)
    for key in ("budget", "vote_type"):
        if key not in meta:
            raise BadFile(rows[-1].line, f"META has no {key}")
    return meta


def _check_meta(line: int, key: str, value: str) -> None:
    if key in NUMBERS and (value or key == "budget"):
        _amount(line, key, value)
    if key == "vote_type" and value not in list(Kind):
        raise BadFile(line, f"{value!r} is no vote_type; known are {', '.join(Kind)}")
    if key == "default_score" and value not in ("", "0"):
        raise BadFile(line, "points for projects that a ballot does not name are not counted here")


def _projects(rows: Sequence[_Row]) -> Iterator[Entry]:
    lines: dict[str, int] = {}
    for line, cells in _table(rows, ("project_id", "cost")):
        project = cells.pop("project_id")
        if project in lines:
            raise BadFile(line, f"project {project} stands already in line {lines[project]}")
        lines[project] = line
        yield Entry(project, _amount(line, "cost", cells.pop("cost")), cells)


def _votes(
    rows: Sequence[_Row], kind: Kind, projects: set[str], notes: list[str]
) -> Iterator[Vote]:
    voters: set[str] = set()
    for line, cells in _table(rows, ("voter_id", "vote")):
        voter = cells.pop("voter_id")
        if voter in voters:
            notes.append(f"line {line}: voter {voter} appears again; both ballots count")
        voters.add(voter)
        picks = _list(cells.pop("vote"))
        if not picks:
            notes.append(f"line {line}: the ballot is empty and left out")
            continue
        _check_known(line, picks, projects)
        points = _points(line, kind, picks, cells.pop("points", ""))
        if len(set(picks)) < len(picks):
            notes.append(f"line {line}: a project is named twice on one ballot and counts once")
            picks, points = _once(picks, points)
        yield Vote(voter, picks, points, cells)


def _check_known(line: int, picks: Iterable[str], projects: set[str]) -> None:
    for pick in picks:
        if pick not in projects:
            raise BadFile(line, f"project {pick} is not listed under PROJECTS")


def _points(line: int, kind: Kind, picks: Sequence[str], cell: str) -> tuple[Amount, ...]:
    if kind in (Kind.APPROVAL, Kind.CHOOSE_ONE) or (kind is Kind.ORDINAL and not cell):
        return ()
    points = tuple(_amount(line, "points", item) for item in _list(cell))
    if len(points) != len(picks):
        raise BadFile(line, f"{len(picks)} projects, but {len(points)} points")
    return points


def _once(
    picks: Sequence[str], points: Sequence[Amount]
) -> tuple[tuple[str, ...], tuple[Amount, ...]]:
    first = sorted({pick: picks.index(pick) for pick in picks}.values())
    return tuple(picks[place] for place in first), tuple(points[place] for place in first if points)


def _table(rows: Sequence[_Row], needed: Iterable[str]) -> Iterator[tuple[int, dict[str, str]]]:
    header = [RENAMED.get(name.lower(), name.lower()) for name in rows[0].cells]
    for name in needed:
        if name not in header:
            raise BadFile(rows[0].line, f"the column {name} is missing")
    for name in header:
        if name and header.count(name) > 1:
            raise BadFile(rows[0].line, f"the column {name} is there twice")
    for row in rows[1:]:
        if any(row.cells[len(header) :]):
            raise BadFile(row.line, f"{len(row.cells)} cells under {len(header)} columns")
        cells = [*row.cells, *[""] * (len(header) - len(row.cells))]
        yield row.line, {name: cell for name, cell in zip(header, cells, strict=False) if name}


def _amount(line: int, what: str, text: str) -> Amount:
    try:
        amount = exact(text)
    except ValueError:
        raise BadFile(line, f"{what} is not a number: {text!r}") from None
    if amount < 0 and what != "points":
        raise BadFile(line, f"{what} is negative: {text}")
    return amount


def _list(cell: str) -> tuple[str, ...]:
    return tuple(item for item in map(str.strip, cell.split(",")) if item)
