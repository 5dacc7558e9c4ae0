"""Teams of the practicum: who is in them.  What they show is `practicum_pieces`."""

from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex
from typing import Any

from sqlalchemy import Select, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.codes import new_one_time_code
from bot.civic.practicum import PEOPLE
from bot.civic.review import NotAllowed
from storage import doors, media
from storage.doors import Way
from storage.log import note
from storage.tables.academy import Learner
from storage.tables.people import Door
from storage.tables.practicum import Team, TeamMember, TeamPiece, TeamReview

TRACK = "team"
"""The track of a course whose learners form teams."""

JOIN = "practicum-join"
"""The journey behind an invitation; its subject is the team's key."""


@dataclass(frozen=True, slots=True)
class Crew:
    """A team."""

    id: int
    municipality: str
    course: str
    version: int
    name: str
    key: str
    made_at: datetime
    accepted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Joined:
    """Somebody in a team."""

    person: int
    name: str
    side: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who joins, under which name, on which side."""

    person: int
    name: str
    side: str


async def may_found(session: AsyncSession, person_id: int) -> tuple[str, int] | None:
    """The course and version for which a learner on the team track has no team yet."""
    taken = select(TeamMember.team_id).where(
        TeamMember.person_id == person_id,
        TeamMember.course == Learner.course,
        TeamMember.version == Learner.version,
    )
    query = (
        select(Learner.course, Learner.version)
        .where(Learner.person_id == person_id, Learner.track == TRACK, ~taken.exists())
        .order_by(Learner.active_at.desc(), Learner.id.desc())
        .limit(1)
    )
    row = (await session.execute(query)).first()
    return (row[0], row[1]) if row else None


async def found(
    session: AsyncSession, new: tuple[str, str, int, str], founder: Newcomer, now: datetime
) -> Crew:
    """A team of (municipality, course, version, name) with its founder in it.

    A second team of the same course violates a constraint.
    """
    municipality, course, version, name = new
    key = token_hex(12)
    row = {"municipality_id": municipality, "course": course, "version": version, "name": name}
    added = insert(Team).values(key=key, made_at=now, **row).returning(Team.id)
    id = int((await session.execute(added)).scalar_one())
    team = Crew(id, municipality, course, version, name, key, now, None)
    way = Way(municipality, None, JOIN, key)
    await doors.keep_door(session, new_one_time_code(), way, now)
    await _seat(session, team, founder, now)
    return team


async def code(session: AsyncSession, team: Crew) -> str:
    """What to type, or to follow, to join this team."""
    query = select(Door.code).where(Door.journey == JOIN, Door.subject == team.key)
    return str((await session.execute(query)).scalar_one())


async def join(session: AsyncSession, key: str, new: Newcomer, now: datetime) -> Crew:
    """Come in by an invitation.  Raises NotAllowed; being in another team violates a constraint."""
    team = await behind(session, key)
    if team is None:
        raise NotAllowed("gone")
    await hold(session, team.id)
    team = await find(session, team.id)
    if team is None:
        raise NotAllowed("gone")
    if team.accepted_at is not None:
        raise NotAllowed("accepted")
    await _seat(session, team, new, now)
    return team


async def _seat(session: AsyncSession, team: Crew, new: Newcomer, now: datetime) -> None:
    """The lowest free seat.  The team's row is held, or new."""
    query = select(TeamMember.seat).where(TeamMember.team_id == team.id)
    taken = set((await session.execute(query)).scalars())
    free = next((seat for seat in range(1, PEOPLE.stop) if seat not in taken), None)
    if free is None:
        raise NotAllowed("full")
    row = {"team_id": team.id, "course": team.course, "version": team.version, "seat": free}
    who = {"person_id": new.person, "name": new.name, "side": new.side, "joined_at": now}
    await session.execute(insert(TeamMember).values(**row, **who))
    await _log(session, team, "team-joined", new.person, now)


async def leave(session: AsyncSession, id: int, person_id: int, now: datetime) -> None:
    """Go out of a team; when nobody is left, nothing of it is.  Raises NotAllowed."""
    await hold(session, id)
    team = await find(session, id)
    mine = (TeamMember.team_id == id, TeamMember.person_id == person_id)
    gone = delete(TeamMember).where(*mine).returning(TeamMember.seat)
    left = (await session.execute(_quiet(gone))).first()
    if team is None or left is None:
        raise NotAllowed("gone")
    await _log(session, team, "team-left", person_id, now)
    if not await members(session, id):
        await _dissolve(session, team)


