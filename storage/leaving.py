"""Somebody stops working for a municipality: what was theirs goes on with a colleague."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.review import NotAllowed
from storage import assist, practicum_mentors, question_desk, trainers, witnesses
from storage.cases import assignee, change, find_held, has_role, quiet
from storage.conduct import By
from storage.log import note
from storage.reviews import may_check
from storage.staff import COORDINATOR, STAFF
from storage.tables.ideas import Idea
from storage.tables.people import Invitation, Role
from storage.tables.reviews import Review
from storage.tables.votes import Process, Project

RUNNING = ("planned", "started")


@dataclass(frozen=True, slots=True)
class Load:
    """What somebody leaves behind."""

    checks: int
    projects: int


async def load(session: AsyncSession, person: int, municipality: str) -> Load:
    """How much would go to a colleague."""
    checks = await _checks(session, person, municipality)
    query = select(func.count()).select_from(Project).join(Process)
    mine = query.where(*_owned(person, municipality))
    return Load(len(checks), int((await session.execute(mine)).scalar_one()))


async def leave(session: AsyncSession, by: By, person: int, heir: int | None) -> None:
    """End all access of this person here at once; open tasks go to `heir`.  Raises NotAllowed.

    A check that the heir had a part in, or proposed, goes to whoever else may decide it.
    Codes that the leaver has made and nobody has used end too.
    """
    place = by.municipality
    if by.person != person and not await has_role(session, by, COORDINATOR):
        raise NotAllowed("role")
    roles = await _roles(session, person, place)
    if not roles:
        raise NotAllowed("state")
    if COORDINATOR in roles and not await _others(session, person, place):
        raise NotAllowed("last")
    if heir is not None and (heir == person or not await _roles(session, heir, place) & STAFF):
        raise NotAllowed("heir")
    checks = await _checks(session, person, place)
    gone = delete(Role).where(Role.person_id == person, Role.municipality_id == place)
    await session.execute(quiet(gone))
    await witnesses.withdraw(session, person, place)
    await assist.drop_drafts(session, person, place)
    await practicum_mentors.release(session, person, by.now, place)
    await trainers.release(session, person, place)
    await _hand_on(session, checks, heir)
    await _hand_projects(session, person, place, heir)
    asked = await question_desk.hand_on(session, person, place, heir, by.now)
    unused = (Invitation.made_by == person, Invitation.used_by.is_(None))
    codes = update(Invitation).where(*unused, Invitation.municipality_id == place)
    await session.execute(quiet(codes.values(expires_at=by.now)))
    detail = {"roles": sorted(roles), "heir": heir, "checks": len(checks), "questions": asked}
    subject = f"person:{person}"
    await note(
        session,
        "leave",
        by.now,
        person=by.person,
        municipality=place,
        subject=subject,
        detail=detail,
    )


async def _hand_on(session: AsyncSession, checks: Sequence[int], heir: int | None) -> None:
    for id in checks:
        held = await find_held(session, id)
        fit = heir if heir in await may_check(session, held) else None
        new = fit or await assignee(session, held.case, held.check)
        await change(session, id, reviewer_id=new)


async def _hand_projects(
    session: AsyncSession, person: int, municipality: str, heir: int | None
) -> None:
    ids = select(Project.id).join(Process).where(*_owned(person, municipality))
    moved = update(Project).where(Project.id.in_(ids)).values(owner_id=heir)
    await session.execute(quiet(moved))


def _owned(person: int, municipality: str) -> tuple[Any, ...]:
    return (
        Project.process_id == Process.id,
        Process.municipality_id == municipality,
        Project.owner_id == person,
        Project.stage.in_(RUNNING),
    )


async def _checks(session: AsyncSession, person: int, municipality: str) -> list[int]:
    query = (
        select(Review.id)
        .join(Idea, Idea.id == Review.idea_id)
        .where(Review.reviewer_id == person, Review.state == "open")
        .where(Idea.municipality_id == municipality)
        .order_by(Review.id)
    )
    return list((await session.execute(query)).scalars())


async def _roles(session: AsyncSession, person: int, municipality: str) -> set[str]:
    query = select(Role.role).where(Role.person_id == person, Role.municipality_id == municipality)
    return set((await session.execute(query)).scalars())


async def _others(session: AsyncSession, person: int, municipality: str) -> bool:
    """Whether a coordinator is left; their rows are held, so that two cannot leave at once."""
    query = select(Role.person_id).where(
        Role.municipality_id == municipality, Role.role == COORDINATOR
    )
    people = (await session.execute(query.with_for_update())).scalars().all()
    return any(other != person for other in people)
