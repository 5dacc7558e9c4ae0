"""Which mentor is asked to review a team's work: one at a time, never a member of the team."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.practicum import review_until, warn_at
from bot.civic.review import NotAllowed
from storage import due, practicum
from storage.log import note
from storage.places import time_zone
from storage.staff import COORDINATOR, MENTOR, is_staff
from storage.tables.people import Person, Role
from storage.tables.practicum import Team, TeamCall, TeamMember, TeamReview

CALLED = "team-called"
"""Due: a mentor learns that there is something to review; subject "call:<id>"."""
SOON = "team-soon"
"""Due: two working days are left; subject "call:<id>"."""
LATE = "team-late"
"""Due: the day has passed; subject "call:<id>"."""
MOVED = "team-moved"
"""Due: a member learns that another mentor reads it now; subject "call:<id>"."""
NOBODY = "team-nobody"
"""Due: coordinators learn that a review has no mentor; subject "review:<id>"."""

AGAIN = timedelta(days=7)  # between two letters about an overdue review that nobody takes over


@dataclass(frozen=True, slots=True)
class Call:
    """A mentor who is asked to do a review, or was."""

    id: int
    review: int
    team: int
    municipality: str
    team_name: str
    mentor: int
    since: datetime
    due_at: datetime
    ended_at: datetime | None
    why: str


async def assign(
    session: AsyncSession, review: int, now: datetime, mentor: int | None = None
) -> int | None:
    """Ask somebody fit, or this mentor; the call's id, None where there is nobody.

    The team's row is held, so that nobody can become its member meanwhile.
    """
    team, place = await _team(session, review)
    fit = await fitting(session, review)
    if mentor is not None and mentor not in await able(session, team, place):
        raise NotAllowed("mentor")
    chosen = mentor if mentor is not None else next(iter(fit), None)
    if chosen is None:
        await due.plan(session, NOBODY, f"review:{review}", now, occurrence=now.isoformat())
        return None
    zone = await time_zone(session, place)
    until = review_until(now, zone)
    row = {"review_id": review, "mentor_id": chosen, "since": now, "due_at": until}
    added = insert(TeamCall).values(row).returning(TeamCall.id)
    id = int((await session.execute(added)).scalar_one())
    subject = f"call:{id}"
    await due.plan(session, CALLED, subject, now, useful_until=until)
    await due.plan(session, SOON, subject, warn_at(until, zone), useful_until=until)
    await due.plan(session, LATE, subject, until, occurrence=until.isoformat())
    return id


async def able(session: AsyncSession, team: int, municipality: str) -> dict[int, str]:
    """Mentors of the municipality who are not in the team, with their names."""
    members = select(TeamMember.person_id).where(TeamMember.team_id == team)
    query = (
        select(Role.person_id, Person.name)
        .join(Person, Person.id == Role.person_id)
        .where(Role.municipality_id == municipality, Role.role == MENTOR)
        .where(Role.person_id.not_in(members))
        .order_by(Role.since, Role.person_id)
    )
    return {id: name for id, name in await session.execute(query)}


async def fitting(session: AsyncSession, review: int) -> list[int]:
    """Those who can be asked and have not been for this review.

    Whoever read this team's work before comes first, then whoever has the least to do.
    """
    team, place = await _team(session, review)
    asked = set(await _mentors(session, TeamCall.review_id == review))
    knows = set(await _mentors(session, TeamReview.team_id == team, TeamCall.why == "done"))
    load = await _load(session, place)
    free = [id for id in await able(session, team, place) if id not in asked]
    return sorted(free, key=lambda id: (id not in knows, load.get(id, 0)))


async def _mentors(session: AsyncSession, *conditions: Any) -> list[int]:
    query = select(TeamCall.mentor_id).join(TeamReview, TeamReview.id == TeamCall.review_id)
    return list((await session.execute(query.where(*conditions))).scalars())


async def _load(session: AsyncSession, municipality: str) -> dict[int, int]:
    calls = _calls().where(Team.municipality_id == municipality, TeamCall.ended_at.is_(None))
    counted = calls.with_only_columns(TeamCall.mentor_id, func.count())
    rows = await session.execute(counted.group_by(TeamCall.mentor_id))
    return {id: int(count) for id, count in rows}


async def _team(session: AsyncSession, review: int) -> tuple[int, str]:
    """Whose review it is, and where."""
    query = select(Team.id, Team.municipality_id).join(TeamReview, TeamReview.team_id == Team.id)
    row = (await session.execute(query.where(TeamReview.id == review))).one()
    return int(row[0]), str(row[1])


async def find(session: AsyncSession, id: int) -> Call | None:
    row = (await session.execute(_calls().where(TeamCall.id == id))).first()
    return Call(*row) if row else None


async def open_call(session: AsyncSession, review: int) -> Call | None:
    """Who is asked now."""
    mine = _calls().where(TeamCall.review_id == review, TeamCall.ended_at.is_(None))
    row = (await session.execute(mine)).first()
    return Call(*row) if row else None


async def queue(session: AsyncSession, mentor: int) -> list[Call]:
    """What a mentor is to review, the most urgent first."""
    held = select(Role.role).where(
        Role.person_id == TeamCall.mentor_id,
        Role.municipality_id == Team.municipality_id,
        Role.role == MENTOR,
    )
    mine = _calls().where(TeamCall.mentor_id == mentor, TeamCall.ended_at.is_(None), held.exists())
    ordered = mine.order_by(TeamCall.due_at, TeamCall.id)
    return [Call(*row) for row in await session.execute(ordered)]


async def mine(session: AsyncSession, review: int, mentor: int) -> Call | None:
    """A review for the mentor who is asked to do it now."""
    return next((call for call in await queue(session, mentor) if call.review == review), None)


async def held(session: AsyncSession, review: int, mentor: int) -> Call:
    """The same for whoever changes it, with the team's row held.  Raises NotAllowed."""
    found = await mine(session, review, mentor)
    if found is not None:
        await practicum.hold(session, found.team)
        found = await mine(session, review, mentor)
    if found is None:
        raise NotAllowed("gone")
    if await practicum.own(session, found.team, mentor):
        raise NotAllowed("own")
    return found