async def _dissolve(session: AsyncSession, team: Crew) -> None:
    """Nobody could see any of it any more, so pictures and words go too."""
    pictures = select(TeamPiece.media_id).where(
        TeamPiece.team_id == team.id, TeamPiece.media_id.is_not(None)
    )
    ids = [str(id) for id in (await session.execute(pictures)).scalars()]
    await session.execute(_quiet(delete(Team).where(Team.id == team.id)))
    await media.drop_unsent(session, ids)
    door = delete(Door).where(Door.journey == JOIN, Door.subject == team.key)
    await session.execute(_quiet(door))


async def hold(session: AsyncSession, id: int) -> None:
    """Every change of a team, its evidence and its reviews holds this row."""
    await session.execute(select(Team.id).where(Team.id == id).with_for_update())


async def find(session: AsyncSession, id: int) -> Crew | None:
    row = (await session.execute(_teams().where(Team.id == id))).first()
    return Crew(*row) if row else None


async def behind(session: AsyncSession, key: str) -> Crew | None:
    """The team of an invitation's key."""
    row = (await session.execute(_teams().where(Team.key == key))).first()
    return Crew(*row) if row else None


async def of_person(session: AsyncSession, person_id: int) -> Crew | None:
    """The team that somebody joined last."""
    mine = _teams().join(TeamMember, TeamMember.team_id == Team.id)
    newest = mine.where(TeamMember.person_id == person_id).order_by(TeamMember.joined_at.desc())
    row = (await session.execute(newest.limit(1))).first()
    return Crew(*row) if row else None


async def own(session: AsyncSession, id: int, person_id: int) -> Crew | None:
    """A team for one of its members."""
    mine = select(TeamMember.seat).where(
        TeamMember.team_id == Team.id, TeamMember.person_id == person_id
    )
    row = (await session.execute(_teams().where(Team.id == id, mine.exists()))).first()
    return Crew(*row) if row else None


async def elsewhere(session: AsyncSession, team: Crew, person_id: int) -> bool:
    """Whether somebody does the practicum of this course in another team."""
    query = select(TeamMember.team_id).where(
        TeamMember.person_id == person_id,
        TeamMember.course == team.course,
        TeamMember.version == team.version,
        TeamMember.team_id != team.id,
    )
    return (await session.execute(query)).first() is not None


async def members(session: AsyncSession, id: int) -> list[Joined]:
    """Who is in a team, the first to join leading."""
    query = select(
        TeamMember.person_id, TeamMember.name, TeamMember.side, TeamMember.joined_at
    ).where(TeamMember.team_id == id)
    ordered = query.order_by(TeamMember.joined_at, TeamMember.seat)
    return [Joined(*row) for row in await session.execute(ordered)]


async def accepted(
    session: AsyncSession, person_id: int, course: str, version: int
) -> datetime | None:
    """When the work of this person's team was accepted; None while it is not."""
    query = (
        select(Team.accepted_at)
        .join(TeamMember, TeamMember.team_id == Team.id)
        .where(TeamMember.person_id == person_id)
        .where(TeamMember.course == course, TeamMember.version == version)
    )
    return (await session.execute(query)).scalar_one_or_none()


async def listed(session: AsyncSession, municipality: str) -> list[tuple[Crew, int, bool]]:
    """Teams of a municipality, the newest first: how many people, and whether a review is open."""
    people = select(func.count()).where(TeamMember.team_id == Team.id).scalar_subquery()
    asked = select(TeamReview.id).where(TeamReview.team_id == Team.id, TeamReview.done_at.is_(None))
    query = _teams().add_columns(people, asked.exists())
    here = query.where(Team.municipality_id == municipality).order_by(Team.id.desc())
    return [(Crew(*row[:-2]), int(row[-2]), bool(row[-1])) for row in await session.execute(here)]


async def any_here(session: AsyncSession, municipality: str) -> bool:
    """Whether a municipality has a team."""
    query = select(Team.id).where(Team.municipality_id == municipality).limit(1)
    return (await session.execute(query)).first() is not None


def _teams() -> Select[*tuple[Any, ...]]:
    return select(
        Team.id,
        Team.municipality_id,
        Team.course,
        Team.version,
        Team.name,
        Team.key,
        Team.made_at,
        Team.accepted_at,
    )


async def _log(session: AsyncSession, team: Crew, act: str, person: int, now: datetime) -> None:
    subject, place = f"team:{team.id}", team.municipality
    await note(session, act, now, person=person, municipality=place, subject=subject)


def _quiet(statement: Any) -> Any:
    return statement.execution_options(synchronize_session=False)
