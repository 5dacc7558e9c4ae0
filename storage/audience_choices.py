"""What of a municipality an audience can be chosen by."""

from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.ideas import Idea
from storage.tables.meetings import Meeting, Signup
from storage.tables.people import Account, Person, Settlement
from storage.tables.projects import Follow
from storage.tables.surveys import Survey
from storage.tables.votes import Process, Project

Named = list[tuple[str, dict[str, str]]]
"""An id and what it is called."""

LISTED = 30  # the newest of a kind


async def settlements(session: AsyncSession, place: str, now: datetime) -> Named:
    query = select(Settlement.id, Settlement.name).where(Settlement.municipality_id == place)
    return await _named(session, query.order_by(Settlement.id))


async def ages(session: AsyncSession, place: str) -> list[int]:
    """Ages that people have said they have reached."""
    query = select(Person.age_from).where(Person.municipality_id == place, Person.age_from > 0)
    return list((await session.execute(query.distinct().order_by(Person.age_from))).scalars())


async def bots(session: AsyncSession, place: str) -> list[str]:
    """Messengers on which people of this municipality are."""
    query = select(Account.bot).join(Person, Person.id == Account.person_id)
    here = query.where(Person.municipality_id == place).distinct().order_by(Account.bot)
    return list((await session.execute(here)).scalars())


async def meetings(session: AsyncSession, place: str, now: datetime) -> Named:
    """Meetings that somebody has signed up for, and that are not long over."""
    taken = exists().where(Signup.meeting_id == Meeting.id)
    query = select(Meeting.id, Meeting.title).where(Meeting.municipality_id == place, taken)
    return await _named(session, query.order_by(Meeting.starts_at.desc()).limit(LISTED))


async def coming(session: AsyncSession, place: str, now: datetime) -> Named:
    """Meetings that one can still sign up for."""
    ahead = (Meeting.state == "planned", Meeting.starts_at > now)
    query = select(Meeting.id, Meeting.title).where(Meeting.municipality_id == place, *ahead)
    return await _named(session, query.order_by(Meeting.starts_at).limit(LISTED))


async def editions(session: AsyncSession, place: str, now: datetime) -> Named:
    """Votes to which ideas were sent."""
    proposed = exists().where(Idea.process_id == Process.id)
    query = select(Process.id, Process.name).where(Process.municipality_id == place, proposed)
    return await _named(session, query.order_by(Process.id.desc()).limit(LISTED))


async def projects(session: AsyncSession, place: str, now: datetime) -> Named:
    """Projects that somebody follows."""
    followed = exists().where(Follow.project_id == Project.id)
    query = select(Project.id, Project.title).join(Process, Process.id == Project.process_id)
    here = query.where(Process.municipality_id == place, followed)
    return await _named(session, here.order_by(Project.id.desc()).limit(LISTED))


async def surveys(session: AsyncSession, place: str, now: datetime) -> Named:
    """Surveys that were or are answered."""
    begun = (Survey.municipality_id == place, Survey.state.in_(("open", "closed")))
    query = select(Survey.id, Survey.title).where(*begun)
    return await _named(session, query.order_by(Survey.id.desc()).limit(LISTED))


async def _named(session: AsyncSession, query: object) -> Named:
    rows = await session.execute(query)  # type: ignore[call-overload]
    return [(str(id), name) for id, name in rows]
