"""What the staff do for a project that has won: who sees to it, when, and what is new."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.amounts import Amount, to_data
from storage import due, projects
from storage.conduct import By, NotNow
from storage.log import note
from storage.owed import Owed
from storage.projects import RUNNING, STALE, Work
from storage.staff import COORDINATOR
from storage.tables.people import Role
from storage.tables.projects import ProjectUpdate
from storage.tables.votes import Process, Project
from storage.votes import staff_roles

OWNERS = frozenset({COORDINATOR, "reviewer"})
"""Roles whose people may see to a project."""

NEWS = "project-news"
"""Due: an update goes to whoever follows; subject "update:<id>"."""

AGAIN = timedelta(days=14)  # between two reminders of an update that is owed


@dataclass(frozen=True, slots=True)
class Plan:
    """Who sees to a project, and its planned days."""

    owner: int
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class Update:
    """What is new; `spent` is the real cost so far, `photo` a media id or ''."""

    stage: str
    text: Mapping[str, str]
    photo: str = ""
    spent: Amount | None = None


async def may(session: AsyncSession, person: int, work: Work) -> bool:
    """Whether somebody may speak for a project: a coordinator, or its owner while on the staff."""
    held = await staff_roles(session, person, work.municipality)
    return COORDINATOR in held or (work.owner == person and bool(held & OWNERS))


async def plan(session: AsyncSession, id: int, by: By, new: Plan) -> Work:
    """Set who sees to it and when.  Only a coordinator does."""
    work = await _held(session, id, by)
    if not await _has_role(session, by.person, by.municipality, frozenset({COORDINATOR})):
        raise NotNow("role")
    if not await _has_role(session, new.owner, by.municipality, OWNERS):
        raise NotNow("owner")
    values = {"owner_id": new.owner, "starts_on": new.starts_on, "ends_on": new.ends_on}
    await session.execute(update(Project).where(Project.id == id).values(**values))
    days = {"from": new.starts_on.isoformat(), "until": new.ends_on.isoformat()}
    await _log(session, "project-planned", work, by, {"owner": new.owner, **days})
    return work


async def post(session: AsyncSession, id: int, by: By, new: Update) -> int:
    """Tell what is new; the next update is owed by its day.  The update's id."""
    work = await _held(session, id, by)
    row = {
        "project_id": id,
        "at": by.now,
        "person_id": by.person,
        "stage": new.stage,
        "text": dict(new.text),
        "photo": new.photo or None,
    }
    added = insert(ProjectUpdate).values(row).returning(ProjectUpdate.id)
    update_id = int((await session.execute(added)).scalar_one())
    values: dict[str, Any] = {"stage": new.stage}
    if new.spent is not None:
        values["spent"] = to_data(new.spent)
    await session.execute(update(Project).where(Project.id == id).values(**values))
    await _log(session, "project-news", work, by, {"update": update_id, "stage": new.stage})
    await due.plan(session, NEWS, f"update:{update_id}", by.now)
    await due.cancel(session, STALE, projects.subject(id))
    if new.stage in RUNNING:
        at = by.now + timedelta(days=work.stale_days)
        await remind(session, id, at)
    return update_id


async def owed(session: AsyncSession, person: int, municipality: str, now: datetime) -> list[Owed]:
    """Projects whose last update has grown too old: the owner's, or nobody's for a coordinator."""
    roles = await staff_roles(session, person, municipality)
    if not roles & OWNERS:
        return []
    late = []
    for work in await projects.works(session, municipality):
        mine = work.owner == person or (work.owner is None and COORDINATOR in roles)
        if mine and work.stage in RUNNING:
            late.append(await _news_due(session, work))
    late = [at for at in late if at <= now]
    return [Owed("news", len(late), min(late), f"works:{municipality}")] if late else []


async def _news_due(session: AsyncSession, work: Work) -> datetime:
    """By when the next update is owed."""
    last = select(func.max(ProjectUpdate.at)).where(ProjectUpdate.project_id == work.id)
    begun = select(Process.results_at).where(Process.id == work.process)
    since = (await session.execute(last)).scalar_one_or_none()
    since = since or (await session.execute(begun)).scalar_one()
    return since + timedelta(days=work.stale_days)


async def remind(session: AsyncSession, id: int, at: datetime) -> None:
    """An update is owed at this time."""
    await due.plan(session, STALE, projects.subject(id), at, occurrence=at.date().isoformat())


async def _held(session: AsyncSession, id: int, by: By) -> Work:
    """The project, if this person may speak for it."""
    work = await projects.find(session, id)
    if work is None or work.municipality != by.municipality:
        raise NotNow("role")
    if not await may(session, by.person, work):
        raise NotNow("role")
    return work


async def _has_role(
    session: AsyncSession, person: int, municipality: str, roles: frozenset[str]
) -> bool:
    held = exists().where(
        Role.person_id == person, Role.municipality_id == municipality, Role.role.in_(roles)
    )
    return bool((await session.execute(select(held))).scalar_one())


async def _log(
    session: AsyncSession, action: str, work: Work, by: By, detail: dict[str, Any]
) -> None:
    await note(
        session,
        action,
        by.now,
        person=by.person,
        municipality=work.municipality,
        subject=projects.subject(work.id),
        detail=detail,
    )
