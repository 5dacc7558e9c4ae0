"""The form of a `.pb` file: lines, sections, tables.  Lenient, but never silent about content."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import shorten

RENAMED = {"target": "beneficiaries"}  # the format's own renaming of April 2026

Row = tuple[int, list[str]]
"""A line's number and its cells, stripped."""


class BadFile(ValueError):
    """The file cannot be read; one sentence, with the line where there is one."""

    def __init__(self, line: int, problem: str) -> None:
        # What the file holds may be quoted: no line break or endless cell gets into the sentence.
        sentence = shorten(problem, 200, placeholder=" …")
        super().__init__(f"line {line}: {sentence}" if line else sentence)
        self.line = line


def rows(data: bytes) -> Iterator[Row]:
    """The lines that hold anything.  Raises BadFile."""
    text = io.TextIOWrapper(io.BytesIO(data), "utf-8-sig", newline="")
    # Strict: an open quote would otherwise swallow all ballots after it without a word.
    reader = csv.reader(text, delimiter=";", strict=True)
    try:
        for cells in reader:
            stripped = list(map(str.strip, cells))
            if any(stripped):
                yield reader.line_num, stripped
    except csv.Error as problem:
        raise BadFile(reader.line_num, f"the quotes do not match ({problem})") from problem
    except UnicodeDecodeError as problem:
        raise BadFile(_undecodable(data), "the text is not in UTF-8") from problem


def _undecodable(data: bytes) -> int:
    """The line of the first byte that is not UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError as problem:
        return data[: problem.start].count(b"\n") + 1
    return 0


def titles(row: Row, section: str) -> bool:
    """Whether nothing but the section's title stands here: a project may be called Votes."""
    cells = row[1]
    return cells[0].upper() == section and not any(cells[1:])


class Table:
    """Rows under a header; `needed` columns must be there, `used` ones at most once."""

    def __init__(self, header: Row, needed: Sequence[str], used: Sequence[str] = ()) -> None:
        self.names = [RENAMED.get(name.lower(), name.lower()) for name in header[1]]
        for name in needed:
            if name not in self.names:
                raise BadFile(header[0], f"the column {name} is missing")
        for name in (*needed, *used):
            if self.names.count(name) > 1:
                raise BadFile(header[0], f"the column {name} is there twice")
        self.width = len(self.names)
        # Of other columns of one name the first is taken.
        places = {name: place for place, name in reversed(list(enumerate(self.names))) if name}
        for name in (*needed, *used):
            places.pop(name, None)
        self.more = sorted((place, name) for name, place in places.items())
        self.shared: dict[tuple[str, ...], Mapping[str, str]] = {}

    def place(self, name: str) -> int:
        """Where a column stands; one that is not there is read from the blank that ends rows."""
        return self.names.index(name) if name in self.names else self.width

    def rows(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Rows as long as the header and a blank.  Raises BadFile for cells without a column."""
        width = self.width
        for line, cells in rows:
            if len(cells) > width and any(cells[width:]):
                raise BadFile(line, f"{len(cells)} cells under {width} columns")
            if len(cells) != width:
                cells = (cells + [""] * width)[:width]
            cells.append("")
            yield line, cells

    def others(self, cells: Sequence[str]) -> Mapping[str, str]:
        """What the other columns hold; rows with the same share it."""
        key = tuple([cells[place] for place, _ in self.more])
        if key not in self.shared:
            named = zip(self.more, key, strict=True)
            self.shared[key] = {name: cell for (_, name), cell in named}
        return self.shared[key]
