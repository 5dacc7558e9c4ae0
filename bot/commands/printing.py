"""`budget print`: every paper of an edition as PDF files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.progress import track

from bot.clock import SystemClock
from bot.commands.database import run_checked
from bot.commands.say import stop
from bot.exchange.for_print import BadTable, read_codes, read_names
from bot.pictures.print.drawing import draw
from bot.settings import read_settings
from bot.texts import Texts
from handlers.municipality.prints import KINDS, papers
from handlers.parts import print_vote
from handlers.parts.print_send import file_name
from handlers.parts.print_writer import Made, Writer
from storage import printing, votes
from storage.engine import Database
from storage.printing import Record, Subject

T = TypeVar("T")


def print_papers(
    edition: Annotated[str, typer.Argument(help="The edition's number, as `budget create` says.")],
    folder: Annotated[Path, typer.Argument(help="Where the files go; made if it is not there.")],
    language: Annotated[str, typer.Option(help="ka or en.")] = "ka",
    names: Annotated[
        Path | None,
        typer.Option(help="CSV with number and name, for the list to sign; kept nowhere."),
    ] = None,
    codes: Annotated[
        Path | None, typer.Option(help="CSV that `budget codes` has written, for cards to cut out.")
    ] = None,
) -> None:
    """Write every paper of EDITION that there is something to print for into FOLDER."""
    texts = Texts()
    if language not in texts.languages:
        raise stop(f"no language {language!r}; known are {', '.join(texts.languages)}")
    listed = _read(names, read_names) if names else {}
    cards = _read(codes, read_codes) if codes else []
    found = run_checked(partial(_find, edition))
    if found is None:
        raise stop(f"no edition {edition!r}")
    subject, record = found
    pen = Writer(partial(texts.text, language), language, subject, read_settings().public_url)
    made = [paper for kind in KINDS for paper in papers(kind, pen, record, listed)]
    made += print_vote.codes(pen, cards) if cards else []
    try:
        _write(pen, made, folder)
    except OSError as problem:
        raise stop(f"{problem.filename}: {problem.strerror}") from None
    typer.echo(f"{len(made)} files in {folder}")


def _read(file: Path, read: Callable[[bytes], T]) -> T:
    try:
        return read(file.read_bytes())
    except OSError as problem:
        raise stop(f"{file}: {problem.strerror}") from None
    except BadTable as bad:
        raise stop(*(f"{file}: {problem}" for problem in bad.problems)) from None


async def _find(edition: str, database: Database) -> tuple[Subject, Record | None] | None:
    """What the papers are made of; no result before its announced hour."""
    async with database.reading() as session:
        vote = await votes.find(session, edition)
        if vote is None:
            return None
        told = vote.told(SystemClock().now())
        record = await printing.record(session, vote) if told else None
        return await printing.subject(session, vote), record


def _write(pen: Writer, made: Made, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, paper in track(made, "Printing"):
        (folder / file_name(name)).write_bytes(draw(pen.masthead, paper))
