"""`survey export`: a survey's answers as files for analysis, without names."""

import re
import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bot.civic.survey.attachments import attachments
from bot.civic.survey.sheets import Gathered
from bot.clock import SystemClock
from bot.commands.database import run_checked
from bot.commands.say import stop
from bot.exchange.survey_table import attachments as attached
from bot.exchange.survey_table.book import book
from bot.exchange.survey_table.files import SUMS, files, sums
from bot.exchange.survey_table.sheets import sheets
from bot.formats import day, hour
from bot.journey import TBILISI
from bot.media import MediaStore
from bot.settings import read_settings
from bot.texts import Texts
from handlers.parts.survey_explained import explained
from handlers.parts.survey_readme import readme
from storage import survey_exports, surveys
from storage.engine import Database

NUMBER = re.compile(r"[0-9]{1,9}")


def export(
    number: Annotated[str, typer.Argument(help="The survey's number.")],
    folder: Annotated[Path, typer.Argument(help="Where the files go; made if it is not there.")],
    language: Annotated[str, typer.Option(help="Of the explanations: ka or en.")] = "ka",
    media: Annotated[
        Path | None,
        typer.Option(help="Where photos and recordings go, under their names in the tables."),
    ] = None,
) -> None:
    """Write the answers to survey NUMBER to FOLDER: .xlsx, CSV, codebook, SHA-256.

    No names; of an anonymous survey only after its end.  Every export is logged.  A voice
    identifies its speaker: photos and recordings are written only where --media names a folder.
    """
    texts = Texts()
    if language not in texts.languages:
        raise stop(f"no language {language!r}; known are {', '.join(texts.languages)}")
    if not NUMBER.fullmatch(number):
        raise stop(f"There is no survey {number!r}.")
    gathered, paths = run_checked(partial(_gather, int(number), media is not None))
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
    if media is not None:
        missing = [name for name in attachments(gathered) if name not in paths]
        said = readme(lambda language: partial(texts.text, language), gathered)(missing)
        for name in missing:
            typer.secho(f"{name}: we no longer have this file.", err=True)
        try:
            _copy(paths, attached.readme(said), media)
        except OSError as problem:
            raise stop(f"{media}: {problem.strerror}") from None


async def _gather(
    number: int, with_media: bool, database: Database
) -> tuple[Gathered, dict[str, Path]]:
    """The answers, and where the bytes are of the photos and recordings, by name."""
    now = SystemClock().now()
    async with database.reading() as session:
        survey = await surveys.find(session, number)
        if survey is None:
            raise stop(f"There is no survey {number}, or it is a draft.")
        if not survey_exports.ready(survey):
            when = f"{day(survey.closes_at, TBILISI)}, {hour(survey.closes_at, TBILISI)}"
            raise stop(f"Survey {number} is anonymous: only after it is closed ({when}).")
        gathered = await survey_exports.gather(session, survey, now)
    paths = await _paths(attachments(gathered), database) if with_media else {}
    log = {"rows": len(gathered.sheets)} | ({"files": len(paths)} if with_media else {})
    async with database.writing() as session:
        await survey_exports.keep_note(session, survey, log, now)
    return gathered, paths


async def _paths(ids: Mapping[str, str], database: Database) -> dict[str, Path]:
    store = MediaStore(  # which signs nothing here
        database, read_settings().data_dir, SystemClock(), key=b"", public_url=""
    )
    found = await store.files(list(ids.values()))
    return {name: found[id] for name, id in ids.items() if id in found}


def _write(content: dict[str, bytes], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, body in content.items():
        (folder / name).write_bytes(body)
        typer.echo(folder / name)


def _copy(paths: Mapping[str, Path], said: bytes, folder: Path) -> None:
    """The bytes alone, without the hour at which they came: it would tell whose they are."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / attached.README).write_bytes(said)
    for name, path in paths.items():
        shutil.copyfile(path, folder / name)
        typer.echo(folder / name)
