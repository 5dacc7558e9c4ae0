"""`survey`: surveys as files."""

import typer

from bot.commands.lazily import lazily

COMMANDS = {
    "check": "survey_check:check",
    "import": "survey_import:import_file",
    "template": "survey_template:template",
}

app = typer.Typer(cls=lazily(COMMANDS), no_args_is_help=True)


@app.callback()
def survey() -> None:
    """Check and import a survey written in XLSForm, and begin a new one."""
