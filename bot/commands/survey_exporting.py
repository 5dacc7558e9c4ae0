"""`survey export`: a survey's answers as files for analysis, without names."""

import re
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bot.civic.survey.sheets import Gathered
from bot.clock import SystemClock
from bot.commands.database import run_checked
from bot.commands.say import stop
from bot.exchange.survey_table.book import book
from bot.exchange.survey_table.files import SUMS, files, sums
from bot.exchange.survey_table.sheets import sheets
from bot.formats import day, hour
from bot.journey import TBILISI
from bot.texts import Texts
from handlers.parts.survey_explained import explained
from storage import survey_exports, surveys
from storage.engine import Database

NUMBER = re.compile(r"[0-9]{1,9}")


def export(
    number: Annotated[str, typer.Argument(help="The survey's number.")],
    folder: Annotated[Path, typer.Argument(help="Where the files go; made if it is not there.")],
    language: Annotated[str, typer.Option(help="Of the explanations: ka or en.")] = "ka",
) -> None:
    """Write the answers to survey NUMBER to FOLDER: .xlsx, CSV, codebook, SHA-256.

    No names; of an anonymous survey only after its end.  Every export is logged.
    """
    texts = Texts()
    if language not in texts.languages:
        raise stop(f"no language {language!r}; known are {', '.join(texts.languages)}")
    if not NUMBER.fullmatch(number):
        raise stop(f"There is no survey {number!r}.")
    gathered = run_checked(partial(_gather, int(number)))
    made = sheets(gathered, explained(partial(texts.text, language), gathered, language))
    content = files(made)
    try:
        content[f"survey-{gathered.number}.xlsx"] = book(made)
    except OverflowError as problem:
        typer.secho(f"No .xlsx: {problem}.", err=True)
    try:
        _write({**content, SUMS: sums(content)}, folder)
    except OSError as problem:
        raise stop(f"{folder}: {problem.strerror}") from None


async def _gather(number: int, database: Database) -> Gathered:
    now = SystemClock().now()
    async with database.writing() as session:
        survey = await surveys.find(session, number)
        if survey is None:
            raise stop(f"There is no survey {number}, or it is a draft.")
        if not survey_exports.ready(survey):
            when = f"{day(survey.closes_at, TBILISI)}, {hour(survey.closes_at, TBILISI)}"
            raise stop(f"Survey {number} is anonymous: only after it is closed ({when}).")
        gathered = await survey_exports.gather(session, survey, now)
        await survey_exports.keep_note(session, survey, len(gathered.sheets), now)
        return gathered


def _write(content: dict[str, bytes], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, body in content.items():
        (folder / name).write_bytes(body)
        typer.echo(folder / name)
