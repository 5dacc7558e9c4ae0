"""Who has a seat at a meeting, who waits for one, and who gets the one that is given back.

Every change holds the meeting's row.  Should that ever fail, no seat can be given twice: its
number is unique, and none is above the number of seats.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from storage import due, meetings
from storage.meetings import CHANGED, REMINDER, WAITING, Shown
from storage.tables.meetings import Meeting, Signup

SEAT_FREE = "meeting-seat"
"""The due-row that tells somebody who waited that they have a seat."""


class Place(StrEnum):
    SEAT = "seat"
    WAITING = "waiting"
    NONE = "none"  # it is full, and they did not ask to wait
    CLOSED = "closed"  # it has begun, or was cancelled


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands with a meeting; `waiting` is their number in the queue, or 0."""

    seat: int | None
    waiting: int = 0
    came: bool = False


async def mine(session: AsyncSession, person_id: int) -> set[int]:
    """The meetings that this person has signed up for or waits for."""
    query = select(Signup.meeting_id).where(Signup.person_id == person_id)
    return set((await session.execute(query)).scalars())


async def standing(session: AsyncSession, id: int, person_id: int) -> Standing | None:
    """None for somebody who has not signed up."""
    query = select(Signup.seat, Signup.at, Signup.came_at.is_not(None)).where(
        Signup.meeting_id == id, Signup.person_id == person_id
    )
    row = (await session.execute(query)).first()
    if row is None:
        return None
    seat, at, came = row
    if seat is not None or came:
        return Standing(seat, came=came)
    earlier = (Signup.at < at) | ((Signup.at == at) & (Signup.person_id < person_id))
    ahead = select(func.count()).where(Signup.meeting_id == id, *WAITING, earlier)
    return Standing(None, int((await session.execute(ahead)).scalar_one()) + 1)


async def sign_up(
    session: AsyncSession, id: int, person_id: int, now: datetime, *, waits: bool = False
) -> Place:
    """Take a seat and plan the reminders still to come; without a free one wait, if they want."""
    meeting = await meetings.held(session, id)
    if meeting is None or not meeting.coming(now):
        return Place.CLOSED
    has = await standing(session, id, person_id)
    if has is None:
        if meeting.full and not waits:
            return Place.NONE
        seat = None if meeting.full else await _free_seat(session, id)
        row = {"meeting_id": id, "person_id": person_id, "at": now, "seat": seat}
        await session.execute(insert(Signup).values(row))
        if seat is None:
            return Place.WAITING
    elif has.waiting:
        return Place.WAITING
    await meetings.remind(session, id, now, [person_id])
    return Place.SEAT


async def sign_off(session: AsyncSession, id: int, person_id: int, now: datetime) -> None:
    """Give the seat back; nothing more comes about this meeting.  Whoever waited first has it."""
    meeting = await meetings.held(session, id)
    theirs = (Signup.meeting_id == id) & (Signup.person_id == person_id)
    await session.execute(delete(Signup).where(theirs))
    for kind in (REMINDER, CHANGED, SEAT_FREE):
        await due.cancel(session, kind, str(id), person_id=person_id)
    if meeting is not None:
        await fill(session, id, now)


async def set_seats(
    session: AsyncSession, id: int, municipality_id: str, seats: int | None, now: datetime
) -> bool:
    """Another number of seats: more go to those who wait, fewer take nobody's away."""
    ahead = (Meeting.state == "planned") & (Meeting.starts_at > now)
    changed = await session.execute(
        update(Meeting)
        .where(Meeting.id == id, Meeting.municipality_id == municipality_id, ahead)
        .values(seats=seats)
        .returning(Meeting.id)
        .execution_options(synchronize_session=False)
    )
    if changed.first() is None:
        return False
    await fill(session, id, now)
    return True


async def fill(session: AsyncSession, id: int, now: datetime) -> None:
    """Free seats go to those who wait, in their order, and they are told at once."""
    meeting = await meetings.held(session, id)
    while meeting and meeting.coming(now) and meeting.waiting and not meeting.full:
        waiting = select(Signup.person_id).where(Signup.meeting_id == id, *WAITING)
        next_one = waiting.order_by(Signup.at, Signup.person_id).limit(1)
        person = int((await session.execute(next_one)).scalar_one())
        await _give(session, meeting, person, now)
        meeting = await meetings.find(session, id)


async def _give(session: AsyncSession, meeting: Shown, person: int, now: datetime) -> None:
    await _set_seat(session, meeting.id, person, await _free_seat(session, meeting.id))
    await meetings.remind(session, meeting.id, now, [person])
    await due.plan(
        session,
        SEAT_FREE,
        str(meeting.id),
        now,
        person_id=person,
        version=meeting.version,
        useful_until=meeting.starts_at,
    )


async def _free_seat(session: AsyncSession, id: int) -> int:
    """The lowest number that nobody has; while it is not full, none above the number of seats."""
    after = aliased(Signup)
    taken = select(after.seat).where(after.meeting_id == id, after.seat == Signup.seat + 1)
    gap = select(func.min(Signup.seat) + 1).where(Signup.meeting_id == id, ~taken.exists())
    first = select(Signup.seat).where(Signup.meeting_id == id, Signup.seat == 1)
    if (await session.execute(first)).first() is None:
        return 1
    found = (await session.execute(gap)).scalar_one()
    assert found is not None
    return found


async def held_by(session: AsyncSession, person_id: int) -> list[int]:
    """Meetings at which this person has a seat, in order."""
    return sorted(id for id, seat in (await _places(session, person_id)).items() if seat)


async def fill_all(session: AsyncSession, ids: Iterable[int], now: datetime) -> None:
    """The same for several meetings."""
    for id in ids:
        await fill(session, id, now)


async def unite(session: AsyncSession, kept: int, gone: int) -> list[int]:
    """Before two people become one: the seat of either is `kept`'s.  Where both had one, in order.

    What `gone` has besides is dropped by the caller, who fills these meetings afterwards.
    """
    mine, theirs = await _places(session, kept), await _places(session, gone)
    both = sorted(mine.keys() & theirs.keys())
    for id in both:
        await meetings.held(session, id)
        if mine[id] is None and theirs[id] is not None:
            await _set_seat(session, id, gone, None)
            await _set_seat(session, id, kept, theirs[id])
        await _keep_came(session, id, kept, gone)
    return [id for id in both if mine[id] and theirs[id]]


async def _keep_came(session: AsyncSession, id: int, kept: int, gone: int) -> None:
    """Whoever of the two has come, the one they are has come."""
    twin = aliased(Signup)
    theirs = select(twin.came_at).where(twin.meeting_id == id, twin.person_id == gone)
    mine = (Signup.meeting_id == id) & (Signup.person_id == kept) & Signup.came_at.is_(None)
    came = update(Signup).where(mine).values(came_at=theirs.scalar_subquery())
    await session.execute(came.execution_options(synchronize_session=False))


async def _places(session: AsyncSession, person_id: int) -> dict[int, int | None]:
    query = select(Signup.meeting_id, Signup.seat).where(Signup.person_id == person_id)
    return {id: seat for id, seat in await session.execute(query)}


async def _set_seat(session: AsyncSession, id: int, person: int, seat: int | None) -> None:
    theirs = (Signup.meeting_id == id) & (Signup.person_id == person)
    await session.execute(update(Signup).where(theirs).values(seat=seat))
