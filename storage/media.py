"""What is known of stored pictures; their bytes are elsewhere."""

from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.work import Media


async def add(
    session: AsyncSession,
    id: str,
    kind: str,
    sha256: str,
    size: int,
    owner: int | None,
    now: datetime,
) -> None:
    """A picture that has been stored."""
    await session.execute(
        insert(Media).values(
            id=id,
            kind=kind,
            sha256=sha256,
            size=size,
            owner_id=owner,
            state="stored",
            bot="",
            ref="",
            made_at=now,
        )
    )


async def digest_of(session: AsyncSession, id: str) -> str | None:
    """The SHA-256 under which the bytes are kept; None if there is no such picture."""
    query = select(Media.sha256).where(Media.id == id, Media.state == "stored")
    return (await session.execute(query)).scalar_one_or_none()
