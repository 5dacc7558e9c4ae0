"""An applicant turns out to be somebody else, or goes."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.admission import MARKS
from storage import admission_cohort, applications
from storage.applications import Applied
from storage.tables.admission import Application


async def forget(session: AsyncSession, person_id: int, now: datetime) -> None:
    """Before a person's rows go: their applications are taken back, their places are free."""
    for application in await of_person(session, person_id):
        await admission_cohort.leave(session, application.id, now)


async def join(session: AsyncSession, kept: int, gone: int, now: datetime) -> None:
    """Before two people become one: of two applications to a call the better one holds."""
    theirs = {one.call: one for one in await of_person(session, gone)}
    for mine in await of_person(session, kept):
        if other := theirs.get(mine.call):
            worse = max(other, mine, key=_rank)
            await admission_cohort.leave(session, worse.id, now)


def _rank(one: Applied) -> int:
    return MARKS.index(one.mark) if one.mark else len(MARKS)


async def of_person(session: AsyncSession, person_id: int) -> list[Applied]:
    """All applications of somebody, in the order of the calls."""
    query = select(Application.call_id).where(Application.person_id == person_id)
    calls = (await session.execute(query.order_by(Application.call_id))).scalars().all()
    found = [await applications.mine(session, call, person_id) for call in calls]
    return [one for one in found if one]
