"""The short code that a voter's chat shows to the desk, looked up before anything else is asked."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.engine import secrets_of
from storage.keys import code
from storage.tables.electorate import DeskCode


async def is_shown(session: AsyncSession, vote: int, said: str, now: datetime) -> bool:
    """Whether some chat shows this code now."""
    digits = "".join(filter(str.isdecimal, said))
    query = select(DeskCode.person_id).where(
        DeskCode.process_id == vote,
        DeskCode.code_hash == code(secrets_of(session).identity_key, "desk", vote, digits),
        DeskCode.expires_at > now,
    )
    return (await session.execute(query)).first() is not None
