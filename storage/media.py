"""Stored files: what is known of pictures, whose bytes are elsewhere, and documents whole."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.work import Media

DOCUMENT = "application/pdf"
KEPT = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Stored:
    """Where a file's bytes are: `content`, or under `sha256` in the folder of pictures."""

    sha256: str
    content: bytes | None


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


async def add_document(session: AsyncSession, id: str, content: bytes, now: datetime) -> None:
    """A PDF we made."""
    kept = {"kind": DOCUMENT, "size": len(content), "content": content, "state": "stored"}
    await session.execute(insert(Media).values(id=id, made_at=now, **kept))


async def find(session: AsyncSession, id: str) -> Stored | None:
    """A stored file; None if there is no such."""
    query = select(Media.sha256, Media.content).where(Media.id == id, Media.state == "stored")
    row = (await session.execute(query)).first()
    return Stored(*row) if row else None


async def drop_documents(session: AsyncSession, now: datetime) -> None:
    """Forget what has surely arrived; a paper may hold codes or names, and can be made again."""
    old = Media.made_at < now - KEPT
    await session.execute(delete(Media).where(Media.kind == DOCUMENT, old))
