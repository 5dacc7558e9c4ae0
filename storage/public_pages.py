"""What the public pages tell of a counted vote and its projects; nobody needs an account."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage import disputes, projects, reports, votes
from storage.disputes import Dispute
from storage.doors import find_door
from storage.projects import News, Work
from storage.reports import Report
from storage.tables.people import Municipality
from storage.votes import Vote


@dataclass(frozen=True, slots=True)
class Office:
    """The municipality as a page names it."""

    id: str
    name: dict[str, str]
    main_language: str
    zone: ZoneInfo
    fictional: bool
    phone: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A vote for its page; no report before its hour."""

    office: Office
    vote: Vote
    report: Report | None
    works: tuple[Work, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One project with all that has happened; the updates with (confirmed, disputed)."""

    work: Work
    news: tuple[tuple[News, tuple[int, int]], ...]
    disputes: tuple[Dispute, ...]
    waiting: tuple[Dispute, ...]


async def find(session: AsyncSession, code: str, now: datetime) -> Shown | None:
    """The vote that a door's code leads to, or the one with this number; no draft."""
    way = await find_door(session, code)
    id = way.subject if way and way.journey in ("vote", "results") else code
    vote = await votes.find(session, id) if id else None
    if way and not id:  # a door to whatever is voted on: the latest
        vote = next(iter(await votes.shown(session, way.municipality_id)), None)
    if vote is None or vote.state == "draft":
        return None
    told = vote.told(now)
    return Shown(
        await office(session, vote.municipality),
        vote,
        await reports.report(session, vote) if told else None,
        tuple(await projects.works(session, vote.municipality, vote.id)) if told else (),
    )


async def story(session: AsyncSession, work: Work, now: datetime) -> Story:
    """What has happened to a project."""
    news = await projects.news(session, work.id)
    counted = [(one, await disputes.counts(session, one.id)) for one in news]
    return Story(
        work,
        tuple(counted),
        tuple(await disputes.public(session, work.id, now)),
        tuple(await disputes.unanswered(session, work.id)),
    )


async def office(session: AsyncSession, id: str) -> Office:
    """The municipality."""
    query = select(
        Municipality.id,
        Municipality.name,
        Municipality.main_language,
        Municipality.time_zone,
        Municipality.fictional,
        Municipality.office_phone,
    )
    row = (await session.execute(query.where(Municipality.id == id))).one()
    return Office(row[0], row[1], row[2], ZoneInfo(row[3]), row[4], row[5])
