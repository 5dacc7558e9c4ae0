"""What people answered to a needs survey; in an anonymous one, without saying who."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.surveys import (
    Survey,
    SurveyAnswer,
    SurveyAnswered,
    SurveyQuestion,
    SurveyResponse,
    SurveySheet,
)


@dataclass(frozen=True, slots=True)
class Filled:
    """One answered sheet, without the person."""

    settlement_id: int | None
    language: str
    values: dict[str, Any]  # by the names of their questions; a skipped one is missing


async def add(
    session: AsyncSession, survey_id: int, person_id: int, filled: Filled, now: datetime
) -> bool:
    """Keep one person's answers; False if the survey has closed in between.

    Somebody who has answered already is a violated constraint.  Closing waits for this.
    """
    running = (
        select(Survey.anonymous)
        .where(
            Survey.id == survey_id,
            Survey.state == "open",
            Survey.opens_at <= now,
            Survey.closes_at > now,
        )
        .with_for_update(read=True)
    )
    anonymous = (await session.execute(running)).scalar_one_or_none()
    if anonymous is None:
        return False
    if anonymous:
        await _keep_unnamed(session, survey_id, person_id, filled)
    else:
        await _keep_named(session, survey_id, person_id, filled, now)
    return True


async def _keep_named(
    session: AsyncSession, survey_id: int, person_id: int, filled: Filled, now: datetime
) -> None:
    response = (
        insert(SurveyResponse)
        .values(
            survey_id=survey_id,
            person_id=person_id,
            settlement_id=filled.settlement_id,
            language=filled.language,
            answered_at=now,
        )
        .returning(SurveyResponse.id)
    )
    response_id = (await session.execute(response)).scalar_one()
    query = select(SurveyQuestion.name, SurveyQuestion.id).where(
        SurveyQuestion.survey_id == survey_id
    )
    ids = {name: id for name, id in await session.execute(query)}
    rows = [
        {"response_id": response_id, "question_id": ids[name], "value": value}
        for name, value in filled.values.items()
    ]
    if rows:
        await session.execute(insert(SurveyAnswer), rows)


async def _keep_unnamed(
    session: AsyncSession, survey_id: int, person_id: int, filled: Filled
) -> None:
    await session.execute(insert(SurveyAnswered).values(survey_id=survey_id, person_id=person_id))
    await session.execute(insert(SurveySheet).values(_sheet(survey_id, filled)))


def _sheet(survey_id: int, filled: Filled) -> dict[str, Any]:
    return {
        "id": secrets.token_hex(16),
        "survey_id": survey_id,
        "settlement_id": filled.settlement_id,
        "language": filled.language,
        "answers": filled.values,
    }


async def shuffle(session: AsyncSession, survey_id: int) -> None:
    """Write the sheets of an anonymous survey anew, all at once and in random order.

    Until then a sheet could be matched with a person by its place or by the transaction that wrote
    both rows.
    """
    rows = [_sheet(survey_id, filled) for filled in await _sheets(session, survey_id)]
    if rows:
        await session.execute(delete(SurveySheet).where(SurveySheet.survey_id == survey_id))
        await session.execute(insert(SurveySheet), sorted(rows, key=lambda row: str(row["id"])))


async def every(session: AsyncSession, survey_id: int) -> list[Filled]:
    """Every answered sheet of a survey."""
    query = (
        select(
            SurveyResponse.id,
            SurveyResponse.settlement_id,
            SurveyResponse.language,
            SurveyQuestion.name,
            SurveyAnswer.value,
        )
        .outerjoin(SurveyAnswer, SurveyAnswer.response_id == SurveyResponse.id)
        .outerjoin(SurveyQuestion, SurveyQuestion.id == SurveyAnswer.question_id)
        .where(SurveyResponse.survey_id == survey_id)
    )
    named: dict[int, Filled] = {}
    for response, settlement, language, name, value in await session.execute(query):
        sheet = named.setdefault(response, Filled(settlement, language, {}))
        if name is not None:
            sheet.values[name] = value
    return [*named.values(), *await _sheets(session, survey_id)]


async def _sheets(session: AsyncSession, survey_id: int) -> list[Filled]:
    query = select(SurveySheet.settlement_id, SurveySheet.language, SurveySheet.answers).where(
        SurveySheet.survey_id == survey_id
    )
    return [Filled(*row) for row in await session.execute(query)]
