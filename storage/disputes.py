"""Citizens confirm or dispute what an update says; a dispute is owed an answer.

The words of a dispute are public with its answer, or once the answer is overdue; nobody's name is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.workdays import add_working_days
from storage import due, projects, works
from storage.conduct import By, NotNow
from storage.log import note
from storage.owed import Owed
from storage.places import time_zone
from storage.projects import Work
from storage.staff import COORDINATOR
from storage.tables.projects import ProjectNote
from storage.tables.votes import Process, Project
from storage.votes import staff_roles

ANSWER_DAYS = 10  # working days
OFFICE_CLOSES = time(18, 0)
AGAIN = timedelta(days=7)  # between two reminders of an overdue answer
OVERDUE = "works-answer"
"""Due: a dispute is to be answered by now; subject "note:<id>"."""

CONFIRM, DISPUTE = "confirm", "dispute"

ANSWERED = "project-answer"
"""Due: whoever disputed learns the answer; subject "note:<id>"."""


@dataclass(frozen=True, slots=True)
class NewNote:
    """What a citizen says of an update; `photo` a media id or ''."""

    project: int
    update: int
    person: int
    kind: str
    text: str = ""
    photo: str = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """One dispute with its answer, if there is one."""

    id: int
    project: int
    update: int | None
    person: int | None
    text: str
    photo: str | None
    at: datetime
    due_at: datetime
    answer: dict[str, str] | None
    answered_at: datetime | None


async def add(session: AsyncSession, new: NewNote, work: Work, now: datetime) -> datetime | None:
    """Keep what somebody says; by when a dispute is answered.

    A second note of the same person on the same update violates a constraint.
    """
    until = None
    if new.kind == DISPUTE:
        until = promised(now, await time_zone(session, work.municipality))
    row = {
        "project_id": new.project,
        "update_id": new.update,
        "person_id": new.person,
        "kind": new.kind,
        "text": new.text,
        "photo": new.photo or None,
        "at": now,
        "due_at": until,
    }
    added = insert(ProjectNote).values(row).returning(ProjectNote.id)
    id = int((await session.execute(added)).scalar_one())
    if until:
        await due.plan(session, OVERDUE, f"note:{id}", until, occurrence=until.isoformat())
    return until


def promised(now: datetime, zone: ZoneInfo) -> datetime:
    """The end of the tenth working day."""
    day = add_working_days(now.astimezone(zone).date(), ANSWER_DAYS)
    return datetime.combine(day, OFFICE_CLOSES, zone)


async def find(session: AsyncSession, id: str | int) -> Dispute | None:
    """One dispute; `id` may be what a button carried."""
    if not str(id).isdecimal():
        return None
    row = (await session.execute(_disputes().where(ProjectNote.id == int(id)))).first()
    return Dispute(*row) if row else None


async def public(session: AsyncSession, project: int, now: datetime) -> list[Dispute]:
    """What everybody may read of a project's disputes, the latest first."""
    open_ones = or_(ProjectNote.answered_at.is_not(None), ProjectNote.due_at <= now)
    query = _disputes().where(ProjectNote.project_id == project, open_ones)
    return [Dispute(*row) for row in await session.execute(query.order_by(ProjectNote.id.desc()))]


async def unanswered(session: AsyncSession, project: int) -> list[Dispute]:
    """Disputes of a project that wait for an answer, the most urgent first."""
    query = _disputes().where(ProjectNote.project_id == project, ProjectNote.answered_at.is_(None))
    return [Dispute(*row) for row in await session.execute(query.order_by(ProjectNote.due_at))]


async def counts(session: AsyncSession, update_id: int) -> tuple[int, int]:
    """(confirmed, disputed) of one update."""
    query = select(ProjectNote.kind, func.count()).where(ProjectNote.update_id == update_id)
    found = {kind: int(n) for kind, n in await session.execute(query.group_by(ProjectNote.kind))}
    return found.get(CONFIRM, 0), found.get(DISPUTE, 0)


async def answer(session: AsyncSession, id: int, by: By, words: Mapping[str, str]) -> Dispute:
    """Answer a dispute, once.  Raises NotNow."""
    dispute = await find(session, id)
    work = await projects.find(session, dispute.project) if dispute else None
    if dispute is None or work is None or work.municipality != by.municipality:
        raise NotNow("role")
    if not await works.may(session, by.person, work):
        raise NotNow("role")
    values = {"answer": dict(words), "answered_by": by.person, "answered_at": by.now}
    changed = await session.execute(
        update(ProjectNote)
        .where(ProjectNote.id == id, ProjectNote.answered_at.is_(None))
        .values(**values)
        .returning(ProjectNote.id)
    )
    if changed.first() is None:
        raise NotNow("state")
    await due.cancel(session, OVERDUE, f"note:{id}")
    await due.plan(session, ANSWERED, f"note:{id}", by.now)
    await note(
        session,
        "dispute-answered",
        by.now,
        person=by.person,
        municipality=by.municipality,
        subject=projects.subject(work.id),
        detail={"note": id},
    )
    return dispute


async def owed(session: AsyncSession, person: int, municipality: str, now: datetime) -> list[Owed]:
    """Answers that this person owes: the owner's own, a coordinator's where nobody owns."""
    held = await staff_roles(session, person, municipality)
    if not held & works.OWNERS:
        return []
    mine = Project.owner_id == person
    if COORDINATOR in held:
        mine = or_(mine, Project.owner_id.is_(None))
    query = (
        select(func.count(), func.min(ProjectNote.due_at))
        .select_from(ProjectNote)
        .join(Project, Project.id == ProjectNote.project_id)
        .join(Process, Process.id == Project.process_id)
        .where(
            Process.municipality_id == municipality,
            ProjectNote.kind == DISPUTE,
            ProjectNote.answered_at.is_(None),
            mine,
        )
    )
    count, first = (await session.execute(query)).one()
    return [Owed("dispute", int(count), first, f"works:{municipality}")] if count else []


def _disputes() -> Select[Any]:
    return select(
        ProjectNote.id,
        ProjectNote.project_id,
        ProjectNote.update_id,
        ProjectNote.person_id,
        ProjectNote.text,
        ProjectNote.photo,
        ProjectNote.at,
        ProjectNote.due_at,
        ProjectNote.answer,
        ProjectNote.answered_at,
    ).where(ProjectNote.kind == DISPUTE)
