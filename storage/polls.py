"""The quick poll of an announcement: one answer of each person, counted."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.audiences import SMALLEST
from storage.tables.announcements import Announcement, PollAnswer


async def answer(session: AsyncSession, announcement: int, person: int, option: int) -> None:
    """Keep what this person has chosen, in the place of what they chose before."""
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    added = engine.insert(PollAnswer).values(
        announcement_id=announcement, person_id=person, option=option
    )
    changed = {"option": added.excluded.option}
    keys = ["announcement_id", "person_id"]
    await session.execute(added.on_conflict_do_update(index_elements=keys, set_=changed))


async def counts(session: AsyncSession, announcement: int, options: int) -> list[int] | None:
    """How often each option was chosen; None while fewer than ten have answered.

    Of few answers it might be told whose they are.
    """
    query = (
        select(PollAnswer.option, func.count())
        .where(PollAnswer.announcement_id == announcement)
        .group_by(PollAnswer.option)
    )
    found = {option: int(count) for option, count in await session.execute(query)}
    if sum(found.values()) < SMALLEST:
        return None
    return [found.get(option, 0) for option in range(options)]


async def of_person(
    session: AsyncSession, person: int
) -> list[tuple[dict[str, str], dict[str, str]]]:
    """What somebody was asked and has chosen, for that person to read."""
    query = (
        select(Announcement.poll, PollAnswer.option)
        .join(PollAnswer, PollAnswer.announcement_id == Announcement.id)
        .where(PollAnswer.person_id == person)
        .order_by(Announcement.id)
    )
    rows: list[Any] = [tuple(row) for row in await session.execute(query)]
    return [(poll["question"], poll["options"][option]) for poll, option in rows]
