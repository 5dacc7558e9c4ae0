"""What somebody can do in a municipality now, whichever subject it belongs to."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.edition import Edition, Phase
from bot.civic.phases import coming
from storage import survey_audience, surveys
from storage.tables.meetings import Meeting
from storage.tables.votes import Process

AHEAD = timedelta(days=30)
MEETINGS = 2  # the next ones; the rest is in the list of meetings


@dataclass(frozen=True, slots=True)
class Open:
    """Something open now.  `at` is when it closes, or when a meeting (of this `kind`) begins."""

    id: int
    name: dict[str, str]
    at: datetime
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """An edition of the civil budget between its announcement and its results.

    `at` is when the phase ends.
    """

    id: int
    name: dict[str, str]
    phase: Phase
    at: datetime


@dataclass(frozen=True, slots=True)
class Agenda:
    """All that is open, what closes first leading."""

    votes: list[Open]
    surveys: list[Open]
    meetings: list[Open]
    editions: list[Stage] = field(default_factory=list)


async def agenda(
    session: AsyncSession, municipality_id: str, now: datetime, person_id: int | None = None
) -> Agenda:
    """What is open in a municipality, of surveys those that ask this person.

    By dates, as everything is: a late tick changes nothing.
    """
    votes = select(Process.id, Process.name, Process.closes_at).where(
        Process.municipality_id == municipality_id,
        Process.state == "open",
        Process.opens_at <= now,
        Process.closes_at > now,
    )
    asked = (
        await surveys.open_now(session, municipality_id, now)
        if person_id is None
        else await survey_audience.open_for(session, municipality_id, person_id, now)
    )
    meetings = select(Meeting.id, Meeting.title, Meeting.starts_at, Meeting.kind).where(
        Meeting.municipality_id == municipality_id,
        Meeting.state == "planned",
        Meeting.starts_at > now,
        Meeting.starts_at < now + AHEAD,
    )
    return Agenda(
        await _rows(session, votes.order_by(Process.closes_at)),
        [Open(survey.id, survey.title, survey.closes_at) for survey in asked],
        await _rows(session, meetings.order_by(Meeting.starts_at).limit(MEETINGS)),
        await _stages(session, municipality_id, now),
    )


async def _rows(session: AsyncSession, query: Any) -> list[Open]:
    return [Open(*row) for row in await session.execute(query)]


async def _stages(session: AsyncSession, municipality_id: str, now: datetime) -> list[Stage]:
    query = select(Process.id, Process.name, Process.edition).where(
        Process.municipality_id == municipality_id,
        Process.edition.is_not(None),
        Process.state != "draft",
        Process.results_at > now,
    )
    stages = []
    for id, name, edition in await session.execute(query.order_by(Process.opens_at)):
        calendar = Edition.from_json(edition).calendar
        if ahead := coming(calendar, now):
            stages.append(Stage(id, name, calendar.phase(now), ahead[1]))
    return stages
