"""Sessions of a messenger that charges: for a day after somebody wrote, messages to them are free.

The documents disagree on whether a session counts from the first or the last message, and on a cap
of 60.  We take the dearer reading: from the first, and it is over once the messenger has charged.
"""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, case, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.engine import core
from storage.tables.people import Account

CHARGED = frozenset({"viber"})
"""Bots of messengers that charge for a message outside of a session."""

LASTS = timedelta(hours=24)

FREE_FROM = case((~Account.session_spent, Account.session_from))
"""When the session opened within which nothing has been charged."""


def covers(since: datetime | None, moment: datetime) -> bool:
    """Whether a session that opened then is open at this moment."""
    return since is not None and moment < since + LASTS


def open_at(moment: datetime) -> ColumnElement[bool]:
    """Accounts whose session is still open at this moment, as far as we know."""
    return and_(~Account.session_spent, Account.session_from > moment - LASTS)


async def begin(session: AsyncSession, account_id: int, at: datetime) -> None:
    """Somebody wrote who had no session."""
    opened = update(Account).where(Account.id == account_id)
    await core(session).execute(opened.values(session_from=at, session_spent=False))


async def spend(session: AsyncSession, account_id: int, since: datetime) -> None:
    """The messenger has charged within the session that opened then."""
    meant = (Account.id == account_id, Account.session_from == since)
    await core(session).execute(update(Account).where(*meant).values(session_spent=True))
