"""What is done with a survey's workbook off the turn: it is read and kept; a new one is made."""

from datetime import datetime
from functools import partial
from typing import Any

from bot.civic.survey.written import Written
from bot.journey import ReadForm, Tools
from bot.messages import Choice, Outgoing
from handlers.parts import xlsform_words as words
from handlers.parts.print_send import attached, post, sorry
from storage import survey_drafts, surveys
from storage.staff import is_staff

Args = dict[str, Any]

MOST_ASKED = 3  # languages that are asked about; more are mended in Excel
LONGEST = 60  # characters of a column's language in such a question
PLAIN = "default"


async def read(args: Args, tools: Tools) -> dict[str, Any]:
    """A draft, or what is wrong with the file, or what its sender must be asked."""
    async with tools.reading() as session:
        if not await is_staff(session, args["person"], args["place"]):
            return {"refused": "yours"}
    try:
        content = await tools.file(args["file"], args["person"])
    except LookupError:
        return {"refused": "gone"}
    reading = await tools.xlsform(content, args["repairs"], args["answers"])
    form = reading.form
    if form is None:
        return _refused(reading, args["answers"])
    async with tools.writing() as session:
        id = await _kept(session, args, form, tools.now())
    return {
        "survey": id,
        "repaired": words.first(reading.repaired),
        "mended": len(reading.repaired),
        "notes": words.first(reading.notes),
        "noted": len(reading.notes),
    }


async def _kept(session: Any, args: Args, form: Written, now: datetime) -> int:
    """As a new draft, or as the one that corrects an open survey of this place."""
    if not args.get("corrects"):
        new = survey_drafts.proposal(args["place"], form.title, args["person"], now)
        return await survey_drafts.keep(session, new, form)
    survey = await surveys.find(session, int(args["corrects"]))
    assert survey is not None and survey.municipality_id == args["place"]
    return await survey_drafts.correct(session, survey, form, args["person"], now)


def _refused(reading: ReadForm, answers: dict[str, str]) -> dict[str, Any]:
    if asks := _asks(reading, answers):
        return {"asks": asks}
    mends = {problem["repair"] for problem in reading.problems}
    return {
        "problems": words.first(reading.problems),
        "count": len(reading.problems),
        "repairs": [] if None in mends else sorted(mends),
    }


def _asks(reading: ReadForm, answers: dict[str, str]) -> list[str]:
    """The columns whose language only their author knows."""
    unknown = [
        " ".join(problem["details"]["language"].casefold().split())
        for problem in reading.problems
        if problem["code"] == "unknown-language"
    ]
    if any(problem["code"] == "mixed-columns" for problem in reading.problems):
        unknown.append(PLAIN)
    asks = [one for one in dict.fromkeys(unknown) if one not in answers]
    return asks if len(asks) <= MOST_ASKED and max(map(len, asks), default=0) <= LONGEST else []


async def template(args: Args, tools: Tools) -> None:
    """A workbook with an example of everything, sent to whoever asked for it."""
    text = partial(tools.text, args["language"])
    name = f"{text('drafts-template-name').plain()}.xlsx"
    document = await tools.document(name, await tools.xlsform_template())
    send = Choice(f"go:survey-file:{args['place']}", text("drafts-file-have"))
    menu = (Choice("!menu", text("core-menu")),)
    said = Outgoing(text("drafts-template"), (send,), menu)
    async with tools.writing() as session:
        await post(session, tuple(args["to"]), [*attached([document]), said], tools)


JOBS = {"survey-read": read, "survey-template": template}
LOST = {"survey-template": sorry}
