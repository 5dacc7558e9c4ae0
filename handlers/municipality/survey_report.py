"""The needs report: to every coordinator when the results are out, and to whoever asks for it.

The subject is a survey's id.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from bot.civic.survey.countable import countable
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Text, Tools
from bot.messages import Choice, Outgoing, Words
from handlers.parts.needs_report import Writer, report
from handlers.parts.needs_teller import Data, Teller
from handlers.parts.print_send import attached, file_name, sorry
from storage import jobs, mail, places, recipients, staff, survey_revisions, surveys, tags
from storage.survey_audience import size
from storage.surveys import REPORT, Asked
from storage.tables.mail import NOTICE, REPLY

LANGUAGES = ("ka", "en")


async def script(chat: Chat) -> Asked | Done:
    known = chat.subject.isdecimal()
    survey = await chat.read(surveys.find, int(chat.subject)) if known else None
    place = survey.municipality_id if survey else ""
    if survey is None or not await chat.read(staff.is_staff, chat.me.person, place):
        return Done(chat.text("surveys-not-staff"))
    if survey.results is None:
        return Done(chat.text("needs-later", date=day(survey.closes_at, chat.me.zone)))
    return survey


async def apply(session: Any, me: Me, text: Text, result: Asked | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    to = [me.person, me.bot, me.account, me.language]
    await jobs.ask_for(session, REPORT, {"survey": result.id, "to": to}, me.now)
    back = (text("surveys-to-this"), Open("survey", str(result.id)))
    return Done(text("needs-report-making"), links=(back,))


async def send(args: Data, tools: Tools) -> None:
    """Write the report in the languages of its readers, and send it."""
    async with tools.reading() as session:
        survey = await surveys.find(session, args["survey"])
        if survey is None or survey.results is None:
            return
        readers = await _readers(session, survey, args.get("to"))
        pens = {
            language: await _pen(session, survey, language, tools)
            for language in sorted({reader[2] for reader in readers})
        }
    for language, pen in pens.items():
        paper = report(pen)
        document = await tools.paper(file_name(paper.name), pen.masthead, paper)
        said = [*attached([document]), _words(survey, language, tools)]
        async with tools.writing() as session:
            for bot, account, speaks in readers:
                if speaks == language:
                    await mail.post(session, _letters((bot, account), said, args, tools))


async def lost(args: Data, tools: Tools) -> None:
    """Whoever asked for it is told; the others do not wait."""
    if args.get("to"):
        _, bot, account, language = args["to"]
        await sorry({"to": (bot, account), "language": language}, tools)


def _letters(
    to: tuple[str, int], said: Sequence[Outgoing], args: Data, tools: Tools
) -> list[dict[str, Any]]:
    """An answer to whoever asked; to the others it comes by itself, after what they wait for."""
    lane = REPLY if args.get("to") else NOTICE
    return [mail.letter(*to, one.to_json(), tools.now(), lane=lane) for one in said]


async def _readers(
    session: Any, survey: Asked, to: Sequence[Any] | None
) -> list[tuple[str, int, str]]:
    """(bot, account, language) of whoever asked, if they still work there, or of all."""
    place = survey.municipality_id
    if to is None:
        found = await recipients.staff(session, place, (staff.COORDINATOR,))
        return [(one.bot, one.account_id, _spoken(one.language)) for one in found]
    person, bot, account, language = to
    if not await staff.is_staff(session, person, place):
        return []
    return [(bot, account, _spoken(language))]


def _spoken(language: str) -> str:
    """Papers are written in two languages."""
    return language if language in LANGUAGES else LANGUAGES[0]


async def _pen(session: Any, survey: Asked, language: str, tools: Tools) -> Writer:
    place = await places.municipality(session, survey.municipality_id)
    assert place is not None
    form = await survey_revisions.whole(session, survey.id)
    names = await places.names(session, place.id)
    zone = await places.time_zone(session, place.id)
    told = {name: await tags.counted(session, survey.id, name) for name in countable(form)}
    return Writer(
        Teller(partial(tools.text, language), (language, form.languages[0]), form, names),
        survey,
        place.name,
        (day(survey.opens_at, zone), day(survey.closes_at, zone)),
        0 if survey.guests else await size(session, place.id, survey.audience),
        {name: counts for name, counts in told.items() if counts},
    )


def _words(survey: Asked, language: str, tools: Tools) -> Outgoing:
    text = partial(tools.text, language)
    title = Words(survey.title).read(language, LANGUAGES[0])
    more = Choice(f"go:survey:{survey.id}", text("surveys-to-this"))
    menu = (Choice("!menu", text("core-menu")),)
    return Outgoing(text("needs-report-made", title=title), (more,), menu)


JOURNEYS = (Journey("survey-report", script, apply),)
JOBS = {REPORT: send}
LOST = {REPORT: lost}
