"""The commands behind run_bot.py."""

import typer

from bot.commands import budget, demo, migrate, places, rehearse, serve, staff

app = typer.Typer(
    help="Monawile: people of a municipality take part in decisions, on Telegram and Viber.",
    invoke_without_command=True,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
)
app.command("serve")(serve.serve)
app.command("demo")(demo.demo)
app.command("migrate")(migrate.migrate)
app.command("rehearse")(rehearse.rehearse)
app.add_typer(budget.app, name="budget", help="Count, import and check a civil budget.")
app.add_typer(staff.app, name="staff", help="Appoint coordinators.")
app.add_typer(places.app, name="places", help="Municipalities and their settlements.")


@app.callback()
def main(context: typer.Context) -> None:
    """With no command and no settings, the demo opens."""
    if context.invoked_subcommand is None:
        demo.demo()
