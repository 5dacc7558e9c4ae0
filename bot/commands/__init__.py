"""The commands behind run_bot.py."""

import gc

import typer

from bot.commands.lazily import lazily

# Python's own 700 suits small programs: looking for cycles so often took a quarter of the start.
gc.set_threshold(50_000, 20, 50)

COMMANDS = {
    "serve": "serve:serve",
    "demo": "demo:demo",
    "migrate": "migrate:migrate",
    "rehearse": "rehearse:rehearse",
    "budget": "budget:app",
    "survey": "survey:app",
    "staff": "staff:app",
    "register": "register:app",
    "places": "places:app",
    "course": "course:app",
    "rights": "rights:app",
}

app = typer.Typer(
    cls=lazily(COMMANDS),
    help="Monawile: people of a municipality take part in decisions, on Telegram and Viber.",
    invoke_without_command=True,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def main(context: typer.Context) -> None:
    """With no command and no settings, the demo opens."""
    if context.invoked_subcommand is None:
        from bot.commands import demo  # everything, which other commands do not need

        demo.demo()
