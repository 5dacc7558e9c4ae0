"""`survey template`: a workbook to begin a survey with."""

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.say import stop
from bot.exchange.xlsform import template as workbook


def template(
    file: Annotated[Path, typer.Argument(help="Where to write the workbook (.xlsx).")],
    languages: Annotated[
        str, typer.Option(help="Codes of the languages to ask in, the main one first.")
    ] = ",".join(workbook.LANGUAGES),
) -> None:
    """Write a workbook with an example of everything that a chat can ask, and a page of help."""
    codes = [code.strip().lower() for code in languages.split(",") if code.strip()]
    try:
        made = workbook.make(codes)
        file.write_bytes(made)
    except workbook.UnknownLanguage as problem:
        raise stop(f"no language {problem}; codes like {','.join(workbook.LANGUAGES)}") from None
    except OSError as problem:
        raise stop(f"{file}: {problem.strerror}") from None
    typer.echo(
        f"{file}: a survey in {', '.join(codes)}; `survey check` tells how it would be asked."
    )
