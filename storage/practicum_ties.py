"""Somebody in the practicum turns out to be somebody else, or goes."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from storage import practicum, practicum_mentors
from storage.tables.practicum import TeamMember


async def forget(session: AsyncSession, person_id: int, now: datetime) -> None:
    """Before a person's rows go: out of their teams, and their reviews are done by others.

    What they wrote for a team stays the team's, with a number that leads to nobody.
    """
    await practicum_mentors.release(session, person_id, now)
    mine = select(TeamMember.team_id).where(TeamMember.person_id == person_id)
    for team in (await session.execute(mine.order_by(TeamMember.team_id))).scalars().all():
        await practicum.leave(session, team, person_id, now)


async def join(session: AsyncSession, kept: int, gone: int, now: datetime) -> None:
    """Before two people become one: one team of a course, and no review of one's own team."""
    mine, theirs = aliased(TeamMember), aliased(TeamMember)
    same = (mine.course == theirs.course, mine.version == theirs.version)
    double = select(theirs.team_id).where(mine.person_id == kept, theirs.person_id == gone, *same)
    for team in (await session.execute(double.order_by(theirs.team_id))).scalars().all():
        await practicum.leave(session, team, gone, now)
    for mentor, member in ((kept, gone), (gone, kept)):
        for call in await practicum_mentors.queue(session, mentor):
            if await practicum.own(session, call.team, member):
                await practicum_mentors.pass_on(session, call, "gone", now)