async def end(session: AsyncSession, call: Call, why: str, now: datetime) -> None:
    """Nobody is asked any more by this call, and reminded of it."""
    ended = update(TeamCall).where(TeamCall.id == call.id).values(ended_at=now, why=why)
    await session.execute(_quiet(ended))
    for kind in (CALLED, SOON, LATE):
        await due.cancel(session, kind, f"call:{call.id}")


async def pass_on(session: AsyncSession, call: Call, why: str, now: datetime) -> int | None:
    """Somebody else is asked instead, and the team learns it; the new call's id."""
    await practicum.hold(session, call.team)
    await end(session, call, why, now)
    new = await assign(session, call.review, now)
    if new is not None:
        await _tell(session, call.team, new, now)
    return new


async def decline(session: AsyncSession, review: int, mentor: int, now: datetime) -> None:
    """A mentor cannot do it.  Raises NotAllowed."""
    call = await held(session, review, mentor)
    await pass_on(session, call, "declined", now)
    await _log(session, call, "team-declined", mentor, now)


async def lapse(session: AsyncSession, id: int, now: datetime) -> int | None:
    """The day has passed: a substitute is asked, and their call returned.

    Without one the mentor keeps it.  Raises NotAllowed where there is nothing to do.
    """
    call = await find(session, id)
    if call is None or call.ended_at is not None:
        raise NotAllowed("gone")
    await practicum.hold(session, call.team)
    if await fitting(session, call.review):
        return await pass_on(session, call, "overdue", now)
    again = now + AGAIN
    await due.plan(session, LATE, f"call:{id}", again, occurrence=again.isoformat())
    return None


async def move(
    session: AsyncSession, team: int, coordinator: int, mentor: int, now: datetime
) -> None:
    """A coordinator has another mentor do it.  Raises NotAllowed."""
    await practicum.hold(session, team)
    crew = await practicum.find(session, team)
    if crew is None or not await is_staff(session, coordinator, crew.municipality, COORDINATOR):
        raise NotAllowed("role")
    query = select(TeamReview.id).where(TeamReview.team_id == team, TeamReview.done_at.is_(None))
    review = (await session.execute(query)).scalar_one_or_none()
    if review is None:
        raise NotAllowed("state")
    before = await open_call(session, review)
    if before is not None:
        await end(session, before, "moved", now)
    new = await assign(session, review, now, mentor)
    assert new is not None
    await _tell(session, team, new, now)
    await note(
        session,
        "team-mentor",
        now,
        person=coordinator,
        municipality=crew.municipality,
        subject=f"team:{team}",
        detail={"mentor": mentor},
    )


async def assign_waiting(session: AsyncSession, municipality: str, now: datetime) -> None:
    """A mentor has come: reviews that nobody does are theirs."""
    busy = select(TeamCall.id).where(
        TeamCall.review_id == TeamReview.id, TeamCall.ended_at.is_(None)
    )
    query = (
        select(TeamReview.id, TeamReview.team_id)
        .join(Team, Team.id == TeamReview.team_id)
        .where(Team.municipality_id == municipality, TeamReview.done_at.is_(None))
        .where(~busy.exists())
        .order_by(TeamReview.id)
    )
    for review, team in (await session.execute(query)).all():
        await practicum.hold(session, team)
        if await open_call(session, review) or not await fitting(session, review):
            continue
        new = await assign(session, review, now)
        assert new is not None
        await _tell(session, team, new, now)


async def release(
    session: AsyncSession, mentor: int, now: datetime, municipality: str | None = None
) -> None:
    """Whoever is no mentor any more, here or anywhere, leaves no review undone."""
    theirs = _calls().where(TeamCall.mentor_id == mentor, TeamCall.ended_at.is_(None))
    if municipality is not None:
        theirs = theirs.where(Team.municipality_id == municipality)
    for row in (await session.execute(theirs.order_by(TeamCall.id))).all():
        await pass_on(session, Call(*row), "gone", now)


async def _tell(session: AsyncSession, team: int, call: int, now: datetime) -> None:
    for member in await practicum.members(session, team):
        await due.plan(session, MOVED, f"call:{call}", now, person_id=member.person)


async def _log(session: AsyncSession, call: Call, act: str, person: int, now: datetime) -> None:
    subject, place = f"team:{call.team}", call.municipality
    await note(session, act, now, person=person, municipality=place, subject=subject)


def _calls() -> Select[*tuple[Any, ...]]:
    return (
        select(
            TeamCall.id,
            TeamCall.review_id,
            Team.id,
            Team.municipality_id,
            Team.name,
            TeamCall.mentor_id,
            TeamCall.since,
            TeamCall.due_at,
            TeamCall.ended_at,
            TeamCall.why,
        )
        .join(TeamReview, TeamReview.id == TeamCall.review_id)
        .join(Team, Team.id == TeamReview.team_id)
    )


def _quiet(statement: Any) -> Any:
    return statement.execution_options(synchronize_session=False)
