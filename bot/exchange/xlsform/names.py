"""Names are for ever and stand for one thing: answers are kept by them."""

from collections.abc import Iterable, Iterator

from bot.civic.survey.form import Kind
from bot.exchange.xlsform.lines import REFERENCE, Line
from bot.exchange.xlsform.problems import Found, Repair
from bot.exchange.xlsform.sentences import Code


def make_unique(top: list[Line], found: Found) -> None:
    """Give a name that is taken the number of its row.

    In another group XLSForm allows it, so nobody is asked unless an expression means one of them;
    it never means a group, which often has the name of a question inside.
    """
    every = list(walked(top))
    referred = {name for line in every for name in line.refers()}
    taken = {line.name for line in every}
    first: dict[str, tuple[int, Line]] = {}
    for home, line in sorted(_with_home(top), key=lambda pair: pair[1].holds):
        if line.name not in first:
            first[line.name] = home, line
            continue
        earlier_home, earlier = first[line.name]
        place = line.place.at("name")
        meant = line.name in referred and line.type.kind is not Kind.GROUP
        if home == earlier_home or meant:
            details = {"name": line.name, "other": earlier.row}
            found.problem(Code.DOUBLE_NAME, place, Repair.NAMES, **details)
        else:
            new = _free(line, taken)
            found.note(Code.RENAMED, place, name=line.name, new=new, other=earlier.row)
        line.name = _free(line, taken)
        taken.add(line.name)


def follow(lines: list[Line]) -> None:
    """Let expressions and texts refer to the new names of rows that had one not allowed."""
    new = {line.was: line.name for line in lines if line.was != line.name and not line.type.ends}
    if not new:
        return

    def mended(text: str) -> str:
        return REFERENCE.sub(lambda found: f"${{{new.get(found[1], found[1])}}}", text)

    for line in lines:
        line.cells = {name: mended(cell) for name, cell in line.cells.items()}
        for told in line.texts.values():
            told.update({code: mended(text) for code, text in told.items()})


def walked(lines: Iterable[Line]) -> Iterator[Line]:
    """Each line, and what stands inside it."""
    for line in lines:
        yield line
        yield from walked(line.inside)


def _with_home(lines: Iterable[Line], home: int = 0) -> Iterator[tuple[int, Line]]:
    """Each line with the row of the group it stands in."""
    for line in lines:
        yield home, line
        yield from _with_home(line.inside, line.row)


def _free(line: Line, taken: set[str]) -> str:
    name = f"{line.name}_{line.row}"
    while name in taken:
        name += "_"
    return name
