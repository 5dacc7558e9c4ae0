"""Helpers: students who go from door to door and enter neighbours' answers.

A neighbour's answers are a sheet without a person, in any survey.  Of the helper only numbers are
kept: they must be countable, since somebody who invents answers has many and quick ones, and more
than a number would lead to who said what.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import answers, survey_phones
from storage.answers import Filled
from storage.staff import COORDINATOR, HELPER
from storage.tables.people import Draft, Person, Role
from storage.tables.surveys import Survey, SurveyHelp

DAILY = 80  # interviews that one helper may enter; nobody walks to more doors
QUICK = 20  # seconds: no honest interview is shorter
SCRIPT = "assist"  # the journey whose drafts hold half an interview
MAY_HELP = (HELPER, COORDINATOR)


class Kept(StrEnum):
    """What became of an interview."""

    KEPT = "kept"
    CLOSED = "closed"  # the survey takes no answers
    DOUBLE = "double"  # this number has answered
    ENOUGH = "enough"  # for one day


@dataclass(frozen=True, slots=True)
class Help:
    """Who helps, on which day of their own clock."""

    survey_id: int
    person: int
    day: date


@dataclass(frozen=True, slots=True)
class Held:
    """One finished interview; `phone` is "" where none was told, `seconds` what it took."""

    filled: Filled
    phone: str
    seconds: int

    @property
    def paper(self) -> bool:
        return self.filled.assisted == "paper"


@dataclass(frozen=True, slots=True)
class Figures:
    """How often what happened, by all helpers of a survey together."""

    interviews: int = 0
    paper: int = 0
    unnumbered: int = 0
    quick: int = 0
    declined: int = 0
    doubled: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """One helper's part, for the coordinator to see whether it can be true."""

    name: str
    interviews: int
    quick: int


COLUMNS = tuple(getattr(SurveyHelp, name) for name in Figures.__slots__)


async def may_help(session: AsyncSession, person: int, municipality: str) -> bool:
    """Helpers of this municipality, and its coordinators."""
    here = (Role.person_id == person, Role.municipality_id == municipality)
    query = select(Role.role).where(*here, Role.role.in_(MAY_HELP))
    return (await session.execute(query)).first() is not None


async def add(session: AsyncSession, by: Help, held: Held, now: datetime) -> Kept:
    """Keep a neighbour's answers, if this neighbour has not answered yet."""
    if await answers.running(session, by.survey_id, now) is None:
        return Kept.CLOSED
    if await today(session, by.person, by.day) >= DAILY:
        return Kept.ENOUGH
    if held.phone and not await survey_phones.claim(session, by.survey_id, held.phone):
        await _count(session, by, doubled=1)
        return Kept.DOUBLE
    await answers.keep_sheet(session, by.survey_id, held.filled)
    await _count(
        session,
        by,
        held.filled.settlement_id,
        interviews=1,
        paper=int(held.paper),
        unnumbered=int(not held.phone),
        quick=int(held.seconds < QUICK and not held.paper),
    )
    return Kept.KEPT


async def decline(session: AsyncSession, by: Help) -> None:
    """A neighbour did not want to; nothing but the number is kept."""
    await _count(session, by, declined=1)


async def today(session: AsyncSession, person: int, day: date) -> int:
    """How many interviews this helper has entered on a day, in all surveys."""
    query = select(func.coalesce(func.sum(SurveyHelp.interviews), 0))
    mine = query.where(SurveyHelp.person_id == person, SurveyHelp.day == day)
    return int((await session.execute(mine)).scalar_one())


async def last_settlement(session: AsyncSession, survey_id: int, person: int) -> int | None:
    """Where this helper's last interview was."""
    query = select(SurveyHelp.settlement_id).where(
        SurveyHelp.survey_id == survey_id, SurveyHelp.person_id == person
    )
    newest = query.order_by(SurveyHelp.id.desc()).limit(1)
    return (await session.execute(newest)).scalar_one_or_none()


async def figures(session: AsyncSession, survey_id: int) -> Figures:
    """All helpers together."""
    sums = [func.coalesce(func.sum(column), 0) for column in COLUMNS]
    query = select(*sums).where(SurveyHelp.survey_id == survey_id)
    return Figures(*map(int, (await session.execute(query)).one()))


async def shares(session: AsyncSession, survey_id: int) -> list[Share]:
    """Each helper's interviews, the most first; who has deleted themselves has no name."""
    done = func.sum(SurveyHelp.interviews)
    query = (
        select(Person.name, done, func.sum(SurveyHelp.quick))
        .join(Person, Person.id == SurveyHelp.person_id)
        .where(SurveyHelp.survey_id == survey_id)
        .group_by(Person.id, Person.name)
        .order_by(done.desc(), Person.id)
    )
    return [Share(name, int(n), int(quick)) for name, n, quick in await session.execute(query)]


async def drop_drafts(session: AsyncSession, person: int, municipality: str) -> None:
    """Whoever no longer helps here keeps no neighbour's half-finished answers."""
    ids = select(Survey.id).where(Survey.municipality_id == municipality)
    subjects = [str(id) for id in (await session.execute(ids)).scalars()]
    theirs = (Draft.person_id == person, Draft.script == SCRIPT, Draft.subject.in_(subjects))
    gone = delete(Draft).where(*theirs)
    await session.execute(gone.execution_options(synchronize_session=False))


async def _count(
    session: AsyncSession, by: Help, settlement: int | None = None, **more: int
) -> None:
    """Add to the row of this helper, survey and day."""
    row = {"survey_id": by.survey_id, "person_id": by.person, "day": by.day}
    mine = [getattr(SurveyHelp, name) == value for name, value in row.items()]
    query = select(SurveyHelp.id).where(*mine).order_by(SurveyHelp.id).limit(1)
    id = (await session.execute(query)).scalar_one_or_none()
    if id is None:
        added = insert(SurveyHelp).values(row).returning(SurveyHelp.id)
        id = (await session.execute(added)).scalar_one()
    changes: dict[str, Any] = {name: getattr(SurveyHelp, name) + n for name, n in more.items()}
    if settlement is not None:
        changes["settlement_id"] = settlement
    change = update(SurveyHelp).where(SurveyHelp.id == id).values(changes)
    await session.execute(change.execution_options(synchronize_session=False))
