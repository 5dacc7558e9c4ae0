"""Who came to a meeting: by its code, or counted by hand where somebody has no phone."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from secrets import token_hex

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import assist, doors, meetings, trainers
from storage.doors import Way
from storage.meetings import LASTS, Shown
from storage.tables.meetings import Meeting, Signup

CAME = "came"
"""The journey behind a meeting's door; its subject is the meeting's id and a key."""

EARLIER = timedelta(hours=1)  # before the start: people come before it


class Mark(StrEnum):
    HERE = "here"
    EARLY = "early"
    OVER = "over"
    OFF = "off"  # it was cancelled


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers and no names.  `expected` had a seat; `came` and `by_hand` are who was there."""

    expected: int
    came: int
    by_hand: int

    @property
    def there(self) -> int:
        return self.came + self.by_hand


async def may_open(session: AsyncSession, person: int, meeting: Shown) -> bool:
    """Who may read the code out and count people: helpers, coordinators, a seminar's trainers."""
    if await assist.may_help(session, person, meeting.municipality_id):
        return True
    return await trainers.leads(session, person, meeting.id)


def state(meeting: Shown, now: datetime) -> Mark:
    """Whether whoever is there can be marked now."""
    if meeting.state == "cancelled":
        return Mark.OFF
    if now < meeting.starts_at - EARLIER:
        return Mark.EARLY
    return Mark.HERE if now < meeting.starts_at + LASTS else Mark.OVER


async def door(session: AsyncSession, meeting: Shown, now: datetime) -> str:
    """The code to read out or to hang on the door; always the same one.

    It leads to a subject that nobody can guess, so that nobody is marked without the code.
    """
    await meetings.held(session, meeting.id)
    query = select(Meeting.door_key).where(Meeting.id == meeting.id)
    key = (await session.execute(query)).scalar_one()
    if not key:
        key = token_hex(8)
        kept = update(Meeting).where(Meeting.id == meeting.id).values(door_key=key)
        await session.execute(kept)
    way = Way(meeting.municipality_id, None, CAME, f"{meeting.id}-{key}")
    return await doors.door_to(session, way, now)


async def behind(session: AsyncSession, subject: str) -> Shown | None:
    """The meeting of a door's subject."""
    id, _, key = subject.partition("-")
    if not id.isdecimal() or not key:
        return None
    query = select(Meeting.id).where(Meeting.id == int(id), Meeting.door_key == key)
    known = (await session.execute(query)).scalar_one_or_none()
    return await meetings.find(session, known) if known is not None else None


async def mark(session: AsyncSession, id: int, person_id: int, now: datetime) -> Mark:
    """Somebody is there, whether or not they had signed up; once however often they say so."""
    meeting = await meetings.held(session, id)
    if meeting is None:
        return Mark.OFF
    if (found := state(meeting, now)) is not Mark.HERE:
        return found
    theirs = (Signup.meeting_id == id) & (Signup.person_id == person_id)
    there = update(Signup).where(theirs).values(came_at=func.coalesce(Signup.came_at, now))
    told = there.returning(Signup.person_id).execution_options(synchronize_session=False)
    if (await session.execute(told)).first() is None:
        row = {"meeting_id": id, "person_id": person_id, "at": now, "came_at": now}
        await session.execute(insert(Signup).values(row))
    return Mark.HERE


async def count_by_hand(session: AsyncSession, id: int, municipality_id: str, number: int) -> bool:
    """So many came without a phone.  False in another municipality."""
    counted = (
        update(Meeting)
        .where(Meeting.id == id, Meeting.municipality_id == municipality_id)
        .values(by_hand=number)
        .returning(Meeting.id)
        .execution_options(synchronize_session=False)
    )
    return (await session.execute(counted)).first() is not None


async def figures(session: AsyncSession, id: int) -> Figures:
    """How many were expected and how many came."""
    query = select(
        func.count(Signup.seat),
        func.count(Signup.came_at),
        select(Meeting.by_hand).where(Meeting.id == id).scalar_subquery(),
    ).where(Signup.meeting_id == id)
    return Figures(*(await session.execute(query)).one())
