"""`budget export` and `budget verify`: a told vote as open data, and one receipt of it."""

from pathlib import Path
from typing import Annotated

import typer

from bot import opendata
from bot.civic.codes import normalise
from bot.clock import SystemClock
from bot.commands.database import run_checked
from bot.commands.say import stop
from bot.formats import day, hour
from bot.journey import TBILISI
from bot.opendata import Data, TooEarly
from storage import votes
from storage.engine import Database

REASONS = {
    "not-sealed": "its ballots are not sealed yet",
    "not-counted": "its ballots are not counted yet",
    "held-back": "its count is held back until the referee agrees or two people release it",
    "not-announced": "its result is announced later",
}
NOT_COUNTED = 1  # the exit code for a receipt that is not in the list


def export(
    edition: Annotated[int, typer.Argument(help="The vote's number.")],
    folder: Annotated[Path, typer.Argument(help="Where the files go; made if it is not there.")],
) -> None:
    """Write the open data of EDITION to FOLDER: .pb, CSV, receipts, rules, SHA-256."""
    data = run_checked(lambda database: _gather(database, edition))
    if data is None:
        raise stop(f"There is no vote {edition}.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in opendata.files(data).items():
            (folder / name).write_bytes(content)
            typer.echo(folder / name)
    except OSError as problem:
        raise stop(f"{folder}: {problem.strerror}") from None


async def _gather(database: Database, edition: int) -> Data | None:
    async with database.reading() as session:
        try:
            return await opendata.gather(session, edition, SystemClock().now())
        except TooEarly as early:
            when = f": {day(early.at, TBILISI)}, {hour(early.at, TBILISI)}" if early.at else ""
            raise stop(f"Vote {edition}: {REASONS[early.why]}{when}.") from None


def verify(
    receipt: Annotated[str, typer.Argument(help='The code a voter was given, "7K9A-NFMJ".')],
    file: Annotated[
        Path | None, typer.Option("--list", help="A receipts.txt of `export`, not the database.")
    ] = None,
) -> None:
    """Tell whether RECEIPT is among the counted ones; exit code 1 if it is not."""
    code = normalise(receipt)
    found = _listed(file, code) if file else run_checked(lambda database: _kept(database, code))
    if not found:
        typer.echo(f"{code} is not among the counted receipts.", err=True)
        raise typer.Exit(NOT_COUNTED)
    typer.echo(f"{code} is among the counted receipts.")


async def _kept(database: Database, code: str) -> bool:
    async with database.reading() as session:
        return await votes.is_receipt(session, code)


def _listed(file: Path, code: str) -> bool:
    try:
        return code in file.read_text("utf-8").split()
    except (OSError, UnicodeDecodeError) as problem:
        raise stop(f"{file}: {getattr(problem, 'strerror', None) or 'not a text file'}") from None
