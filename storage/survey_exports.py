"""A survey's answers handed out for analysis: no names, and no settlement of a few people."""

from dataclasses import replace
from datetime import datetime
from secrets import SystemRandom
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, String, cast, func, null, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.survey.mixing import mixed
from bot.civic.survey.revisions import whole
from bot.civic.survey.sheets import Gathered, Sheet, masked
from storage import survey_revisions
from storage.log import note
from storage.surveys import Asked
from storage.tables.people import Municipality, Settlement
from storage.tables.surveys import SurveyResponse, SurveySheet
from storage.tables.work import Log

EXPORT = "survey-export"
"""What the log calls it."""

CODE = func.coalesce(Settlement.code, "")


def ready(survey: Asked) -> bool:
    """Whether answers may be handed out.  Of an anonymous survey only once it is closed: the new
    row of two exports in turn would be whoever has answered in between."""
    return survey.state == "closed" or (survey.state == "open" and not survey.anonymous)


async def gather(session: AsyncSession, survey: Asked, now: datetime) -> Gathered:
    """All that is handed out of a survey that is ready.  An anonymous one is shuffled each time."""
    place = survey.municipality_id
    office = select(Municipality.name, Municipality.main_language, Municipality.time_zone)
    name, main, zone = (await session.execute(office.where(Municipality.id == place))).one()
    revisions = await survey_revisions.every(session, survey.id)
    villages = select(Settlement.code, Settlement.name).where(Settlement.municipality_id == place)
    query = _unnamed(survey.id) if survey.anonymous else _named(survey.id)
    sheets = [Sheet(*row) for row in await session.execute(query)]
    if survey.anonymous:
        SystemRandom().shuffle(sheets)
    gathered = Gathered(
        survey.id,
        survey.title,
        name,
        whole([one.form for one in revisions]),
        survey.anonymous,
        survey.opens_at,
        survey.closes_at,
        min(now, survey.closes_at),
        ZoneInfo(zone),
        tuple(sheets),
        {code: words.get(main, code) for code, words in await session.execute(villages)},
        tuple(revisions),
    )
    if survey.anonymous and len(revisions) > 1:
        return mixed(gathered)
    return replace(gathered, sheets=tuple(masked(gathered.form, sheets)))


def _named(survey_id: int) -> Select[dict[str, Any], str, str, datetime, str]:
    """In the order of answering; the hour is told, the person is not."""
    response = SurveyResponse
    columns = (
        response.answers,
        response.language,
        CODE,
        response.answered_at,
        cast(response.revision, String),
    )
    found = select(*columns).outerjoin(Settlement, Settlement.id == response.settlement_id)
    return found.where(response.survey_id == survey_id).order_by(response.id)


def _unnamed(survey_id: int) -> Select[dict[str, Any], str, str, None, str]:
    sheet = SurveySheet
    found = select(sheet.answers, sheet.language, CODE, null(), cast(sheet.revision, String))
    home = found.outerjoin(Settlement, Settlement.id == sheet.settlement_id)
    return home.where(sheet.survey_id == survey_id)


async def keep_note(
    session: AsyncSession, survey: Asked, rows: int, now: datetime, person: int | None = None
) -> int:
    """Log that the answers were handed out, to nobody where a command did it; how often by now."""
    subject = f"survey:{survey.id}"
    await note(
        session,
        EXPORT,
        now,
        person=person,
        municipality=survey.municipality_id,
        subject=subject,
        detail={"rows": rows},
    )
    query = select(func.count()).where(Log.action == EXPORT, Log.subject == subject)
    return int((await session.execute(query)).scalar_one())
