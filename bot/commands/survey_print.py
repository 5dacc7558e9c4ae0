"""`survey print`: a survey as a sheet to fill in by hand."""

from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.commands.database import run_checked
from bot.commands.say import stop
from bot.pictures.print.drawing import draw
from bot.texts import Texts
from handlers.parts.print_survey import Printer, Survey
from storage import surveys
from storage.engine import Database


def print_sheet(
    number: Annotated[int, typer.Argument(help="The survey's number, as its sheet shows it.")],
    file: Annotated[Path, typer.Argument(help="The PDF to write.")],
    language: Annotated[str, typer.Option(help="ka or en.")] = "ka",
) -> None:
    """Write survey NUMBER into FILE, to be printed once for each person."""
    texts = Texts()
    if language not in texts.languages:
        raise stop(f"no language {language!r}; known are {', '.join(texts.languages)}")
    found = run_checked(partial(_find, number))
    if found is None:
        raise stop(f"no survey {number}")
    pen = Printer(partial(texts.text, language), language, Survey(**found))
    try:
        file.write_bytes(draw(pen.masthead, pen.sheet))
    except OSError as problem:
        raise stop(f"{problem.filename}: {problem.strerror}") from None
    typer.echo(str(file))


async def _find(number: int, database: Database) -> dict[str, Any] | None:
    async with database.reading() as session:
        survey = await surveys.find(session, number)
        return await surveys.printed(session, survey) if survey else None
