"""A survey's answers for analysis, without names: made in a job, sent into the chat as a file.

The subject is the survey's id.
"""

from dataclasses import dataclass
from functools import partial
from typing import Any

from bot.civic.survey.attachments import asked_for
from bot.civic.survey.sheets import Gathered
from bot.conversation import Chat
from bot.formats import day, hour
from bot.journey import Done, Journey, Me, Open, Outcome, Text, Tools
from bot.messages import LARGEST_DOCUMENT, Choice, Document, Html, Words
from handlers.parts.print_send import attached, post, sorry
from handlers.parts.survey_explained import explained
from handlers.parts.survey_handed import closing, handed
from storage import jobs, staff, survey_exports, survey_revisions, surveys
from storage.surveys import Asked

XLSX, CSV, MEDIA = "xlsx", "csv", "media"
ENDINGS = {XLSX: ".xlsx", CSV: ".zip"}


@dataclass(frozen=True, slots=True)
class Order:
    """The answers of which survey are wanted, in which kind of file."""

    survey: Asked
    kind: str


async def script(chat: Chat) -> Order | Done:
    survey = await _find(chat)
    if survey is None:
        return Done(chat.text("surveys-not-staff"))
    to_list = (chat.text("surveys-to-list"), Open("surveys", survey.municipality_id))
    if not survey_exports.ready(survey):
        zone, end = chat.me.zone, survey.closes_at
        when = chat.text("export-anonymous", date=day(end, zone), hour=hour(end, zone))
        return Done(when, links=(to_list,))
    count = await chat.read(survey_exports.size, survey)
    if not count:
        return Done(chat.text("export-empty"), links=(to_list,))
    title = Words(survey.title).read(chat.me.language, chat.me.main_language)
    choices = [Choice(XLSX, chat.text("export-xlsx")), Choice(CSV, chat.text("export-csv"))]
    if asked_for(await chat.read(survey_revisions.whole, survey.id)):
        choices.append(Choice(MEDIA, chat.text("export-media"), wide=True))
    ask = chat.text("export-ask", title=title, count=count)
    return Order(survey, await chat.choose("kind", ask, choices))


async def _find(chat: Chat) -> Asked | None:
    """The survey, for a coordinator of its municipality only."""
    known = chat.subject.isdecimal()
    survey = await chat.read(surveys.find, int(chat.subject)) if known else None
    place = survey.municipality_id if survey else ""
    return survey if await chat.read(staff.is_staff, chat.me.person, place) else None


async def apply(session: Any, me: Me, text: Text, result: Order | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    args = {
        "survey": result.survey.id,
        "kind": result.kind,
        "person": me.person,
        "to": [me.bot, me.account],
        "speaks": me.language,
    }
    media = result.kind == MEDIA
    kind = survey_exports.ATTACHMENTS if media else survey_exports.EXPORT
    await jobs.ask_for(session, kind, args, me.now)
    to_list = (text("surveys-to-list"), Open("surveys", result.survey.municipality_id))
    making = text("export-media-making") if media else text("export-making")
    return Done(making, links=(to_list,))


async def make(args: dict[str, Any], tools: Tools) -> None:
    """Write the file, send it to whoever asked if they still work there, and log that."""
    if (found := await handed(args, tools)) is None:
        return
    survey, gathered = found
    file = await _file(args, gathered, tools)
    async with tools.writing() as session:
        if file is None:
            said = [closing(args, _said(args, gathered, tools, None), tools)]
        else:
            log, person = {"rows": len(gathered.sheets)}, args["person"]
            times = await survey_exports.keep_note(session, survey, log, tools.now(), person)
            last = closing(args, _said(args, gathered, tools, times), tools)
            said = [*attached([file]), last]
        await post(session, tuple(args["to"]), said, tools)


async def _file(args: dict[str, Any], gathered: Gathered, tools: Tools) -> Document | None:
    """None where it is too large for a messenger."""
    told = explained(partial(tools.text, args["speaks"]), gathered, args["speaks"])
    write = tools.answers_book if args["kind"] == XLSX else tools.answers_files
    try:
        content = await write(gathered, told)
    except OverflowError:
        return None
    if len(content) > LARGEST_DOCUMENT:
        return None
    return await tools.document(f"survey-{gathered.number}{ENDINGS[args['kind']]}", content)


def _said(args: dict[str, Any], gathered: Gathered, tools: Tools, times: int | None) -> Html:
    """What it was and how often it was taken, or that it cannot be sent."""
    text = partial(tools.text, args["speaks"])
    title = Words(dict(gathered.title)).read(args["speaks"])
    if times is None:
        return text("export-too-large", number=str(gathered.number))
    return text("export-made", title=title, count=len(gathered.sheets), times=times)


JOURNEYS = (Journey("survey-export", script, apply),)
JOBS = {survey_exports.EXPORT: make}
LOST = {survey_exports.EXPORT: sorry}
