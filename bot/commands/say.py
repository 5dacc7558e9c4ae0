"""How a command ends that cannot go on: one clear line on stderr, exit 2."""

import typer


def stop(*lines: str) -> typer.Exit:
    """The error to raise after telling why."""
    for line in lines:
        typer.secho(line, err=True, fg=typer.colors.RED)
    return typer.Exit(2)
