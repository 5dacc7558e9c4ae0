"""The end of a survey: its answers are counted, kept, and sent to all who answered."""

from dataclasses import replace
from functools import partial
from typing import Any

from bot.civic.survey.form import Form
from bot.civic.survey.profile import leading
from bot.civic.survey.revisions import whole
from bot.journey import DueNow, Tools
from bot.messages import Choice, Html, Outgoing, Picture, lines
from handlers.parts.assist_words import share
from handlers.parts.needs_asked import note_asked
from handlers.parts.needs_charts import drawable, drawing
from handlers.parts.needs_count import Counting
from handlers.parts.needs_teller import Data, Teller
from storage import (
    answers,
    assist,
    campaigns,
    jobs,
    media,
    survey_end,
    survey_revisions,
    surveys,
)
from storage.campaigns import NewCampaign
from storage.places import time_zone
from storage.surveys import REPORT, RESULTS, Asked
from storage.tables.mail import NOTICE
from storage.tables.topics import SURVEYS

REWRITE, UNSENT = "survey-rewrite", "survey-unsent"


async def close(session: Any, row: DueNow, tools: Tools) -> None:
    """The survey's time is over: it takes no more answers, and counting is slow work."""
    survey_id = int(row.subject.partition(":")[2])
    if await surveys.close(session, survey_id, row.version):
        await answers.shuffle(session, survey_id)
        await jobs.ask_for(session, RESULTS, {"survey": survey_id}, tools.now())
        await jobs.ask_for(session, REWRITE, {}, tools.now())
        await jobs.ask_for(session, UNSENT, {"survey": survey_id}, tools.now())


async def drop_unsent(args: Data, tools: Tools) -> None:
    """Nothing can be sent any more: photos and recordings that were not are nobody's business."""
    async with tools.reading() as session:
        unsent = await survey_end.unsent(session, args["survey"])
    async with tools.writing() as session:
        await media.drop_unsent(session, unsent)


async def rewrite(args: Data, tools: Tools) -> None:
    """Old rows in the files would tell what the new ones do not."""
    await survey_end.rewrite(tools.writing)


async def publish(args: Data, tools: Tools) -> None:
    """Count, draw, keep, and send the result to all who answered; done twice, it is sent once."""
    async with tools.reading() as session:
        survey = await surveys.find(session, args["survey"])
        if survey is None or survey.results:
            return
        revisions = await survey_revisions.every(session, survey.id)
        zone = await time_zone(session, survey.municipality_id)
        form = whole([one.form for one in revisions])
        counting = Counting(form, survey.closes_at.astimezone(zone).date())
        async for part in answers.parts(session, survey.id):
            counting.add(filled for _, filled in part)
        unnumbered = (await assist.figures(session, survey.id)).unnumbered
    results = await tools.off_loop(counting.found)
    note_asked(results, revisions, counting.revisions, zone)
    results["assisted"] = share(counting.helped, counting.people, unnumbered)
    results["charts"] = await _charts(survey, form, results, tools)
    counted = replace(survey, results=results)
    async with tools.writing() as session:
        if await surveys.publish(session, survey.id, results, tools.now()) and counting.people:
            await _send(session, counted, form, tools)
            await jobs.ask_for(session, REPORT, {"survey": survey.id}, tools.now())


async def _charts(survey: Asked, form: Form, results: Data, tools: Tools) -> dict[str, list[str]]:
    """The first ranking as pictures in each language; none where too few have answered."""
    lead = leading(form)
    if lead is None or not drawable(results["questions"][lead.name]):
        return {}
    found = results["questions"][lead.name]
    return {
        language: await tools.charts(
            drawing(_teller(language, tools, form), survey.title, lead, found)
        )
        for language in survey.title
    }


async def _send(session: Any, survey: Asked, form: Form, tools: Tools) -> None:
    """Not at night: what was found can wait until the morning."""
    new = NewCampaign(
        survey.municipality_id,
        "results",
        {language: [_letter(survey, form, language, tools)] for language in survey.title},
        {"answered": survey.id},
        subject=f"survey:{survey.id}",
        topic=SURVEYS,
        lane=NOTICE,
    )
    begin = await campaigns.awake(session, survey.municipality_id, tools.now())
    await campaigns.create(session, new, tools.now(), hold_until=begin)


def _letter(survey: Asked, form: Form, language: str, tools: Tools) -> Data:
    """The first ranking as a picture and in words, and the way to all the rest."""
    results, teller, lead = survey.results or {}, _teller(language, tools, form), leading(form)
    told = teller.question(lead, results["questions"][lead.name]) if lead else Html("")
    out = tools.text(language, "needs-result-out")
    more = Choice(f"go:needs-results:{survey.id}", tools.text(language, "needs-result-all"))
    picture = Picture(results["charts"][language][0]) if results["charts"] else None
    text = lines(out, teller.heading(survey), told, by="\n\n")
    return Outgoing(text, (more,), picture=picture).to_json()


def _teller(language: str, tools: Tools, form: Form) -> Teller:
    return Teller(partial(tools.text, language), (language, language), form)


DUE = {RESULTS: close}
JOBS = {RESULTS: publish, REWRITE: rewrite, UNSENT: drop_unsent}
