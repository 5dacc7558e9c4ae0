"""`budget create`: an edition of the civil budget from a YAML file."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.checks import Problem, problems
from bot.civic.edition import DATES
from bot.clock import SystemClock
from bot.commands.database import run_checked
from bot.commands.say import stop
from bot.exchange.edition_file import BadEdition, EditionFile, Tree, build, load
from bot.journey import Me, Text
from bot.messages import plain
from bot.texts import Texts
from handlers.parts import edition_lines, edition_problems
from storage import edition_changes, editions, places
from storage.edition_changes import NewEdition
from storage.engine import Database

ENGLISH = "en"
ROLES = {
    "coordinator": "a coordinator (`staff invite`)",
    "second": "a second pair of eyes: another coordinator, or a partner organisation",
    "reviewer": "a reviewer of ideas",
}


@dataclass(frozen=True, slots=True)
class Made:
    """What the command tells; `id` is 0 where the file was only checked."""

    file: EditionFile
    zone: ZoneInfo
    found: list[Problem]
    names: dict[str, str]
    lacking: list[str]
    id: int = 0
    code: str = ""


def create(
    file: Annotated[Path, typer.Argument(help="YAML; docs/edition.example.yaml shows all of it.")],
    check: Annotated[bool, typer.Option("--check", help="Only validate; make nothing.")] = False,
) -> None:
    """Make an edition from FILE, as a draft that a coordinator announces in the chat."""
    try:
        tree = load(file.read_bytes())
        made = run_checked(partial(_make, tree=tree, check=check))
    except OSError as problem:
        raise stop(f"{file}: {problem.strerror}") from None
    except BadEdition as bad:
        raise stop(*(f"{file}: {problem}" for problem in bad.problems)) from None
    _show(made)


async def _make(database: Database, tree: Tree, check: bool) -> Made:
    """Everything in one transaction.  Raises BadEdition."""
    now = SystemClock().now()
    async with database.writing() as session:
        made = await _read(session, tree)
        if wrong := [p for p in made.found if not p.warning]:
            raise BadEdition([f"{p.where}: {_why(made, p)}" for p in wrong])
        if check:
            return made
        file = made.file
        new = NewEdition(file.municipality, file.name, file.about, file.plan)
        id = await edition_changes.create(session, new, None, now)
        code = await editions.code_of(session, id)
    return Made(file, made.zone, made.found, made.names, made.lacking, id, code)


async def _read(session: AsyncSession, tree: Tree) -> Made:
    """The file against the municipality's settlements and time zone."""
    municipality = str(tree.get("municipality", ""))
    if await places.municipality(session, municipality) is None:
        problem = f"municipality: no municipality {municipality!r}; `places list` shows them"
        raise BadEdition([problem])
    zone = await editions.zone_of(session, municipality)
    villages = await places.settlements(session, municipality)
    file = build(tree, zone, await _called(session, municipality))
    now = SystemClock().now()
    names = edition_problems.names_of(_texts(), _reader(zone), file.plan, villages)
    lacking = await editions.lacking(session, municipality)
    return Made(file, zone, problems(file.plan, now, zone), names, lacking)


async def _called(session: AsyncSession, municipality: str) -> dict[str, list[int]]:
    """Settlements by code and by name, in small letters."""
    codes = await places.settlement_codes(session, municipality)
    known: dict[str, list[int]] = {}
    for village in await places.settlements(session, municipality):
        for called in {*village.name.values(), codes[village.id]}:
            known.setdefault(called.casefold(), []).append(village.id)
    return known


def _show(made: Made) -> None:
    text, me = _texts(), _reader(made.zone)
    name = made.file.name.get(ENGLISH) or next(iter(made.file.name.values()))
    typer.echo(name)
    for date in DATES:
        typer.echo(f"  {plain(edition_lines.line(text, me, made.file.plan, date))}")
    for problem in made.found:
        typer.echo(f"warning: {problem.where}: {_why(made, problem)}", err=True)
    for role in made.lacking:
        typer.echo(f"lacking: {ROLES[role]}", err=True)
    if not made.id:
        typer.echo("The file is in order; nothing was made.")
        return
    typer.echo(f"Edition {made.id} of {made.file.municipality} is a draft.")
    typer.echo(f"Its code for posters: {made.code}.  A coordinator announces it in the chat.")


def _why(made: Made, problem: Problem) -> str:
    return plain(edition_problems.why(_texts(), problem, made.names))


def _texts() -> Text:
    return partial(Texts().text, ENGLISH)


def _reader(zone: ZoneInfo) -> Me:
    """Whoever reads the command's lines."""
    now = SystemClock().now()
    return Me(0, 0, "", ENGLISH, now, zone=zone)
