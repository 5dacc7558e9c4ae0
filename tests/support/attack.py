"""What can be worked out of a survey's published tables by whoever takes them together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from bot.civic.findings import Breakdown, Counts, Sheet

Name = tuple[str, ...]
"""A number: ("cell", trait, group, option), ("group", trait, group), ("total", option), ..."""

Equation = dict[Name, Fraction]
ONE = Fraction(1)
CONSTANT: Name = ()


def counted(names: Iterable[str], sheets: Iterable[Sheet], breakdown: Breakdown) -> Counts:
    """Some sheets, counted."""
    counts = Counts([*names], breakdown)
    for sheet in sheets:
        counts.add(sheet)
    return counts


def truth(sheets: Sequence[Sheet], lead: str, traits: Breakdown) -> Counter[Name]:
    """Every number as it is."""
    found: Counter[Name] = Counter()
    for sheet in sheets:
        for trait, question in traits.own.items():
            found["own", question, sheet.groups[trait]] += 1
            if not sheet.values.get(lead):
                found["left", question, sheet.groups[trait]] += 1
        for option in _chosen(sheet.values.get(lead)):
            found["total", option] += 1
        if sheet.values.get(lead):
            for trait in traits.traits:
                found["group", trait, sheet.groups[trait]] += 1
                for option in _chosen(sheet.values[lead]):
                    found["cell", trait, sheet.groups[trait], option] += 1
    return found


def _chosen(answer: Any) -> Iterable[str]:
    return (answer,) if isinstance(answer, str) else answer or ()


def told(results: Mapping[str, Any], lead: str, traits: Breakdown) -> dict[Name, int]:
    """Every number that is published."""
    found: dict[Name, int | None] = {
        ("total", cell["option"]): cell["people"] for cell in results["questions"][lead]["cells"]
    }
    for trait, groups in results["by"].items():
        for group, summary in groups.items():
            found["group", trait, group] = summary["people"]
            for cell in summary["cells"]:
                found["cell", trait, group, cell["option"]] = cell["people"]
    for question in traits.own.values():
        for cell in results["questions"][question]["cells"]:
            found["own", question, cell["option"]] = cell["people"]
    return {name: people for name, people in found.items() if people is not None}


def equations(
    results: Mapping[str, Any], options: Sequence[str], lead: str, traits: Breakdown
) -> Iterator[Equation]:
    """What everybody knows of the numbers; `options` are those of a question with one answer."""
    answered = results["questions"][lead]["people"]
    for trait, groups in results["by"].items():
        yield _sum([("group", trait, group) for group in groups], answered)
        every = {name[1] for name in _totals(results, lead)}
        for option in every:
            cells = [("cell", trait, group, option) for group in groups]
            yield {**_sum(cells, 0), ("total", option): -ONE}
        for group in groups if options else ():
            cells = [("cell", trait, group, option) for option in every]
            yield {**_sum(cells, 0), ("group", trait, group): -ONE}
    if options:
        yield _sum(list(_totals(results, lead)), answered)
    for trait, question in traits.own.items():
        yield from _own(results, answered, trait, question)


def _own(results: Mapping[str, Any], answered: int, trait: str, name: str) -> Iterator[Equation]:
    """A question whose options are the groups; who left it out is told, who left the lead too."""
    everybody, said = results["people"], results["questions"][name]["people"]
    if said is None:
        return
    groups = {cell["option"] for cell in results["questions"][name]["cells"]}
    yield _sum([("own", name, group) for group in groups], said)
    yield _sum([("own", name, "")], everybody - said)
    yield _sum([("left", name, group) for group in {*groups, ""}], everybody - answered)
    for group in {*groups, *results["by"][trait]}:
        inside: list[Name] = [("left", name, group)]
        if group in results["by"][trait]:
            inside.append(("group", trait, group))
        yield {**_sum(inside, 0), ("own", name, group): -ONE}


def _totals(results: Mapping[str, Any], lead: str) -> Iterator[Name]:
    for cell in results["questions"][lead]["cells"]:
        yield ("total", cell["option"])


def _sum(names: Iterable[Name], total: int) -> Equation:
    return {**dict.fromkeys(names, ONE), CONSTANT: Fraction(-total)}


def solved(known: Mapping[Name, int], rows: Iterable[Equation]) -> dict[Name, Fraction]:
    """The unknown numbers that have only one value."""
    pivots: dict[Name, Equation] = {}
    for row in rows:
        row = _reduced(_filled(row, known), pivots)
        name = next((name for name in row if name != CONSTANT), None)
        if name is None:
            continue
        row = {other: value / row[name] for other, value in row.items()}
        for old in pivots.values():
            _take(old, row, old.get(name, Fraction(0)))
        pivots[name] = row
    return {
        name: -row.get(CONSTANT, Fraction(0))
        for name, row in pivots.items()
        if row.keys() <= {name, CONSTANT}
    }


def _filled(row: Equation, known: Mapping[Name, int]) -> Equation:
    filled: Equation = {CONSTANT: row.get(CONSTANT, Fraction(0))}
    for name, factor in row.items():
        if name in known:
            filled[CONSTANT] += factor * known[name]
        elif name != CONSTANT:
            filled[name] = factor
    return filled


def _reduced(row: Equation, pivots: Mapping[Name, Equation]) -> Equation:
    for name, pivot in pivots.items():
        _take(row, pivot, row.get(name, Fraction(0)))
    return row


def _take(row: Equation, other: Equation, times: Fraction) -> None:
    for name, value in other.items() if times else ():
        row[name] = row.get(name, Fraction(0)) - times * value
        if not row[name]:
            del row[name]
