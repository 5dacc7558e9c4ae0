"""`survey`: surveys as files."""

import typer

from bot.commands.lazily import lazily

COMMANDS = {
    "check": "survey_check:check",
    "print": "survey_print:print_sheet",
    "import": "survey_import:import_file",
    "template": "survey_template:template",
    "export": "survey_exporting:export",
}

app = typer.Typer(cls=lazily(COMMANDS), no_args_is_help=True)


@app.callback()
def survey() -> None:
    """Surveys: check and import a form written in XLSForm, print it, take the answers out."""
