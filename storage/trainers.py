"""Who leads a seminar, and whether people may know their name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, exists, insert, literal, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.review import NotAllowed
from storage import due, meetings, seats
from storage.conduct import By
from storage.log import note
from storage.meetings import CHANGED, REMINDER, Shown, shown
from storage.staff import COORDINATOR, TRAINING, is_staff
from storage.tables.meetings import SEMINAR, Meeting
from storage.tables.people import Person, Role
from storage.tables.seminars import SeminarTrainer

NAMED = "seminar-named"
"""Due: a trainer learns of a seminar, or of further dates of it; subject the meeting's id."""


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody who leads a seminar: as colleagues know them, and as people may, or ''."""

    person: int
    name: str
    shown_as: str


async def of(session: AsyncSession, id: int) -> list[Leader]:
    """Who leads this seminar, the first to be named leading."""
    query = (
        select(SeminarTrainer.person_id, Person.name, SeminarTrainer.shown_as)
        .join(Person, Person.id == SeminarTrainer.person_id)
        .join(Meeting, Meeting.id == SeminarTrainer.meeting_id)
        .where(SeminarTrainer.meeting_id == id, _able())
        .order_by(SeminarTrainer.since, SeminarTrainer.person_id)
    )
    return [Leader(*row) for row in await session.execute(query)]


async def leads(session: AsyncSession, person: int, id: int) -> bool:
    """Whether somebody leads this seminar."""
    return any(one.person == person for one in await of(session, id))


async def any_led(session: AsyncSession, person: int) -> bool:
    """Whether somebody leads any seminar."""
    query = select(SeminarTrainer.meeting_id).where(SeminarTrainer.person_id == person)
    return (await session.execute(query.limit(1))).first() is not None


async def may_work(session: AsyncSession, person: int, meeting: Shown) -> bool:
    """Whether somebody may open the attendance and add materials: a trainer or a coordinator."""
    return await is_staff(session, person, meeting.municipality_id, COORDINATOR) or await leads(
        session, person, meeting.id
    )


async def led_by(session: AsyncSession, person: int) -> list[Shown]:
    """Somebody's seminars, the latest first; none that was cancelled."""
    mine = select(SeminarTrainer.meeting_id).where(SeminarTrainer.person_id == person, _able())
    mine = mine.where(SeminarTrainer.meeting_id == Meeting.id).correlate(Meeting)
    query = shown().where(mine.exists(), Meeting.state != "cancelled")
    rows = await session.execute(query.order_by(Meeting.starts_at.desc(), Meeting.id.desc()))
    return [Shown(*row) for row in rows]


async def able(session: AsyncSession, municipality: str) -> dict[int, str]:
    """Who may lead seminars of a municipality, with their names."""
    query = (
        select(Role.person_id, Person.name)
        .join(Person, Person.id == Role.person_id)
        .where(Role.municipality_id == municipality, Role.role.in_(TRAINING))
        .order_by(Role.since, Role.person_id)
    )
    return {id: name for id, name in await session.execute(query)}


async def name(session: AsyncSession, by: By, ids: Sequence[int], person: int) -> None:
    """Somebody leads these seminars of one series from now on, and is told so once.

    They get the reminders and changes, and give back a seat of their own.  Raises NotAllowed.
    """
    if person not in await able(session, by.municipality):
        raise NotAllowed("role")
    for id in ids:
        await _name(session, by, id, person)
    await _plan(session, ids[0], [person], by.now)


async def _name(session: AsyncSession, by: By, id: int, person: int) -> None:
    meeting = await meetings.held(session, id)
    if meeting is None or meeting.municipality_id != by.municipality or not meeting.seminar:
        raise NotAllowed("gone")
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    row = {"meeting_id": id, "person_id": person, "since": by.now}
    await session.execute(engine.insert(SeminarTrainer).values(row).on_conflict_do_nothing())
    if meeting.coming(by.now):
        await seats.sign_off(session, id, person, by.now)
        await meetings.remind(session, id, by.now, [person])
    await _log(session, "seminar-trainer", by, id, {"person": person})


async def unname(session: AsyncSession, by: By, ids: Sequence[int], person: int) -> None:
    """They no longer lead these, and hear nothing more of them."""
    query = select(Meeting.id).where(
        Meeting.id.in_(ids), Meeting.municipality_id == by.municipality
    )
    here = list((await session.execute(query.order_by(Meeting.id))).scalars())
    await _drop(session, here, person)
    for id in here:
        await _log(session, "seminar-trainer-dropped", by, id, {"person": person})


async def agree(session: AsyncSession, id: int, person: int, *, shows: bool) -> str | None:
    """A trainer's name is shown, or no longer, on this seminar and all of its series.

    The name, '' where there is none to show; None for anybody else.
    """
    found = next((one for one in await of(session, id) if one.person == person), None)
    if found is None:
        return None
    name = found.name if shows else ""
    series = select(Meeting.series_id).where(Meeting.id == id).scalar_subquery()
    same = select(Meeting.id).where((Meeting.id == id) | (Meeting.series_id == series))
    mine = (SeminarTrainer.person_id == person, SeminarTrainer.meeting_id.in_(same))
    await session.execute(_quiet(update(SeminarTrainer).where(*mine).values(shown_as=name)))
    return name


async def copy(session: AsyncSession, id: int, to: int, now: datetime) -> None:
    """A further date of a series is led by the same people."""
    row = SeminarTrainer
    of_first = select(literal(to), row.person_id, row.shown_as, literal(SEMINAR), row.since)
    names = ("meeting_id", "person_id", "shown_as", "meeting_kind", "since")
    await session.execute(insert(row).from_select(names, of_first.where(row.meeting_id == id)))
    leading = [one.person for one in await of(session, to)]
    await meetings.remind(session, to, now, leading)


async def tell(session: AsyncSession, id: int, now: datetime) -> None:
    """The trainers learn that there are further dates."""
    await _plan(session, id, [one.person for one in await of(session, id)], now)


async def release(session: AsyncSession, person: int, municipality: str) -> None:
    """Somebody stops working here: they lead no seminar any more."""
    here = select(SeminarTrainer.meeting_id).join(Meeting, Meeting.id == SeminarTrainer.meeting_id)
    mine = (SeminarTrainer.person_id == person, Meeting.municipality_id == municipality)
    await _drop(session, list((await session.execute(here.where(*mine))).scalars()), person)


async def _drop(session: AsyncSession, ids: Iterable[int], person: int) -> None:
    for id in ids:
        gone = (SeminarTrainer.meeting_id == id, SeminarTrainer.person_id == person)
        await session.execute(_quiet(delete(SeminarTrainer).where(*gone)))
        for kind in (REMINDER, CHANGED, NAMED):
            await due.cancel(session, kind, str(id), person_id=person)


async def _plan(session: AsyncSession, id: int, people: Iterable[int], now: datetime) -> None:
    for person in people:
        await due.plan(session, NAMED, str(id), now, person_id=person)


def _able() -> Any:
    """Whoever holds the role no longer leads nothing."""
    return exists().where(
        Role.person_id == SeminarTrainer.person_id,
        Role.municipality_id == Meeting.municipality_id,
        Role.role.in_(TRAINING),
    )


async def _log(session: AsyncSession, action: str, by: By, id: int, detail: dict[str, Any]) -> None:
    await note(
        session,
        action,
        by.now,
        person=by.person,
        municipality=by.municipality,
        subject=f"meeting:{id}",
        detail=detail,
    )


def _quiet(statement: Any) -> Any:
    return statement.execution_options(synchronize_session=False)
