"""`budget`: civil budgets as files."""

import typer

from bot.commands.lazily import lazily

COMMANDS = {
    "create": "edition:create",
    "import": "importing:import_file",
    "codes": "cards:make",
    "print": "printing:print_papers",
    "count": "counting:count",
    "export": "publishing:export",
    "verify": "publishing:verify",
}

app = typer.Typer(cls=lazily(COMMANDS), no_args_is_help=True)


@app.callback()
def budget() -> None:
    """Count, import and check a civil budget."""
