"""`register`: the list of people who may vote, imported from a spreadsheet."""

from pathlib import Path
from typing import Annotated

import typer

from bot.civic.voters import BadRegister, Problem
from bot.clock import SystemClock
from bot.commands.database import run_with_secrets
from bot.commands.say import stop
from bot.exchange.register import read_register
from storage import places, register_import, votes
from storage.conduct import NotNow
from storage.engine import Database
from storage.register_import import Imported

app = typer.Typer(no_args_is_help=True)
SHOWN = 50  # problems; more are counted

WHY = {
    "state": "The vote is closed: its register cannot change any more.",
    "identity": "This vote does not ask for a register.",
    "kind": "All voters of a register are known by the same: personal number or telephone.",
    "known": "These are in the register already, by voter or by number: rows {}.",
    "zone": "Their settlements belong to no zone of this vote: rows {}.",
}


@app.callback()
def voters() -> None:
    """Import the list of people who may vote."""


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="CSV in UTF-8 or UTF-16; see docs/coordinator.md.")],
    vote: Annotated[int, typer.Option(help="The vote's id, as `budget list` shows it.")],
) -> None:
    """Store the register of a vote: codes of personal numbers or telephones, and no names.

    Until voting opens the file takes the place of an earlier one; later it adds voters.
    """

    async def work(database: Database) -> Imported | None:
        async with database.writing() as session:
            found = await votes.find(session, vote)
            if found is None:
                return None
            voters = read_register(
                _read(file), await places.settlement_names(session, found.municipality)
            )
            return await register_import.keep(session, found, voters, SystemClock().now())

    try:
        done = run_with_secrets(work)
    except BadRegister as bad:
        raise stop(*_told(file, bad.problems)) from None
    except NotNow as refused:
        name, _, rows = refused.why.partition(":")
        raise stop(WHY[name].format(rows)) from None
    if done is None:
        raise stop(f"No vote {vote}.")
    typer.echo(f"{done.voters} voters of vote {vote} are stored.")
    if done.young:
        typer.echo(f"{done.young} of them are too young by the edition's rule and cannot vote.")


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise stop(f"{file}: {error.strerror}") from None


def _told(file: Path, problems: tuple[Problem, ...]) -> list[str]:
    lines = [f"{file}: {_line(problem)}" for problem in problems[:SHOWN]]
    more = len(problems) - SHOWN
    return [*lines, *([f"{file}: and {more} more"] if more > 0 else []), "Nothing was imported."]


def _line(problem: Problem) -> str:
    where = f"row {problem.row}: " if problem.row else ""
    other = f" (row {problem.other} too)" if problem.other else ""
    return f"{where}{problem.flaw.value} {problem.column}".rstrip() + other
