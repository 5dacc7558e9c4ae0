"""The append-only log: what was done, by whom.  Ids and codes only, never a citizen's words."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.work import Log


async def note(
    session: AsyncSession,
    action: str,
    now: datetime,
    *,
    person: int | None = None,
    municipality: str | None = None,
    subject: str = "",
    detail: dict[str, Any] | None = None,
) -> None:
    """Write one line."""
    await session.execute(
        insert(Log).values(
            at=now,
            person_id=person,
            municipality_id=municipality,
            action=action,
            subject=subject,
            detail=detail,
        )
    )


async def count_since(session: AsyncSession, action: str, subject: str, since: datetime) -> int:
    """How often this was done to the subject since then."""
    query = select(func.count()).where(Log.action == action, Log.subject == subject, Log.at > since)
    return int((await session.execute(query)).scalar_one())
