"""Elections as `.pb` files: read leniently, written strictly (pabulib.org/format).

What decides the count is understood or refused with its line; the rest is mended with a note.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import NamedTuple

from bot.civic.amounts import Amount, decimal, exact
from bot.civic.ballots import APPROVING, Kind, Marks, marks
from bot.exchange.pabulib_rows import BadFile as BadFile
from bot.exchange.pabulib_rows import Row, Table, rows, titles

SENTINEL = 999_999_999  # the cost of a project admitted to the ballot and withdrawn later
NUMBERS = ("budget", "min_project_score_threshold", "max_length")
DECISIVE = (*NUMBERS, "vote_type", "rule", "default_score")
EXPONENT = re.compile(r"[0-9](\.[0-9]{1,20})?[eE]\+?[0-9]{1,2}")
NOTHING = ("", "none", "nan", "null", "-")  # what tables write into a cell that has no value


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of PROJECTS; `more` holds its other columns."""

    id: str
    cost: Amount
    more: Mapping[str, str] = field(default_factory=dict)


class Vote(NamedTuple):
    """A row of VOTES; `more` holds its other columns.  Light: there may be a million of them."""

    voter: str
    picks: tuple[str, ...]
    points: tuple[Amount, ...] = ()
    more: Mapping[str, str] = {}


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


def read(data: bytes) -> Election:
    """The election in the bytes of a `.pb` file.  Raises BadFile."""
    reading = Reading(data)
    votes = tuple(reading.votes())
    return replace(reading.head, votes=votes, notes=tuple(reading.notes))


class Reading:
    """A file read in one pass: its `head`, which is everything but the votes, then vote by vote.

    `notes` are complete when the votes have been read, which is once.  Raises BadFile.
    """

    def __init__(self, data: bytes) -> None:
        self.rows = rows(data)
        self.notes: list[str] = []
        for first in self.rows:
            if titles(first, "META"):
                break
            raise BadFile(first[0], "a .pb file begins with META")
        meta = _meta(self._section("META", "PROJECTS"), self.notes)
        self.head = Election(meta, tuple(_projects(self._section("PROJECTS", "VOTES"))), ())
        self.known = {project.id for project in self.head.projects}

    def votes(self) -> Iterator[Vote]:
        table = self._table()
        voter, vote, points = map(table.place, ("voter_id", "vote", "points"))
        for line, cells in self._checked(table):
            if picks := self._picks(line, cells[vote]):
                worths = self._points(line, picks, cells[points])
                kept, worths = self._once(line, picks, worths)
                yield Vote(cells[voter], kept, worths, table.others(cells))

    def ballots(self) -> Iterator[Marks]:
        """Only what is counted: a million of them are read in seconds and share what they hold."""
        head, table = self.head, self._table()
        vote, points = map(table.place, ("vote", "points"))
        approved = {p.id: (p.id, 1) for p in head.projects} if head.kind in APPROVING else {}
        for line, cells in self._checked(table):
            named = sorted(cells[vote].split(","))
            try:
                ballot: Marks = tuple(map(approved.__getitem__, named))
            except KeyError:  # with points, untidy, or unknown
                ballot = ()
            if ballot and len(set(named)) == len(named):
                yield ballot
            elif picks := self._picks(line, cells[vote]):
                worths = self._points(line, picks, cells[points])
                yield marks(head.kind, *self._once(line, picks, worths), head.longest)

    def _section(self, title: str, following: str) -> list[Row]:
        found = []
        for row in self.rows:
            if titles(row, following):
                break
            found.append(row)
        if not found:
            raise BadFile(0, f"the section {title} is missing or empty")
        return found

    def _table(self) -> Table:
        for header in self.rows:
            return Table(header, ("voter_id", "vote"), ("points",))
        raise BadFile(0, "the section VOTES is missing or empty")

    def _checked(self, table: Table) -> Iterator[Row]:
        """The rows of all votes; voters and numbers that are not as told are noted."""
        voters: set[str] = set()
        number, again, place = 0, 0, table.place("voter_id")
        for row in table.rows(self.rows):
            number += 1
            voters.add(row[1][place])
            if len(voters) + again < number:
                again += 1
                self._note(row[0], f"voter {row[1][place]} appears again; both ballots count")
            yield row
        for key, there in (("num_projects", len(self.head.projects)), ("num_votes", number)):
            if self.head.meta.get(key) not in (None, "", str(there)):
                self.notes.append(f"{key} says {self.head.meta[key]}, the file holds {there}")

    def _picks(self, line: int, cell: str) -> tuple[str, ...]:
        picks = _list(cell)
        if not picks or (cell.lower() in NOTHING and cell not in self.known):
            self._note(line, "the ballot is empty and left out")
            return ()
        for pick in picks:
            if pick not in self.known:
                raise BadFile(line, f"project {pick} is not listed under PROJECTS")
        return picks

    def _points(self, line: int, picks: Sequence[str], cell: str) -> tuple[Amount, ...]:
        kind = self.head.kind
        if kind in APPROVING or (kind is Kind.ORDINAL and not cell):
            return ()
        points = tuple(_amount(line, "points", item) for item in _list(cell))
        if len(points) != len(picks):
            raise BadFile(line, f"{len(picks)} projects, but {len(points)} points")
        return points

    def _once(
        self, line: int, picks: tuple[str, ...], points: tuple[Amount, ...]
    ) -> tuple[tuple[str, ...], tuple[Amount, ...]]:
        if len(set(picks)) == len(picks):
            return picks, points
        self._note(line, "a project is named twice on one ballot and counts once")
        first = [place for place, pick in enumerate(picks) if picks.index(pick) == place]
        return tuple(picks[at] for at in first), tuple(points[at] for at in first if points)

    def _note(self, line: int, sentence: str) -> None:
        self.notes.append(f"line {line}: {sentence}")


