"""What a door page tells before anybody has said who they are."""

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.proposals import UNSEEN
from storage.agenda import Agenda, agenda
from storage.doors import Way, find_door
from storage.tables.ideas import Idea
from storage.tables.people import Municipality, Settlement
from storage.tables.surveys import Survey
from storage.tables.votes import Process, Project


@dataclass(frozen=True, slots=True)
class Item:
    """A project on the ballot."""

    number: int
    title: dict[str, str]
    cost: object
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """A door, with what is behind it."""

    code: str
    way: Way
    municipality: dict[str, str]
    settlement: dict[str, str]
    fictional: bool
    office_phone: str
    main_language: str
    zone: ZoneInfo
    now_open: Agenda
    process: Process | None = None
    survey: Survey | None = None
    items: list[Item] = field(default_factory=list)
    idea: Idea | None = None
    counted: bool = False  # what it led to has been voted on and counted


async def opening(session: AsyncSession, code: str, now: datetime) -> Opening | None:
    """All that the page of a code shows; None if there is no such door."""
    way = await find_door(session, code)
    place = await session.get(Municipality, way.municipality_id) if way else None
    if way is None or place is None:
        return None
    settlement = await session.get(Settlement, way.settlement_id) if way.settlement_id else None
    open_now = await agenda(session, way.municipality_id, now)
    process = await _process(session, way, open_now)
    return Opening(
        code,
        way,
        place.name,
        settlement.name if settlement else {},
        place.fictional,
        place.office_phone,
        place.main_language,
        ZoneInfo(place.time_zone),
        open_now,
        process,
        await _survey(session, way, open_now),
        await _items(session, process.id) if process else [],
        await _idea(session, way),
        await _counted(session, way, process),
    )


async def _process(session: AsyncSession, way: Way, open_now: Agenda) -> Process | None:
    """The vote the door names, else the one that is open; a draft is nobody's business yet."""
    if way.journey not in ("vote", "edition"):
        return None
    named = int(way.subject) if way.subject.isdigit() else None
    id = named or (open_now.votes[0].id if open_now.votes else None)
    process = await session.get(Process, id) if id else None
    return process if process and process.state != "draft" else None


async def _counted(session: AsyncSession, way: Way, process: Process | None) -> bool:
    """Whether there is a result to look for: of the vote the door names, or of the last one."""
    if way.journey != "vote" or process:
        return bool(process and process.state == "counted")
    last = select(Process.state).where(Process.municipality_id == way.municipality_id)
    query = last.where(Process.state != "draft").order_by(Process.opens_at.desc()).limit(1)
    return (await session.execute(query)).scalar_one_or_none() == "counted"


async def _survey(session: AsyncSession, way: Way, open_now: Agenda) -> Survey | None:
    """The survey the door names if it is open, else the one that closes first."""
    if way.journey != "needs" or not open_now.surveys:
        return None
    named = next((one.id for one in open_now.surveys if str(one.id) == way.subject), None)
    return await session.get(Survey, named or open_now.surveys[0].id)


async def _idea(session: AsyncSession, way: Way) -> Idea | None:
    """The idea the door names, if everybody may see it."""
    if way.journey != "ideas" or not way.subject.isdecimal():
        return None
    found = await session.get(Idea, int(way.subject))
    return found if found and found.state not in UNSEEN else None


async def _items(session: AsyncSession, process_id: int) -> list[Item]:
    query = (
        select(Project.number, Project.title, Project.cost, Project.withdrawn_reason)
        .where(Project.process_id == process_id)
        .order_by(Project.number)
    )
    return [
        Item(number, title, cost, reason is not None)
        for number, title, cost, reason in await session.execute(query)
    ]
