"""Who an announcement or a notice is for, as data; one row of KINDS for each way to say it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, not_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.idea_rounds import is_waiting
from storage.recipients import people
from storage.tables.electorate import Proof
from storage.tables.ideas import Idea, IdeaReport, Support
from storage.tables.meetings import Signup
from storage.tables.people import Account, Draft, Person
from storage.tables.projects import Follow
from storage.tables.surveys import SurveyAnswered, SurveyResponse
from storage.tables.votes import Electorate, Project, ZoneSettlement

Condition = ColumnElement[bool]

SMALLEST = 10
"""Staff may not write to fewer people: a list of names would show through."""


def _signed_up(meeting: int) -> Condition:
    return Person.id.in_(select(Signup.person_id).where(Signup.meeting_id == meeting))


def _voted(process: int) -> Condition:
    return Person.id.in_(select(Electorate.person_id).where(Electorate.process_id == process))


def unconfirmed(process: int) -> Condition:
    """Drafts of a ballot that somebody has begun to fill in."""
    begun = Draft.state["answers"].as_string() != "{}"
    return and_(Draft.script == "vote", Draft.subject == str(process), begun)


def _pending(process: int) -> Condition:
    return Person.id.in_(select(Draft.person_id).where(unconfirmed(process)))


def _balloting(process: int) -> Condition:
    """Whoever has voted, or has begun and not confirmed."""
    begun = select(Draft.person_id).where(Draft.script == "vote", Draft.subject == str(process))
    return or_(_voted(process), Person.id.in_(begun))


def _of_zone(process_zone: tuple[int, str]) -> Condition:
    """Everybody whose ballot may show this zone's projects: the zone of some is their own word."""
    process, zone = process_zone
    rows = select(ZoneSettlement.settlement_id).where(ZoneSettlement.process_id == process)
    return or_(
        Person.settlement_id.is_(None),
        Person.settlement_id.in_(rows.where(ZoneSettlement.code == zone)),
        Person.settlement_id.not_in(rows),
        Person.id.in_(
            select(Proof.person_id).where(Proof.process_id == process, Proof.zone == zone)
        ),
    )


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


def _ideas_waiting(municipality: str) -> Condition:
    """Authors of ideas that an edition may still take in."""
    waiting = select(Idea.author_id).where(Idea.municipality_id == municipality, is_waiting())
    return Person.id.in_(waiting)


def _ideas_gathering(process: int) -> Condition:
    """Authors of ideas that have not found the supporters they need."""
    gathering = (Idea.process_id == process, Idea.state == "submitted")
    return Person.id.in_(select(Idea.author_id).where(*gathering))


def _reporters(decision: tuple[int, str]) -> Condition:
    """Whoever had reported the idea on which was decided at this moment."""
    idea, at = decision[0], datetime.fromisoformat(decision[1])
    reported = select(IdeaReport.person_id).where(IdeaReport.idea_id == idea)
    return Person.id.in_(reported.where(IdeaReport.decided_at == at))


def _answered(survey: int) -> Condition:
    named = select(SurveyResponse.person_id).where(SurveyResponse.survey_id == survey)
    anonymous = select(SurveyAnswered.person_id).where(SurveyAnswered.survey_id == survey)
    return or_(Person.id.in_(named), Person.id.in_(anonymous))


def _unanswered(survey: int) -> Condition:
    """For the reminder that the bot sends by itself: no page shows who or how many they are."""
    return not_(_answered(survey))


def _answering(survey: int) -> Condition:
    """Whoever has begun to answer and not sent it."""
    begun = Draft.state["answers"].as_string() != "{}"
    drafts = select(Draft.person_id).where(Draft.script == "needs", Draft.subject == str(survey))
    return and_(Person.id.in_(drafts.where(begun)), _unanswered(survey))


KINDS: Mapping[str, Callable[[Any], Condition]] = {
    "municipality": lambda id: Person.municipality_id == id,
    "settlements": lambda ids: Person.settlement_id.in_(ids),
    "languages": lambda codes: Person.language.in_(codes),
    "signed_up": _signed_up,
    "voted": _voted,
    "pending": _pending,
    "balloting": _balloting,
    "of_zone": _of_zone,
    "took_part": _took_part,
    "follows": _follows,
    "ideas_waiting": _ideas_waiting,
    "ideas_gathering": _ideas_gathering,
    "reporters": _reporters,
    "answered": _answered,
    "unanswered": _unanswered,
    "answering": _answering,
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
