"""`staff`: who works for a municipality."""

from typing import Annotated

import typer

from bot.clock import SystemClock
from bot.commands.database import run_checked
from bot.commands.say import stop
from storage import places, staff
from storage.engine import Database

ROLES = (staff.COORDINATOR, staff.PARTNER)

app = typer.Typer(no_args_is_help=True)


@app.callback()
def people() -> None:
    """Appoint coordinators."""


@app.command()
def invite(
    municipality: Annotated[str, typer.Argument(help="Its id, as `places list` shows it.")],
    role: Annotated[str, typer.Option(help=" or ".join(ROLES))] = staff.COORDINATOR,
) -> None:
    """Print a one-time code that appoints whoever types it to the bot first."""
    if role not in ROLES:
        raise stop(f"No role {role!r}; there are {' and '.join(ROLES)}.")

    async def work(database: Database) -> str | None:
        async with database.writing() as session:
            if await places.municipality(session, municipality) is None:
                return None
            return await staff.invite(session, municipality, role, SystemClock().now())

    code = run_checked(work)
    if code is None:
        raise stop(f"No municipality {municipality!r}; `places list` shows them.")
    typer.echo(f"{code}  ({role} of {municipality}, for {staff.INVITATION_DAYS} days, once)")
    typer.echo("Type it to the bot, or open the bot by a link that carries it:")
    typer.echo(f"  Telegram: https://t.me/<bot>?start={code}")
    typer.echo(f"  Viber:    viber://pa?chatURI=<bot>&context={code}")
