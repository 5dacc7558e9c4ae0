"""A survey on paper: asked for in the chat, drawn in a job, sent back as a file.

The subject is the survey's id.
"""

from dataclasses import dataclass
from functools import partial
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text, Tools
from bot.messages import Choice, Outgoing, Words
from handlers.parts.print_send import attached, file_name, post, sorry
from handlers.parts.print_survey import Printer, Survey
from storage import assist, jobs, surveys
from storage.surveys import Asked

JOB = "survey-sheet"


@dataclass(frozen=True, slots=True)
class Order:
    """Which survey, in which language."""

    survey: Asked
    language: str


async def script(chat: Chat) -> Order | Done:
    known = chat.subject.isdecimal()
    survey = await chat.read(surveys.find, int(chat.subject)) if known else None
    place = survey.municipality_id if survey else ""
    if survey is None or not await chat.read(assist.may_help, chat.me.person, place):
        return Done(chat.text("assist-not-yours"))
    form = await chat.read(surveys.form, survey.id)
    names = {"ka": chat.text("print-in-ka"), "en": chat.text("print-in-en")}
    choices = [Choice(code, name) for code, name in names.items() if code in form.languages]
    if len(choices) < 2:
        return Order(survey, choices[0].id if choices else chat.me.main_language)
    return Order(survey, await chat.choose("language", chat.text("print-language"), choices))


async def apply(session: Any, me: Me, text: Text, result: Order | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    args = {
        "survey": result.survey.id,
        "language": result.language,
        "person": me.person,
        "to": [me.bot, me.account],
        "speaks": me.language,
    }
    await jobs.ask_for(session, JOB, args, me.now)
    name = Words(result.survey.title).read(me.language, me.main_language)
    onward = ((text("assist-name"), Open("assist", str(result.survey.id))),)
    return Done(text("print-making", name=name), links=onward)


async def make(args: dict[str, Any], tools: Tools) -> None:
    """Draw the sheet and send it to whoever asked, if they still help there."""
    async with tools.reading() as session:
        survey = await surveys.find(session, args["survey"])
        assert survey is not None
        if not await assist.may_help(session, args["person"], survey.municipality_id):
            return
        subject = await surveys.printed(session, survey)
    pen = Printer(partial(tools.text, args["language"]), args["language"], Survey(**subject))
    title = Words(survey.title).read(args["language"])
    document = await tools.paper(file_name(title), pen.masthead, pen.sheet)
    text = partial(tools.text, args["speaks"])
    more = Choice(f"go:assist:{survey.id}", text("assist-name"))
    menu = (Choice("!menu", text("core-menu")),)
    said = [*attached([document]), Outgoing(text("print-made", name=title), (more,), menu)]
    async with tools.writing() as session:
        await post(session, tuple(args["to"]), said, tools)


JOURNEYS = (Journey("survey-sheet", script, apply),)
JOBS = {JOB: make}
LOST = {JOB: sorry}