def _meta(rows: Sequence[Row], notes: list[str]) -> dict[str, str]:
    meta: dict[str, str] = {}
    for line, cells in rows:
        key, value = cells[0].lower(), cells[1] if len(cells) > 1 else ""
        if key in NUMBERS and value.lower() in NOTHING:
            value = ""
        elif key in NUMBERS:
            value = decimal(_amount(line, key, value))
        if meta.setdefault(key, value) != value:
            if key in DECISIVE:
                raise BadFile(line, f"{key} is given twice")
            notes.append(f"line {line}: {key} is given twice; the first one holds")
        _check_meta(line, key, value)
    meta.pop("key", None)
    for key in ("budget", "vote_type"):
        if key not in meta:
            raise BadFile(rows[-1][0], f"META has no {key}")
    return meta | {"vote_type": meta["vote_type"].lower()}


def _check_meta(line: int, key: str, value: str) -> None:
    if key == "budget" and not value:
        raise BadFile(line, "the budget is not told")
    if key == "vote_type" and value.lower() not in list(Kind):
        raise BadFile(line, f"{value!r} is no vote_type; known are {', '.join(Kind)}")
    if key == "default_score" and value.lower() not in (*NOTHING, "0", "0.0"):
        raise BadFile(line, "points for projects that a ballot does not name are not counted here")


def _projects(rows: Sequence[Row]) -> Iterator[Entry]:
    lines: dict[str, int] = {}
    table = Table(rows[0], ("project_id", "cost"))
    for line, cells in table.rows(rows[1:]):
        project = cells[table.place("project_id")]
        if project in lines:
            raise BadFile(line, f"project {project} stands already in line {lines[project]}")
        lines[project] = line
        cost = _amount(line, "cost", cells[table.place("cost")])
        yield Entry(project, cost, table.others(cells))


def _amount(line: int, what: str, text: str) -> Amount:
    """A number as spreadsheets and statistics write it: 60000, 60 000.50, 6e+04."""
    try:
        plain = "".join(text.split())
        amount = exact(Fraction(plain)) if EXPONENT.fullmatch(plain) else exact(plain)
    except ValueError:
        raise BadFile(line, f"{what} is not a number: {text!r}") from None
    if amount < 0 and what != "points":
        raise BadFile(line, f"{what} is negative: {text}")
    return amount


def _list(cell: str) -> tuple[str, ...]:
    return tuple([item for item in map(str.strip, cell.split(",")) if item])
