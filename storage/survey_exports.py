"""A survey's answers handed out for analysis: no names, and no settlement of a few people."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from secrets import SystemRandom
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, String, cast, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.survey.mixing import mixed
from bot.civic.survey.revisions import whole
from bot.civic.survey.sheets import OWN, Gathered, Sheet, masked
from storage import survey_revisions
from storage.log import note
from storage.surveys import Asked
from storage.tables.people import Municipality, Settlement
from storage.tables.surveys import SurveyResponse, SurveySheet
from storage.tables.work import Log

EXPORT = "survey-export"
"""What the log calls it."""

ATTACHMENTS = "survey-attachments"
"""The job that packs the photos and recordings; in the log it is an export like the others."""

CODE = func.coalesce(Settlement.code, "")


def ready(survey: Asked) -> bool:
    """Whether answers may be handed out.  Of an anonymous survey only once it is closed: the new
    row of two exports in turn would be whoever has answered in between."""
    return survey.state == "closed" or (survey.state == "open" and not survey.anonymous)


async def gather(session: AsyncSession, survey: Asked, now: datetime) -> Gathered:
    """All that is handed out of a survey that is ready, shuffled where nobody stands behind it."""
    place = survey.municipality_id
    office = select(Municipality.name, Municipality.main_language, Municipality.time_zone)
    name, main, zone = (await session.execute(office.where(Municipality.id == place))).one()
    revisions = await survey_revisions.every(session, survey.id)
    villages = select(Settlement.code, Settlement.name).where(Settlement.municipality_id == place)
    sheets = await _sheets(session, survey)
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
    told = sorted(masked(gathered.form, sheets), key=_hour)
    return replace(gathered, sheets=tuple(told))


async def _sheets(session: AsyncSession, survey: Asked) -> list[Sheet]:
    """In no order: that of the rows would tell who was helped, or who came when."""
    named = await session.execute(_named(survey.id))
    unnamed = await session.execute(_unnamed(survey))
    sheets = [
        *(Sheet(*row) for row in named),
        *(
            Sheet(values, speaks, code, version=version, assisted=way or OWN)
            for values, speaks, code, version, way in unnamed
        ),
    ]
    SystemRandom().shuffle(sheets)
    return sheets


def _hour(sheet: Sheet) -> tuple[bool, float]:
    """The order of answering; those whose hour is not told come last."""
    return sheet.at is None, sheet.at.timestamp() if sheet.at else 0.0


def _named(survey_id: int) -> Select[dict[str, Any], str, str, datetime, str]:
    response = SurveyResponse
    columns = (
        response.answers,
        response.language,
        CODE,
        response.answered_at,
        cast(response.revision, String),
    )
    found = select(*columns).outerjoin(Settlement, Settlement.id == response.settlement_id)
    return found.where(response.survey_id == survey_id)


def _unnamed(survey: Asked) -> Select[dict[str, Any], str, str, str, str]:
    """Only once it is closed: the new one of two exports would be whoever was just visited."""
    sheet, version = SurveySheet, cast(SurveySheet.revision, String)
    found = select(sheet.answers, sheet.language, CODE, version, sheet.assisted)
    home = found.outerjoin(Settlement, Settlement.id == sheet.settlement_id)
    return home.where(sheet.survey_id == survey.id, literal(survey.state == "closed"))


async def size(session: AsyncSession, survey: Asked) -> int:
    """How many people's answers would be handed out."""
    counts = [
        select(func.count()).select_from(told.subquery())
        for told in (_named(survey.id), _unnamed(survey))
    ]
    return sum([(await session.execute(count)).scalar_one() for count in counts])


async def keep_note(
    session: AsyncSession,
    survey: Asked,
    detail: Mapping[str, int],
    now: datetime,
    person: int | None = None,
) -> int:
    """Log that answers were handed out, to nobody where a command did it; how often by now.

    `detail` says how many "rows" and "files".
    """
    subject = f"survey:{survey.id}"
    await note(
        session,
        EXPORT,
        now,
        person=person,
        municipality=survey.municipality_id,
        subject=subject,
        detail=dict(detail),
    )
    query = select(func.count()).where(Log.action == EXPORT, Log.subject == subject)
    return int((await session.execute(query)).scalar_one())
