"""What staff may set of a meeting besides its hour: agenda, length, lesson, when to remind."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import due, meetings
from storage.meetings import REMINDER
from storage.tables.meetings import Meeting


async def set_agenda(
    session: AsyncSession, id: int, municipality_id: str, agenda: dict[str, str], now: datetime
) -> bool:
    """What will be talked about, by language.  False if the meeting is not ahead."""
    return await _set(session, id, municipality_id, now, agenda=agenda)


async def set_lesson(
    session: AsyncSession, id: int, municipality_id: str, lesson: str, now: datetime
) -> bool:
    """The lesson a seminar belongs to, '' for none.  False if it is not ahead."""
    return await _set(session, id, municipality_id, now, lesson=lesson)


async def set_length(
    session: AsyncSession, id: int, municipality_id: str, minutes: int, now: datetime
) -> bool:
    """How long it lasts.  False if it is not ahead."""
    return await _set(session, id, municipality_id, now, lasts=minutes)


async def set_reminders(
    session: AsyncSession, id: int, municipality_id: str, minutes: Sequence[int], now: datetime
) -> bool:
    """When to remind, in minutes before; those already written stay.  False if it is not ahead."""
    ahead = sorted(set(minutes), reverse=True)
    if not await _set(session, id, municipality_id, now, reminders=ahead):
        return False
    await due.cancel(session, REMINDER, str(id))
    await meetings.remind(session, id, now)
    return True


async def _set(
    session: AsyncSession, id: int, municipality_id: str, now: datetime, **values: Any
) -> bool:
    ahead = (Meeting.state == "planned") & (Meeting.starts_at > now)
    change = (
        update(Meeting)
        .where(Meeting.id == id, Meeting.municipality_id == municipality_id, ahead)
        .values(**values)
        .returning(Meeting.id)
        .execution_options(synchronize_session=False)
    )
    return (await session.execute(change)).first() is not None
