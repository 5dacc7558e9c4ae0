"""Sheets of an anonymous survey whose form was put right: the version must tell of nobody.

Whoever corrects a form decides when.  Of a version that two people answered, what its sheets have
or lack would point at the two.  So versions are told apart only in runs of five people and more;
what was asked within a run only is left out of the sheets, and is counted in the results alone.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.civic.needs import SMALLEST
from bot.civic.survey.form import CHOOSING, HOLDING, Form, Item
from bot.civic.survey.revisions import Revision, options, questions
from bot.civic.survey.sheets import Gathered, Sheet, masked

Run = tuple[int, ...]
"""Revisions that follow one another and are told as one."""


def mixed(gathered: Gathered) -> Gathered:
    """The same, handed out with `version` as the run ("1-2"), settlements masked in all alike."""
    people = Counter(int(sheet.version) for sheet in gathered.sheets)
    found = runs(people)
    left_out = tuple(_telling(gathered.revisions, found))
    rare = dict(_rare(gathered, people))
    parts = [
        [
            replace(one, values=_values(one, left_out, rare), version=_version(run))
            for one in gathered.sheets
            if int(one.version) in run
        ]
        for run in found
    ]
    sheets = masked(gathered.form, [one for part in parts for one in part], parts)
    form = _without(gathered.form, left_out)
    return replace(gathered, form=form, sheets=tuple(sheets), left_out=left_out)


def _version(run: Run) -> str:
    return str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}"


def runs(people: Mapping[int, int]) -> list[Run]:
    """Of versions that somebody answered: each of five people and more, if there are so many."""
    found: list[Run] = [()]
    for number in sorted(people):
        if _sum(people, found[-1]) >= SMALLEST:
            found.append(())
        found[-1] = (*found[-1], number)
    if len(found) > 1 and _sum(people, found[-1]) < SMALLEST:
        found[-2:] = [(*found[-2], *found[-1])]
    return [run for run in found if run]


def _sum(people: Mapping[int, int], numbers: Collection[int]) -> int:
    return sum(people.get(number, 0) for number in numbers)


def _telling(revisions: Sequence[Revision], found: Sequence[Run]) -> Iterator[str]:
    """What was asked in a part of a run: to have it, or to lack it, would tell which part."""
    for name, span in questions(revisions).items():
        if any(0 < len(span.numbers & set(run)) < len(run) for run in found):
            yield name


def _rare(gathered: Gathered, people: Mapping[int, int]) -> Iterator[tuple[str, set[str]]]:
    """Options that only fewer than five people could choose: to have chosen one would tell."""
    asked = questions(gathered.revisions)
    for item in gathered.form.walk():
        if item.kind not in CHOOSING:
            continue
        everybody = _sum(people, asked[item.name].numbers)
        spans = options(gathered.revisions, item.name)
        could = {id: _sum(people, span.numbers) for id, span in spans.items()}
        if few := {id for id, count in could.items() if count < min(SMALLEST, everybody)}:
            yield item.name, few


def _values(sheet: Sheet, left_out: Sequence[str], rare: Mapping[str, set[str]]) -> dict[str, str]:
    kept = {}
    for path, value in sheet.values.items():
        name = path.rpartition("].")[2]
        if name in rare:
            few = rare[name]
            value = "" if value in few else " ".join(id for id in value.split() if id not in few)
        if value and name not in left_out:
            kept[path] = value
    return kept


def _without(form: Form, names: Sequence[str]) -> Form:
    return replace(form, items=tuple(_kept(form.items, names)))


def _kept(items: Sequence[Item], names: Sequence[str]) -> Iterator[Item]:
    for item in items:
        if item.kind in HOLDING:
            yield replace(item, items=tuple(_kept(item.items, names)))
        elif item.name not in names:
            yield item
