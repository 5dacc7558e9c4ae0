"""What people want to hear of: at once, once a day, not at all."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import digests
from storage.tables.people import Person
from storage.tables.topics import NOW, OFF, TOPICS, TopicChoice


async def chosen(session: AsyncSession, person_id: int) -> dict[str, str]:
    """Of every topic how this person wants it."""
    query = select(TopicChoice.topic, TopicChoice.mode).where(TopicChoice.person_id == person_id)
    return dict.fromkeys(TOPICS, NOW) | {
        topic: mode for topic, mode in await session.execute(query)
    }


async def choose(
    session: AsyncSession, person_id: int, topic: str, mode: str, now: datetime
) -> None:
    """What waits for the next digest follows the new choice."""
    # Whoever chooses on two messengers at once does it one after the other.
    await session.execute(select(Person.id).where(Person.id == person_id).with_for_update())
    mine = (TopicChoice.person_id == person_id, TopicChoice.topic == topic)
    await session.execute(_quiet(delete(TopicChoice).where(*mine)))
    if mode != NOW:
        row = {"person_id": person_id, "topic": topic, "mode": mode}
        await session.execute(insert(TopicChoice).values(row))
    await digests.follow(session, person_id, now)


async def join(session: AsyncSession, kept: int, gone: int) -> None:
    """Of two people who are one the quieter choice holds; what only one chose goes over."""
    theirs = select(TopicChoice.topic).where(TopicChoice.person_id == gone, TopicChoice.mode == OFF)
    quieter = update(TopicChoice).where(
        TopicChoice.person_id == kept, TopicChoice.topic.in_(theirs)
    )
    await session.execute(_quiet(quieter.values(mode=OFF)))


def _quiet(statement: Any) -> Any:
    return statement.execution_options(synchronize_session=False)
