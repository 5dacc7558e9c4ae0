"""Who an announcement or a notice is for, as data; one row of KINDS for each way to say it."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.recipients import people
from storage.tables.ideas import Idea, Support
from storage.tables.meetings import Signup
from storage.tables.people import Account, Person
from storage.tables.projects import Follow
from storage.tables.surveys import SurveyAnswered, SurveyResponse
from storage.tables.votes import Electorate, Project

Condition = ColumnElement[bool]

SMALLEST = 10
"""Staff may not write to fewer people: a list of names would show through."""


def _signed_up(meeting: int) -> Condition:
    return Person.id.in_(select(Signup.person_id).where(Signup.meeting_id == meeting))


def _voted(process: int) -> Condition:
    return Person.id.in_(select(Electorate.person_id).where(Electorate.process_id == process))


def _took_part(process: int) -> Condition:
    """Voters, authors of ideas and who supported them, followers of projects: each once."""
    ideas = select(Idea.id).where(Idea.process_id == process)
    built = select(Project.id).where(Project.process_id == process)
    return or_(
        _voted(process),
        Person.id.in_(select(Idea.author_id).where(Idea.process_id == process)),
        Person.id.in_(select(Support.person_id).where(Support.idea_id.in_(ideas))),
        Person.id.in_(select(Follow.person_id).where(Follow.project_id.in_(built))),
    )


def _follows(project: int) -> Condition:
    return Person.id.in_(select(Follow.person_id).where(Follow.project_id == project))


def _answered(survey: int) -> Condition:
    named = select(SurveyResponse.person_id).where(SurveyResponse.survey_id == survey)
    anonymous = select(SurveyAnswered.person_id).where(SurveyAnswered.survey_id == survey)
    return or_(Person.id.in_(named), Person.id.in_(anonymous))


KINDS: Mapping[str, Callable[[Any], Condition]] = {
    "municipality": lambda id: Person.municipality_id == id,
    "settlements": lambda ids: Person.settlement_id.in_(ids),
    "languages": lambda codes: Person.language.in_(codes),
    "signed_up": _signed_up,
    "voted": _voted,
    "took_part": _took_part,
    "follows": _follows,
    "answered": _answered,
}


def conditions(audience: Mapping[str, Any]) -> list[Condition]:
    """All of them must hold.  An unknown kind or an empty audience is refused, never everybody."""
    if not audience:
        raise ValueError("an audience says who is meant")
    return [KINDS[kind](value) for kind, value in audience.items()]


async def count_people(session: AsyncSession, audience: Mapping[str, Any]) -> int:
    """How many people are meant, whether or not they can be reached."""
    return await _count(session, *conditions(audience))


async def count_reachable(session: AsyncSession, audience: Mapping[str, Any]) -> int:
    """How many of them can be written to now and want it."""
    willing = exists().where(
        Account.person_id == Person.id, Account.reachable.is_(True), Account.opted_out.is_(False)
    )
    return await _count(session, *conditions(audience), willing)


async def languages(session: AsyncSession, audience: Mapping[str, Any]) -> list[str]:
    """The languages that these people read."""
    query = (
        select(Person.language)
        .where(Person.deleted_at.is_(None), *conditions(audience))
        .distinct()
        .order_by(Person.language)
    )
    return list((await session.execute(query)).scalars())


async def read_by(session: AsyncSession, audience: Mapping[str, Any], main: str) -> list[str]:
    """The same, and the municipality's own language for everybody else."""
    return sorted({main, *await languages(session, audience)})


async def _count(session: AsyncSession, *wanted: Condition) -> int:
    meant = people(*wanted).order_by(None).subquery()
    return int((await session.execute(select(func.count()).select_from(meant))).scalar_one())
