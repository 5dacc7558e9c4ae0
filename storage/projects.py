"""What becomes of the winners, as everybody may read it: stages, news, and who follows."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, delete, exists, func, literal, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.amounts import Amount, from_data
from storage import due
from storage.tables.ideas import Idea, Support
from storage.tables.people import Person, Settlement
from storage.tables.projects import Follow, ProjectUpdate
from storage.tables.votes import Process, Project, Result, Zone
from storage.votes import Vote

STAGES = ("planned", "started", "done", "stopped")
RUNNING = frozenset({"planned", "started"})
STALE = "works-stale"
"""Due: an unfinished project owes an update; subject "project:<id>"."""

STALE_DAYS = 90  # of a vote without an edition


@dataclass(frozen=True, slots=True)
class Work:
    """A winner that is being built; words by language, `stale_days` an update may be old."""

    id: int
    process: int
    municipality: str
    number: int
    title: dict[str, str]
    summary: dict[str, str]
    cost: Amount
    spent: Amount | None
    stage: str
    zone: dict[str, str] | None
    settlement: dict[str, str] | None
    owner: int | None
    starts_on: date | None
    ends_on: date | None
    stale_days: int


@dataclass(frozen=True, slots=True)
class News:
    """One update of a project."""

    id: int
    at: datetime
    stage: str
    text: dict[str, str]
    photo: str | None


async def begin(session: AsyncSession, vote: Vote, now: datetime) -> None:
    """The winners become projects; authors and supporters of their ideas follow them.

    Voters do not: what somebody follows would tell how they voted.
    """
    won = select(Result.number).where(Result.process_id == vote.id, Result.funded.is_(True))
    winners = (Project.process_id == vote.id, Project.number.in_(won), Project.stage == "")
    idea = or_(Idea.id == Project.idea_id, Idea.merged_into == Project.idea_id)
    authors = select(Project.id, Idea.author_id).join(Idea, idea).where(*winners)
    supporters = (
        select(Project.id, Support.person_id)
        .join(Idea, idea)
        .join(Support, Support.idea_id == Idea.id)
        .where(*winners)
    )
    for interested in (authors, supporters):
        await _follow_all(session, interested, now)
    begun = update(Project).where(*winners).values(stage="planned").returning(Project.id)
    ids = (await session.execute(begun.execution_options(synchronize_session=False))).scalars()
    days = vote.edition.stale_days if vote.edition else STALE_DAYS
    for id in ids.all():
        await due.plan(session, STALE, subject(id), now + timedelta(days=days))


async def _follow_all(session: AsyncSession, interested: Any, now: datetime) -> None:
    there = Person.deleted_at.is_(None)
    person = interested.selected_columns[1]
    rows = interested.join(Person, Person.id == person).where(there).distinct()
    rows = rows.add_columns(literal(now, Follow.at.type))
    new = _insert(session).from_select(["project_id", "person_id", "at"], rows)
    await session.execute(new.on_conflict_do_nothing(index_elements=["project_id", "person_id"]))


async def follow(session: AsyncSession, id: int, person: int, now: datetime) -> None:
    """Hear of a project; a second time changes nothing."""
    new = _insert(session).values(project_id=id, person_id=person, at=now)
    await session.execute(new.on_conflict_do_nothing(index_elements=["project_id", "person_id"]))


async def unfollow(session: AsyncSession, id: int, person: int) -> None:
    """Hear of it no longer."""
    await session.execute(delete(Follow).where(Follow.project_id == id, Follow.person_id == person))


async def follows(session: AsyncSession, id: int, person: int) -> bool:
    """Whether this person hears of the project."""
    query = select(Follow.person_id).where(Follow.project_id == id, Follow.person_id == person)
    return (await session.execute(query)).first() is not None


async def works(session: AsyncSession, municipality: str | None, process: int = 0) -> list[Work]:
    """What is being built in a municipality (of one vote), unfinished ones first."""
    query = _works().where(Process.municipality_id == municipality)
    if process:
        query = query.where(Project.process_id == process)
    rows = await session.execute(query.order_by(Project.process_id.desc(), Project.number))
    found = [_work(row) for row in rows]
    return sorted(found, key=lambda work: STAGES.index(work.stage) if work.stage in STAGES else 0)


async def any_built(session: AsyncSession, municipality: str | None) -> bool:
    """Whether a municipality has a project that was chosen by vote."""
    mine = select(Process.id).where(Process.municipality_id == municipality)
    built = exists().where(Project.process_id.in_(mine), Project.stage != "")
    return bool((await session.execute(select(built))).scalar_one())


async def find(session: AsyncSession, id: str | int) -> Work | None:
    """One of them; `id` may be what a button carried."""
    if not str(id).isdecimal():
        return None
    row = (await session.execute(_works().where(Project.id == int(id)))).first()
    return _work(row) if row else None


async def of_update(session: AsyncSession, id: str) -> Work | None:
    """The project that an update is of; `id` may be what a button carried."""
    if not id.isdecimal():
        return None
    mine = select(ProjectUpdate.project_id).where(ProjectUpdate.id == int(id))
    row = (await session.execute(_works().where(Project.id.in_(mine)))).first()
    return _work(row) if row else None


async def news(session: AsyncSession, id: int) -> list[News]:
    """A project's updates, the latest first."""
    query = select(
        ProjectUpdate.id,
        ProjectUpdate.at,
        ProjectUpdate.stage,
        ProjectUpdate.text,
        ProjectUpdate.photo,
    ).where(ProjectUpdate.project_id == id)
    rows = await session.execute(query.order_by(ProjectUpdate.at.desc(), ProjectUpdate.id.desc()))
    return [News(*row) for row in rows]


async def lives_here(session: AsyncSession, person: int, municipality: str) -> bool:
    """Whether somebody is of this municipality."""
    query = select(exists().where(Person.id == person, Person.municipality_id == municipality))
    return bool((await session.execute(query)).scalar_one())


async def followers(session: AsyncSession, id: int) -> int:
    """How many hear of a project."""
    query = select(func.count()).select_from(Follow).where(Follow.project_id == id)
    return int((await session.execute(query)).scalar_one())


def subject(id: int) -> str:
    """How log, letters and due rows name a project."""
    return f"project:{id}"


def _works() -> Select[Any]:
    return (
        select(
            Project.id,
            Project.process_id,
            Process.municipality_id,
            Project.number,
            Project.title,
            Project.summary,
            Project.cost,
            Project.spent,
            Project.stage,
            Zone.name,
            Settlement.name,
            Project.owner_id,
            Project.starts_on,
            Project.ends_on,
            Process.edition,
        )
        .join(Process, Process.id == Project.process_id)
        .outerjoin(
            Zone,
            (Zone.process_id == Project.process_id)
            & (Zone.code == Project.zone)
            & (Zone.code != ""),
        )
        .outerjoin(Settlement, Settlement.id == Project.settlement_id)
        .where(Project.stage != "")
    )


def _work(row: Any) -> Work:
    values = list(row)
    values[6] = from_data(values[6])
    values[7] = None if values[7] is None else from_data(values[7])
    values[14] = values[14]["stale_days"] if values[14] else STALE_DAYS
    return Work(*values)


def _insert(session: AsyncSession) -> Any:
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    return engine.insert(Follow)
