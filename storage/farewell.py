"""Somebody's data is deleted, because they want it or because its time is over."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from storage import due
from storage.belongings import accounts_of, begin_anew, empty

FORGET = "forget"
"""The due-row after which nothing leads to a chat any more; subject "account:<id>"."""

GOODBYE = timedelta(days=1)  # until then the last answer may still be on its way


async def part(session: AsyncSession, person_id: int, now: datetime) -> None:
    """Delete everything of this person; their chats belong to strangers, and a day later nobody."""
    await empty(session, person_id, now)
    for account_id in await accounts_of(session, person_id):
        await due.plan(session, FORGET, f"account:{account_id}", now + GOODBYE)
    await begin_anew(session, person_id, now)
