"""What people answered to a needs survey; in an anonymous one, or with help, without saying who."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage import media, survey_phones
from storage.tables.surveys import Survey, SurveyAnswered, SurveyResponse, SurveySheet

Table = type[SurveyResponse] | type[SurveySheet]
PART = 250  # sheets read at once; some milliseconds


@dataclass(frozen=True, slots=True)
class Filled:
    """One answered sheet, without the person.  `values` are as `bot.civic.survey.answers` tells.

    `assisted` says how a helper entered it: "door", "paper", or "" for people's own answers.
    `revision` is the number of the form that was asked.
    """

    settlement_id: int | None
    language: str
    values: dict[str, str]
    assisted: str = ""
    revision: int = 1


async def add(
    session: AsyncSession, survey_id: int, person_id: int, filled: Filled, now: datetime
) -> bool:
    """Keep one person's answers; False if the survey has closed in between.

    Somebody who has answered already is a violated constraint, and so is a proven phone number
    whose answer a helper has entered.  Closing waits for this.
    """
    anonymous = await running(session, survey_id, now)
    if anonymous is None:
        return False
    await survey_phones.keep_own(session, survey_id, person_id)
    if anonymous:
        await session.execute(
            insert(SurveyAnswered).values(survey_id=survey_id, person_id=person_id)
        )
        await keep_sheet(session, survey_id, filled)
    else:
        await _keep_named(session, survey_id, person_id, filled, now)
    return True


async def running(session: AsyncSession, survey_id: int, now: datetime) -> bool | None:
    """Whether an open survey is anonymous; None if it takes no answers.  Closing waits for this."""
    query = select(Survey.anonymous).where(
        Survey.id == survey_id,
        Survey.state == "open",
        Survey.opens_at <= now,
        Survey.closes_at > now,
    )
    return (await session.execute(query.with_for_update(read=True))).scalar_one_or_none()


async def _keep_named(
    session: AsyncSession, survey_id: int, person_id: int, filled: Filled, now: datetime
) -> None:
    row = {
        "survey_id": survey_id,
        "person_id": person_id,
        "settlement_id": filled.settlement_id,
        "language": filled.language,
        "answered_at": now,
        "answers": filled.values,
        "revision": filled.revision,
    }
    await session.execute(insert(SurveyResponse).values(row))


async def keep_sheet(session: AsyncSession, survey_id: int, filled: Filled) -> None:
    """Answers without the person; their photos are nobody's from now on."""
    await session.execute(insert(SurveySheet).values(_sheet(survey_id, filled)))
    await media.disown(session, filled.values.values())


def _sheet(survey_id: int, filled: Filled) -> dict[str, Any]:
    return {
        "id": secrets.token_hex(16),
        "survey_id": survey_id,
        "settlement_id": filled.settlement_id,
        "language": filled.language,
        "answers": filled.values,
        "assisted": filled.assisted,
        "revision": filled.revision,
    }


async def shuffle(session: AsyncSession, survey_id: int) -> None:
    """Write the sheets of a survey anew, all at once and in random order.

    Until then a sheet could be matched with a person by its place or by the transaction that wrote
    both rows.
    """
    sheets = parts(session, survey_id, (SurveySheet,))
    rows = [_sheet(survey_id, filled) async for part in sheets for _, filled in part]
    if rows:
        await session.execute(delete(SurveySheet).where(SurveySheet.survey_id == survey_id))
        await session.execute(insert(SurveySheet), sorted(rows, key=lambda row: str(row["id"])))


async def count(session: AsyncSession, survey_id: int) -> int:
    """How many sheets there are, people's own and those that helpers entered."""
    tables = [
        select(func.count()).where(table.survey_id == survey_id).scalar_subquery()
        for table in (SurveyResponse, SurveySheet)
    ]
    return int((await session.execute(select(tables[0] + tables[1]))).scalar_one())


async def parts(
    session: AsyncSession, survey_id: int, tables: Sequence[Table] = (SurveyResponse, SurveySheet)
) -> AsyncIterator[list[tuple[int | str, Filled]]]:
    """Every answered sheet with the key of its row; in parts, for others wait while one is read."""
    for table in tables:
        last: int | str | None = None
        while rows := await _part(session, table, survey_id, last):
            yield [(row[0], Filled(*row[1:])) for row in rows]
            last = rows[-1][0]
            await asyncio.sleep(0)


async def _part(
    session: AsyncSession, table: Table, survey_id: int, last: int | str | None
) -> Sequence[Any]:
    assisted = SurveySheet.assisted if table is SurveySheet else literal("")
    what = (table.settlement_id, table.language, table.answers, assisted, table.revision)
    query = (
        select(table.id, *what).where(table.survey_id == survey_id).order_by(table.id).limit(PART)
    )
    if last is not None:
        query = query.where(table.id > last)
    return (await session.execute(query)).all()
