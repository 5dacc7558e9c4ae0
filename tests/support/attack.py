"""What can be worked out of all that is published of a survey by whoever takes it together.

Every number has a name: ("cell", trait, group, option), ("group", trait, group) of those who
answered the leading question, ("all", trait, group) of everybody, ("left", trait, group) of those
who left that question out, ("total", option), and ("spoken", settlement, language).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bot.civic.findings import Breakdown, Counts, Sheet
from bot.civic.survey.sheets import NOWHERE, OTHER
from bot.civic.survey.sheets import Sheet as Row

Name = tuple[str, ...]
Equation = Mapping[Name, int]
"""How often each number is taken; together they are 0, with `SPARE` at least 0."""

ONE: Name = ()  # stands for 1
SPARE: Name = ("spare",)
TRIES = 5_000
DEPTH = 30


def counted(names: Iterable[str], sheets: Iterable[Sheet], breakdown: Breakdown) -> Counts:
    """Some sheets, counted."""
    counts = Counts([*names], breakdown)
    counts.add([*sheets])
    return counts


def truth(sheets: Sequence[Sheet], breakdown: Breakdown) -> Counter[Name]:
    """Every number as it is."""
    found: Counter[Name] = Counter()
    for sheet in sheets:
        said = sheet.values.get(breakdown.lead)
        found["spoken", sheet.groups["settlement"], sheet.groups["language"]] += 1
        for option in chosen(said):
            found["total", option] += 1
        for trait in breakdown.traits:
            group = sheet.groups[trait]
            found["all", trait, group] += 1
            found["group" if said else "left", trait, group] += 1
            for option in chosen(said):
                found["cell", trait, group, option] += 1
    return found


def chosen(answer: Any) -> tuple[str, ...]:
    return (answer,) if isinstance(answer, str) else answer or ()


class Published:
    """The results of a survey and the rows of its export, as an attacker reads them."""

    def __init__(
        self, results: Mapping[str, Any], rows: Sequence[Row], breakdown: Breakdown
    ) -> None:
        self._results, self._rows, self._breakdown = results, rows, breakdown
        self._lead = results["questions"][breakdown.lead]
        self._options = [cell["option"] for cell in self._lead["cells"]]

    def known(self) -> dict[Name, int]:
        """Every number that stands somewhere."""
        told: dict[Name, int | None] = {
            ("total", cell["option"]): cell["people"] for cell in self._lead["cells"]
        }
        for trait, groups in self._results["by"].items():
            for group, summary in groups.items():
                told["group", trait, group] = summary["people"]
                for cell in summary["cells"]:
                    told["cell", trait, group, cell["option"]] = cell["people"]
        for trait, question in self._breakdown.own.items():
            for cell in self._results["questions"][question]["cells"]:
                told["all", trait, cell["option"]] = cell["people"]
        shown = {name: people for name, people in told.items() if people is not None}
        return shown | dict(self._export())

    def _export(self) -> Iterator[tuple[Name, int]]:
        """Whole settlements, and whole languages in them."""
        placed = [row for row in self._rows if row.settlement != OTHER]
        for place, people in Counter(row.settlement or NOWHERE for row in placed).items():
            yield ("all", "settlement", place), people
        spoken = Counter((row.settlement or NOWHERE, row.language) for row in placed)
        for (place, language), people in spoken.items():
            if language:
                yield ("spoken", place, language), people

    def equations(self, real: Mapping[Name, int], picks: tuple[int, int]) -> Iterator[Equation]:
        """What everybody knows of the numbers.  One person chose `picks` options at least, most."""
        people, answered = len(self._rows), self._lead["people"]
        for trait in self._breakdown.traits:
            groups = [name[2] for name in real if name[:2] == ("all", trait)]
            yield _sum([("group", trait, group) for group in groups], {ONE: -answered})
            yield _sum([("all", trait, group) for group in groups], {ONE: -people})
            for group in groups:
                parts: list[Name] = [("group", trait, group), ("left", trait, group)]
                yield _sum(parts, {("all", trait, group): -1})
                yield from self._row(trait, group, picks)
            for option in self._options:
                cells: list[Name] = [("cell", trait, group, option) for group in groups]
                yield _sum(cells, {("total", option): -1})
        for trait, question in self._breakdown.own.items():
            if (said := self._results["questions"][question]["people"]) is not None:
                yield {("all", trait, ""): 1, ONE: said - people}
        yield from self._spoken(real)
        yield from self._others(real)

    def _row(self, trait: str, group: str, picks: tuple[int, int]) -> Iterator[Equation]:
        cells: list[Name] = [("cell", trait, group, option) for option in self._options]
        size: Name = ("group", trait, group)
        if picks == (1, 1):
            yield _sum(cells, {size: -1})
            return
        yield {size: picks[1], **_sum(cells, {SPARE: 0}, -1)}
        yield _sum(cells, {SPARE: 0, size: -picks[0]})
        for cell in cells:
            yield {size: 1, cell: -1, SPARE: 0}

    def _spoken(self, real: Mapping[Name, int]) -> Iterator[Equation]:
        places = [name[2] for name in real if name[:2] == ("all", "settlement")]
        languages = [name[2] for name in real if name[:2] == ("all", "language")]
        for place in places:
            inside: list[Name] = [("spoken", place, language) for language in languages]
            yield _sum(inside, {("all", "settlement", place): -1})
        for language in languages:
            inside = [("spoken", place, language) for place in places]
            yield _sum(inside, {("all", "language", language): -1})

    def _others(self, real: Mapping[Name, int]) -> Iterator[Equation]:
        """What the export tells of all those together whose settlement it does not tell."""
        shown = {row.settlement or NOWHERE for row in self._rows}
        places = [name[2] for name in real if name[:2] == ("all", "settlement")]
        hidden = [place for place in places if place not in shown]
        for language, people in self._languages_of(OTHER).items():
            yield _sum([("spoken", place, language) for place in hidden], {ONE: -people})

    def _languages_of(self, place: str) -> Counter[str]:
        """Where they are told."""
        rows = [row for row in self._rows if row.settlement == place and row.language]
        return Counter(row.language for row in rows)


def _sum(names: Iterable[Name], less: Equation, times: int = 1) -> Equation:
    return {**dict.fromkeys(names, times), **less}


class Otherwise:
    """Looks for other numbers with which all that is published stays true.

    Moves one person at a time, and then whatever equation is broken is mended by another move.
    """

    def __init__(
        self, real: Mapping[Name, int], known: Iterable[Name], rows: Iterable[Equation]
    ) -> None:
        self._rows = list(rows)
        self._people = Counter({ONE: 1, **real})
        self._fixed = {ONE, SPARE, *known}
        self._rows_of: dict[Name, list[int]] = defaultdict(list)
        self._spare: dict[int, int] = {}
        for at, row in enumerate(self._rows):
            over = sum(times * self._people[name] for name, times in row.items())
            assert over >= 0 if SPARE in row else over == 0, row
            if SPARE in row:
                self._spare[at] = over
            for name in row:
                self._rows_of[name].append(at)

    def other(self, name: Name) -> int | None:
        """Another value that this number could have; None if none was found."""
        for depth in range(2, DEPTH, 2):
            for step in (1, -1):
                self._moved: Counter[Name] = Counter()
                self._off: Counter[int] = Counter()
                self._tries = TRIES
                if self._can(name, step) and self._move(name, step, depth):
                    return self._people[name] + self._moved[name]
        return None

    def _can(self, name: Name, step: int) -> bool:
        fits = self._people[name] + self._moved[name] + step >= 0
        return fits and name not in self._fixed and self._moved[name] * step >= 0

    def _move(self, name: Name, step: int, depth: int) -> bool:
        self._tries -= 1
        self._shift(name, step)
        if self._mended(depth):
            return True
        self._shift(name, -step)
        return False

    def _shift(self, name: Name, step: int) -> None:
        self._moved[name] += step
        for at in self._rows_of[name]:
            self._off[at] += step * self._rows[at][name]

    def _mended(self, depth: int) -> bool:
        broken = [at for at in self._off if self._broken(at)]
        if not broken:
            return True
        if len(broken) > depth or self._tries < 0:
            return False
        # The one with the fewest ways to mend it is mended first.
        ways = min((list(self._ways(at)) for at in broken), key=len)
        return any(self._move(name, step, depth - 1) for name, step in ways)

    def _broken(self, at: int) -> int:
        """How much too large it is."""
        if at in self._spare:
            return min(0, self._spare[at] + self._off[at])
        return self._off[at]

    def _ways(self, at: int) -> Iterator[tuple[Name, int]]:
        for name, times in self._rows[at].items():
            step = -1 if self._broken(at) * times > 0 else 1
            if times and self._can(name, step):
                yield name, step
