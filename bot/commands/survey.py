"""`survey`: surveys as files."""

import typer

from bot.commands.lazily import lazily

COMMANDS = {
    "export": "survey_exporting:export",
}

app = typer.Typer(cls=lazily(COMMANDS), no_args_is_help=True)


@app.callback()
def survey() -> None:
    """Take the answers of a survey out of the database."""
