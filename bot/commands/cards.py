"""`budget codes`: new voter codes for cards, shown this once."""

import csv
import io
from collections.abc import Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from bot.clock import SystemClock
from bot.commands.database import run_with_secrets
from bot.commands.say import stop
from bot.pictures.print.drawing import draw
from bot.settings import read_settings
from bot.texts import Texts
from handlers.parts.print_vote import codes
from handlers.parts.print_writer import Writer
from storage import cards, printing, votes
from storage.cards import Card
from storage.conduct import NotNow
from storage.engine import Database
from storage.printing import Subject

WHY = {
    "state": "Vote {} does not ask for cards, or is closed.",
    "zone": "Vote {} has no zone {!r} with a budget; say which with --zone.",
}


def make(
    vote: Annotated[int, typer.Argument(help="The vote's id.")],
    count: Annotated[int, typer.Option(min=1, max=50_000, help="How many cards.")],
    zone: Annotated[str, typer.Option(help="The zone they vote in; none: only the whole.")] = "",
    file: Annotated[
        Path | None, typer.Option("--csv", help="A new file for them, instead of the screen.")
    ] = None,
    pdf: Annotated[Path | None, typer.Option(help="A new file with cards to cut out.")] = None,
) -> None:
    """Make codes for cards of VOTE.  Nobody can show them again: print them, delete the file."""
    # Opened first: codes that cannot be written down would be lost.
    with _open(file) as target, _open(pdf) as sheet:
        made, subject = _made(vote, count, zone)
        if sheet:
            sheet.write(_drawn(made, subject))
        if target or not sheet:
            _write(target, made)
    for name in filter(None, (file, pdf)):
        typer.echo(f"{count} cards are in {name}.  Nobody can show their codes again.")


def _open(file: Path | None) -> BinaryIO | nullcontext[None]:
    """A new file, so that no earlier cards are written over."""
    try:
        return file.open("xb") if file else nullcontext()
    except OSError as error:
        raise stop(f"{file}: {error.strerror}") from None


def _made(vote: int, count: int, zone: str) -> tuple[Sequence[Card], Subject]:
    async def work(database: Database) -> tuple[Sequence[Card], Subject] | None:
        async with database.writing() as session:
            found = await votes.find(session, vote)
            if found is None:
                return None
            made = await cards.make(session, vote, count, zone, SystemClock().now())
            return made, await printing.subject(session, found)

    try:
        made = run_with_secrets(work)
    except NotNow as refused:
        raise stop(WHY[refused.why].format(vote, zone)) from None
    if made is None:
        raise stop(f"No vote {vote}.")
    return made


def _write(target: BinaryIO | None, made: Sequence[Card]) -> None:
    rows = io.StringIO()
    writer = csv.writer(rows)
    writer.writerow(("serial", "zone", "code"))
    writer.writerows((card.serial, card.zone, card.code) for card in made)
    if target:
        target.write(rows.getvalue().encode("utf-8-sig"))
    else:
        typer.echo(rows.getvalue(), nl=False)


def _drawn(made: Sequence[Card], subject: Subject) -> bytes:
    """To cut out, six to a page."""
    pen = Writer(partial(Texts().text, "ka"), "ka", subject, read_settings().public_url)
    [(_, paper)] = codes(pen, [(card.serial, card.zone, card.code) for card in made])
    return draw(pen.masthead, paper)
