"""`rights`: the handbook of rights and duties."""

from pathlib import Path
from typing import Annotated

import typer

from bot.clock import SystemClock
from bot.commands.say import stop
from bot.content.handbook import LOCALES
from bot.content.handbook_check import problems

app = typer.Typer(no_args_is_help=True)


@app.callback()
def rights() -> None:
    """The handbook of rights and duties."""


@app.command()
def check(
    root: Annotated[
        Path, typer.Argument(help="A folder of languages with `rights` in each.")
    ] = LOCALES,
) -> None:
    """Tell everything that is wrong with the entries: exit 0 if nothing is, else 2.

    Each has a law and an article, or says why not; a day it was checked, certainty and sources;
    the same structure and numbers in all languages; sections that fit on a screen.
    """
    import handlers  # the whole house, which other commands do not need

    count, found = problems(root, handlers.journeys(), SystemClock().now().date())
    if found:
        raise stop(*found)
    if not count:
        raise stop(f"{root}: no entries")
    typer.echo(f"{count} entries: nothing is wrong.")
