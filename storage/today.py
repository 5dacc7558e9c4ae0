"""Everything that a member of staff owes: one list over all subjects."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from storage.owed import Owed, Query

QUERIES: tuple[Query, ...] = ()
"""A subject with something owed has one line here."""


async def owed_by(
    session: AsyncSession, person: int, municipality: str, now: datetime
) -> list[Owed]:
    """What this person owes in this municipality, the most urgent first."""
    found = [one for query in QUERIES for one in await query(session, person, municipality, now)]
    return sorted(found, key=lambda one: (one.due is None, one.due))
