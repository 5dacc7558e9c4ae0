"""What people are told of a survey while it is open: that it is, and two reminders before its end.

Of a short survey there are no reminders.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage import due, surveys
from storage.surveys import Asked
from storage.tables.work import Due

REMIND = "survey-remind"
"""The due-row of a letter; subject "survey:<id>", occurrence OPENED, UNFINISHED or LAST."""

OPENED, UNFINISHED, LAST = "opened", "unfinished", "last"
DAYS_BEFORE = {UNFINISHED: 2, LAST: 1}
SHORTEST = timedelta(days=3)  # of a survey of which people are reminded
AT = time(10)  # local: an hour at which nobody is asleep and few are in a hurry


async def plan(
    session: AsyncSession, id: int, opens_at: datetime, closes_at: datetime, zone: ZoneInfo
) -> None:
    """Promise both reminders of a survey that has just been opened."""
    if closes_at - opens_at < SHORTEST:
        return
    for occurrence, days in DAYS_BEFORE.items():
        day = closes_at.astimezone(zone).date() - timedelta(days=days)
        at = datetime.combine(day, AT, zone)
        if at > opens_at:
            await due.plan(
                session, REMIND, f"survey:{id}", at, occurrence=occurrence, useful_until=closes_at
            )


async def tell(session: AsyncSession, survey: Asked, now: datetime) -> None:
    """Promise the notice that a survey is open; there is one, however often it is promised."""
    at = survey.closes_at
    if not await told(session, survey.id):
        await due.plan(
            session, REMIND, f"survey:{survey.id}", now, occurrence=OPENED, useful_until=at
        )


async def told(session: AsyncSession, survey_id: int) -> bool:
    """Whether the notice has been promised or sent."""
    query = select(Due.id).where(
        Due.kind == REMIND, Due.subject == f"survey:{survey_id}", Due.occurrence == OPENED
    )
    return (await session.execute(query.limit(1))).first() is not None


async def still_open(session: AsyncSession, id: str, version: int) -> bool:
    """Whether a letter that asks to answer is still true: nobody has ended the survey early."""
    survey = await surveys.find(session, int(id))
    return survey is not None and (survey.state, survey.version) == ("open", version)
