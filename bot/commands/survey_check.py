"""`survey check`: what a chat would ask of somebody's XLSForm."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.say import stop
from bot.exchange.xlsform import MOST, Problem, Reading, Repair, read_apart
from bot.exchange.xlsform.bundle import packed

ZIPPED = ".zip"
REFUSED, UNREADABLE = 1, 2  # exit codes
NOTES = 20  # that are printed; a form half translated has hundreds

Mending = Annotated[
    bool, typer.Option("--repair", help="Mend what can safely be mended, and tell it.")
]
Tongues = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME=CODE",
        help="The language of columns that the program does not know; "
        "default=CODE is for columns without one.  May be repeated.",
    ),
]


def check(
    file: Annotated[Path, typer.Argument(help="An XLSForm: .xlsx, .xlsm, .xls, .csv or .zip.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
    repair: Mending = False,
    language: Tongues = None,
) -> None:
    """Tell what of FILE would be asked, in which languages, what would not, and why.

    Files of choices that it names are read from beside it, or from the .zip that holds both.

    Exit 0: it can be imported. 1: it is refused. 2: it cannot be read.

    JSON: title, languages, id, version; askable of rows that want an answer;

    questions: row, name, type, kind, question, asked, reason;

    missing: files of choices that were not found;

    problems, repaired, notes: code, sheet, row, column, details, sentence, repair.
    """
    reading = read(file, repair=repair, language=language)
    if as_json:
        typer.echo(json.dumps(reading.to_json(), ensure_ascii=False))
    elif not reading.fates:
        raise stop(*(f"{file}: {problem}" for problem in reading.problems))
    else:
        show(reading)
    if reading.written is None:
        raise refusal(reading)


def refusal(reading: Reading) -> typer.Exit:
    """How a command ends that could not use the form."""
    return typer.Exit(REFUSED if reading.fates else UNREADABLE)


def read(file: Path, *, repair: bool, language: Sequence[str] | None) -> Reading:
    """The form of a file, or why it is none.  Ends the command where there is no file."""
    answers = _answers(language)
    repairs = tuple(Repair) if repair else ()
    try:
        data = _bytes(file)
    except OSError as problem:
        raise stop(f"{file}: {problem.strerror}") from None
    reading = read_apart(data, file.name, repairs, answers)
    if tables := dict(_beside(file, reading.missing)):
        reading = read_apart(packed(data, file.name, tables), file.name, repairs, answers)
    return reading


def _bytes(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(MOST + 1)  # one more is refused as too large


def _beside(file: Path, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The files of choices in the folder of a workbook; of an archive they are in it."""
    for name in names if file.suffix.lower() != ZIPPED else ():
        with suppress(OSError):
            yield name, _bytes(file.with_name(Path(name).name))


def _answers(said: Sequence[str] | None) -> dict[str, str]:
    answers = {}
    for one in said or ():
        name, _, code = one.partition("=")
        if not (2 <= len(code) <= 3 and code.isascii() and code.isalpha()):
            raise stop(f"--language {one}: a name and a code of two or three letters are wanted")
        answers[" ".join(name.casefold().split())] = code.lower()
    return answers


def show(reading: Reading) -> None:
    """The rows, what is noted of them, and whether the form can be used."""
    _show_rows(reading)
    kinds = Counter(fate.kind for fate in reading.fates if fate.asked)
    counted = ", ".join(f"{kind} {number}" for kind, number in kinds.most_common())
    typer.echo(f"{reading.title} ({', '.join(reading.languages)})")
    typer.echo(f"Asked: {reading.askable} of {reading.rows} questions ({counted}).")
    for note in reading.notes[:NOTES]:
        typer.echo(f"note: {note}")
    if more := len(reading.notes[NOTES:]):
        typer.echo(f"note: and {more} more; --json has all")
    for problem in reading.repaired:
        typer.echo(f"repaired: {problem}")
    for problem in reading.problems:
        typer.secho(_told(problem), fg=typer.colors.RED)
    if reading.written is None:
        typer.secho(f"Refused: problems {len(reading.problems)}.", fg=typer.colors.RED)
    else:
        typer.secho("It can be imported.", fg=typer.colors.GREEN)


def _told(problem: Problem) -> str:
    return f"problem: {problem}{' (--repair mends it)' if problem.repair else ''}"


def _show_rows(reading: Reading) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("row", "name", "type", "asked")
    for fate in reading.fates:
        asked = "yes" if fate.asked else fate.reason
        style = "green" if fate.asked else "red" if fate.question else None
        table.add_row(str(fate.row), fate.name, fate.type, asked, style=style)
    Console().print(table)
