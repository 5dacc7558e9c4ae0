"""`survey import`: somebody's XLSForm as a draft of ours."""

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from bot.civic.survey.written import Written
from bot.clock import SystemClock
from bot.commands.database import run_checked
from bot.commands.say import stop
from bot.commands.survey_check import Mending, Tongues, read, refusal, show
from storage import places, survey_drafts, surveys
from storage.engine import Database
from storage.survey_audience import SETTLEMENTS
from storage.survey_drafts import LONGEST


@dataclass(frozen=True, slots=True)
class Wish:
    """What is proposed for the draft beside its questions."""

    municipality: str
    closes: timedelta
    anonymous: bool
    settlements: tuple[str, ...]
    guests: bool


def import_file(
    file: Annotated[Path, typer.Argument(help="An XLSForm: .xlsx, .xlsm, .xls, .csv or .zip.")],
    municipality: Annotated[str, typer.Option(help="Its id, as `places list` shows it.")],
    days: Annotated[
        int, typer.Option(min=1, max=LONGEST.days, help="How long it is proposed to be open.")
    ] = 14,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Propose that nobody's name is kept.")
    ] = False,
    settlement: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Propose to ask this one only.  May be repeated."),
    ] = None,
    guests: Annotated[
        bool, typer.Option("--guests", help="Propose that whoever has the link may answer.")
    ] = False,
    corrects: Annotated[
        int | None,
        typer.Option(metavar="NUMBER", help="The open survey whose questions this form corrects."),
    ] = None,
    repair: Mending = False,
    language: Tongues = None,
) -> None:
    """Keep FILE as a draft of a survey, which a coordinator tries and opens in the chat.

    With --corrects it is published there as that survey's next version, and answers stay.

    Exit 0: it is kept. 1: the form is refused. 2: it cannot be read, or nothing can be kept.
    """
    reading = read(file, repair=repair, language=language)
    if not reading.fates:
        raise stop(*(f"{file}: {problem}" for problem in reading.problems))
    show(reading)
    form = reading.written
    if form is None:
        raise refusal(reading)
    if corrects is not None:
        kept = run_checked(lambda database: _correct(database, municipality, form, corrects))
        missing = f"No survey {corrects} is open in {municipality!r}."
    else:
        closes = timedelta(days=days)
        wish = Wish(municipality, closes, anonymous, tuple(settlement or ()), guests)
        kept = run_checked(lambda database: _keep(database, form, wish))
        missing = f"No municipality {municipality!r}; `places list` shows them."
    if kept is None:
        raise stop(missing)
    typer.echo(f"Survey {kept} of {municipality} is a draft of {reading.askable} questions.")
    act = "opens" if corrects is None else "publishes"
    typer.echo(f"A coordinator tries and {act} it in the chat: Staff page, Surveys.")


async def _correct(
    database: Database, municipality: str, form: Written, corrects: int
) -> int | None:
    now = SystemClock().now()
    async with database.writing() as session:
        survey = await surveys.find(session, corrects)
        if survey is None or survey.municipality_id != municipality or survey.over(now):
            return None
        return await survey_drafts.correct(session, survey, form, None, now)


async def _keep(database: Database, form: Written, wish: Wish) -> int | None:
    now, place = SystemClock().now(), wish.municipality
    async with database.writing() as session:
        if await places.municipality(session, place) is None:
            return None
        known = {code: id for id, code in (await places.settlement_codes(session, place)).items()}
        if strange := [code for code in wish.settlements if code not in known]:
            raise stop(f"No settlement {strange[0]!r} in {place!r}.")
        audience = {SETTLEMENTS: sorted(known[code] for code in wish.settlements)}
        new = replace(
            survey_drafts.proposal(place, form.title, None, now),
            closes_at=now + wish.closes,
            anonymous=wish.anonymous,
            audience=audience if wish.settlements else {},
            guests=wish.guests,
        )
        return await surveys.keep_draft(session, new, form)
