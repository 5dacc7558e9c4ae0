"""`places`: municipalities and their settlements."""

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.database import run_checked
from bot.commands.say import stop
from bot.exchange.settlements import BadSettlements, Problem, Settlement, read_settlements
from bot.settings import read_settings
from storage import keeping, places, spending
from storage.engine import Database

app = typer.Typer(no_args_is_help=True, help="Municipalities and their settlements.")

Id = Annotated[str, typer.Argument(help="The municipality's id, as `places list` shows it.")]


@app.command("list")
def show() -> None:
    """Show all municipalities; those that use the bot first."""
    for place in run_checked(_all):
        mark = "*" if place.active else " "
        typer.echo(f"{mark} {place.id:<16} {place.name['ka']} ({place.name['en']})")


@app.command("open")
def open_(
    municipality: Id,
    phone: Annotated[str, typer.Option(help="The office's telephone, for people's questions.")],
) -> None:
    """Let MUNICIPALITY use the bot."""

    async def work(database: Database) -> bool:
        async with database.writing() as session:
            zone = read_settings().time_zone
            return await places.open_municipality(session, municipality, phone, zone)

    if not run_checked(work):
        raise _unknown(municipality)
    typer.echo(f"{municipality} is open.")


@app.command("settlements")
def settlements(
    municipality: Id,
    file: Annotated[Path, typer.Argument(help="CSV with name_ka, name_en, kind, code.")],
) -> None:
    """Import MUNICIPALITY's own list of settlements; known codes are corrected."""
    rows = _read(file)

    async def work(database: Database) -> int | None:
        async with database.writing() as session:
            if await places.municipality(session, municipality) is None:
                return None
            return await places.import_settlements(session, municipality, rows)

    count = run_checked(work)
    if count is None:
        raise _unknown(municipality)
    typer.echo(f"{count} settlements of {municipality} are stored.")


@app.command("announcing")
def announcing(
    municipality: Id,
    approve_from: Annotated[
        int | None, typer.Option(min=1, help="People from whom on a second person agrees.")
    ] = None,
    price: Annotated[
        float | None, typer.Option(min=0, max=10, help="Euros that one Viber message costs.")
    ] = None,
    ceiling: Annotated[
        int | None, typer.Option(min=0, help="Whole euros a month; 0 for none.")
    ] = None,
) -> None:
    """Set who agrees to MUNICIPALITY's announcements, and what they may cost; or show it."""
    given = {
        "approve_from": approve_from,
        "message_price": None if price is None else round(price * spending.EURO),
        "monthly_ceiling": ceiling,
    }
    values = {name: value for name, value in given.items() if value is not None}

    async def work(database: Database) -> spending.Terms | None:
        async with database.writing() as session:
            if await places.municipality(session, municipality) is None:
                return None
            if values:
                await spending.set_terms(session, municipality, values)
            return await spending.terms(session, municipality)

    terms = run_checked(work)
    if terms is None:
        raise _unknown(municipality)
    typer.echo(f"A second person agrees from {terms.approve_from} people on.")
    typer.echo(f"A Viber message costs {terms.price / spending.EURO:.4f} euros.")
    typer.echo(f"Ceiling: {terms.ceiling // spending.EURO or 'no'} euros a month.")


@app.command("keeping")
def keeping_(
    municipality: Id,
    months: Annotated[
        int | None, typer.Option(min=6, max=60, help="Months after people's last day.")
    ] = None,
) -> None:
    """Set how long MUNICIPALITY keeps the data of people who do not come back; or show it."""

    async def work(database: Database) -> int | None:
        async with database.writing() as session:
            if await places.municipality(session, municipality) is None:
                return None
            if months is not None:
                await keeping.set_months(session, municipality, months)
            return (await keeping.terms(session, municipality)).months

    kept = run_checked(work)
    if kept is None:
        raise _unknown(municipality)
    typer.echo(f"Data is kept for {kept} months after people's last day.")


async def _all(database: Database) -> list[places.Place]:
    async with database.reading() as session:
        return await places.municipalities(session)


def _read(file: Path) -> list[Settlement]:
    try:
        return read_settlements(file.read_bytes())
    except OSError as error:
        raise stop(f"{file}: {error.strerror}") from None
    except BadSettlements as bad:
        raise stop(*(f"{file}: {_told(problem)}" for problem in bad.problems)) from None


def _told(problem: Problem) -> str:
    parts = [problem.flaw.value, problem.column, repr(problem.value) if problem.value else ""]
    where = f"row {problem.row}: " if problem.row else ""
    return where + " ".join(part for part in parts if part)


def _unknown(municipality: str) -> typer.Exit:
    return stop(f"No municipality {municipality!r}; `places list` shows them.")
