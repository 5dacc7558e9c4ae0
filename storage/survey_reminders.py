"""What is promised of a survey before it closes: two reminders, of a short survey none."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from storage import due, surveys

REMIND = "survey-remind"
"""The due-row of a reminder; subject "survey:<id>", occurrence UNFINISHED or LAST."""

UNFINISHED, LAST = "unfinished", "last"
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


async def still_open(session: AsyncSession, id: str, version: int) -> bool:
    """Whether a letter that asks to answer is still true: nobody has ended the survey early."""
    survey = await surveys.find(session, int(id))
    return survey is not None and (survey.state, survey.version) == ("open", version)
