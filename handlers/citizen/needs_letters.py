"""Letters of a survey, once each: it is open, an answer is not finished, it closes tomorrow."""

from typing import Any

from bot.formats import day, hour
from bot.journey import DueNow, Tools
from bot.messages import Choice, Html, Outgoing, Words
from storage import audiences, campaigns, places, survey_reminders, surveys, votes
from storage.campaigns import NewCampaign
from storage.due import Outdated
from storage.survey_audience import meant
from storage.survey_reminders import LAST, OPENED, UNFINISHED
from storage.surveys import Asked
from storage.tables.topics import SURVEYS


async def remind(session: Any, row: DueNow, tools: Tools) -> None:
    """To whoever it concerns, not in the quiet hours; nobody sees who they are."""
    survey = await surveys.find(session, int(row.subject.partition(":")[2]))
    if survey is None or not survey.is_open(tools.now()):
        raise Outdated
    kind = "answering" if row.occurrence == UNFINISHED else "unanswered"
    audience = {**meant(survey.municipality_id, survey.audience), kind: survey.id}
    if not await audiences.count_people(session, audience):
        raise Outdated
    main = await votes.main_language(session, survey.municipality_id)
    bodies = {
        language: [await _letter(session, survey, (language, main), row.occurrence, tools)]
        for language in await audiences.read_by(session, audience, main)
    }
    new = NewCampaign(
        survey.municipality_id,
        "survey",
        bodies,
        audience,
        subject=f"survey-open:{survey.id}",
        version=survey.version,
        topic=SURVEYS,
        useful_until=survey.closes_at,
    )
    at = await campaigns.goes_out(session, survey.municipality_id, tools.now())
    await campaigns.create(session, new, tools.now(), hold_until=at)


async def _letter(
    session: Any, survey: Asked, languages: tuple[str, str], occurrence: str, tools: Tools
) -> dict[str, Any]:
    language, main = languages
    zone = await places.time_zone(session, survey.municipality_id)
    told = {
        "title": Words(survey.title).read(language, main),
        "date": day(survey.closes_at, zone),
        "hour": hour(survey.closes_at, zone),
    }
    text, way = _LETTERS[occurrence](language, told, tools)
    menu = (Choice("!menu", tools.text(language, "core-menu")),)
    return Outgoing(text, (Choice(f"go:needs:{survey.id}", way),), menu).to_json()


def _opened(language: str, told: dict[str, str], tools: Tools) -> tuple[Html, Html]:
    text = tools.text(language, "drafts-remind-opened", **told)
    return text, tools.text(language, "drafts-remind-answer")


def _unfinished(language: str, told: dict[str, str], tools: Tools) -> tuple[Html, Html]:
    text = tools.text(language, "drafts-remind-unfinished", **told)
    return text, tools.text(language, "drafts-remind-go-on")


def _last(language: str, told: dict[str, str], tools: Tools) -> tuple[Html, Html]:
    text = tools.text(language, "drafts-remind-last", **told)
    return text, tools.text(language, "drafts-remind-answer")


_LETTERS = {OPENED: _opened, UNFINISHED: _unfinished, LAST: _last}

DUE = {survey_reminders.REMIND: remind}
FRESH = {"survey-open": survey_reminders.still_open}
