"""Stored files: documents and files whole; what is known of pictures and recordings.

The bytes of these are elsewhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.work import Media

DOCUMENT = "document"  # made by us; what it is its bytes say
KEPT_FILE = "kept-file"  # sent by staff to be shown to everybody: a PDF
PDF = b"%PDF-"
FILE = "file"  # sent by somebody as an answer; what is in it only its reader finds out
ATTACHED = "attached"  # a document of an announcement that may wait for its day
KEPT = timedelta(days=3)
ATTACHED_KEPT = timedelta(days=60)  # written for a month, and Viber delivers for two weeks
NO_HOUR = datetime(2000, 1, 1, tzinfo=UTC)
REHEARSAL = "survey-try"  # the journey whose answers nobody keeps
LONGEST_REF = 400
PART = 500  # ids asked for at once
FILE_KEPT = timedelta(days=1)  # it may hold personal numbers, and its sender can send it again


@dataclass(frozen=True, slots=True)
class Stored:
    """Where a file's bytes are: `content`, or under `sha256` in the folder of pictures."""

    sha256: str
    content: bytes | None


@dataclass(frozen=True, slots=True)
class Owner:
    """Who sent a file, as the answer to which question ("register-file:12:file")."""

    person: int | None
    question: str


async def add(
    session: AsyncSession,
    id: str,
    kind: str,
    sha256: str,
    size: int,
    owner: int | None,
    now: datetime,
    ref: str = "",
) -> None:
    """A picture or a recording that has been stored; `ref` is the question it answers, if any."""
    await session.execute(
        insert(Media).values(
            id=id,
            kind=kind,
            sha256=sha256,
            size=size,
            owner_id=owner,
            state="stored",
            bot="",
            ref=ref[:LONGEST_REF],
            made_at=now,
        )
    )


async def add_document(session: AsyncSession, id: str, content: bytes, now: datetime) -> None:
    """A document we made."""
    kept = {"kind": DOCUMENT, "size": len(content), "content": content, "state": "stored"}
    await session.execute(insert(Media).values(id=id, made_at=now, **kept))


async def attach(session: AsyncSession, id: str) -> None:
    """A document that we made goes with an announcement."""
    mine = (Media.id == id, Media.kind == DOCUMENT)
    kept = update(Media).where(*mine).values(kind=ATTACHED)
    await session.execute(kept.execution_options(synchronize_session=False))


async def add_file(
    session: AsyncSession, id: str, content: bytes, owner: Owner, now: datetime
) -> None:
    """What somebody sent, in the place of an earlier answer to the same question."""
    theirs = (Media.owner_id == owner.person, Media.ref == owner.question)
    await session.execute(delete(Media).where(Media.kind == FILE, *theirs))
    kept = {"kind": FILE, "size": len(content), "content": content, "state": "stored"}
    whose = {"owner_id": owner.person, "ref": owner.question}
    await session.execute(insert(Media).values(id=id, made_at=now, **kept, **whose))


async def file(session: AsyncSession, id: str, person: int) -> bytes | None:
    """The bytes of a file that this person has sent; None if there is no such any more."""
    query = select(Media.content)
    mine = (Media.id == id, Media.kind == FILE, Media.owner_id == person)
    return (await session.execute(query.where(*mine))).scalar_one_or_none()


async def keep_file(session: AsyncSession, id: str, person: int) -> int | None:
    """Keep a PDF that this person has sent, to show it to everybody; its size, None for another."""
    content = await file(session, id, person)
    if content is None or not content.startswith(PDF):
        return None
    kept = update(Media).where(Media.id == id).values(kind=KEPT_FILE, owner_id=None, ref="")
    await session.execute(kept.execution_options(synchronize_session=False))
    return len(content)


async def drop(session: AsyncSession, id: str) -> None:
    """A file has been read to the end, or is not wanted."""
    await session.execute(delete(Media).where(Media.id == id, Media.kind == FILE))


async def drop_answers(session: AsyncSession, person: int, script: str = "") -> None:
    """Files for a conversation that will not go on ("register-file:12"), or all of somebody's."""
    theirs = [Media.kind == FILE, Media.owner_id == person]
    if script:
        theirs.append(Media.ref.startswith(f"{script}:", autoescape=True))
    await session.execute(delete(Media).where(*theirs))


async def disown(session: AsyncSession, ids: Iterable[str]) -> None:
    """Photos and recordings among these answers are nobody's, and no hour tells whose they were."""
    kept = (Media.id.in_(list(ids)), Media.kind.not_in((FILE, DOCUMENT)))
    told = {"owner_id": None, "made_at": NO_HOUR, "ref": ""}
    statement = update(Media).where(*kept).values(told)
    await session.execute(statement.execution_options(synchronize_session=False))


async def drop_recordings(session: AsyncSession, ids: Iterable[str]) -> None:
    """Voice messages and videos that nobody may hear or see any more."""
    recorded = or_(Media.kind.startswith("audio/"), Media.kind.startswith("video/"))
    await session.execute(delete(Media).where(Media.id.in_(list(ids)), recorded))


async def find(session: AsyncSession, id: str) -> Stored | None:
    """A picture, a recording or a document; None if there is no such."""
    query = select(Media.sha256, Media.content).where(Media.id == id, Media.kind != FILE)
    row = (await session.execute(query.where(Media.state == "stored"))).first()
    return Stored(*row) if row else None


async def digests_of(session: AsyncSession, ids: Sequence[str]) -> dict[str, str]:
    """Under which digest the bytes of these pictures and recordings are; of those that are kept."""
    found: dict[str, str] = {}
    for at in range(0, len(ids), PART):
        query = select(Media.id, Media.sha256).where(Media.id.in_(ids[at : at + PART]))
        rows = await session.execute(query.where(Media.sha256 != ""))
        found.update((row[0], row[1]) for row in rows)
    return found


async def answering(session: AsyncSession, script: str) -> set[str]:
    """Pictures and recordings that were sent as answers in a conversation ("needs:12:")."""
    theirs = (Media.ref.startswith(script, autoescape=True), Media.sha256 != "")
    return set((await session.execute(select(Media.id).where(*theirs))).scalars())


async def drop_unsent(session: AsyncSession, ids: Sequence[str]) -> None:
    """Pictures and recordings in no answer that was sent."""
    for at in range(0, len(ids), PART):
        await session.execute(delete(Media).where(Media.id.in_(ids[at : at + PART])))


async def drop_rehearsal(session: AsyncSession, script: str, before: datetime) -> None:
    """Photos and recordings whose answers nobody keeps ("survey-try:12:", or all that begin so)."""
    tried = Media.ref.startswith(script, autoescape=True)
    pictures = Media.kind.not_in((FILE, DOCUMENT))
    await session.execute(delete(Media).where(pictures, tried, Media.made_at <= before))


async def digests(session: AsyncSession) -> set[str]:
    """Of all pictures and recordings whose bytes are still needed."""
    return set((await session.execute(select(Media.sha256).where(Media.sha256 != ""))).scalars())


async def tidy(session: AsyncSession, now: datetime) -> None:
    """Forget what has surely arrived; a paper may hold codes or names, and can be made again."""
    for kind, kept in ((DOCUMENT, KEPT), (FILE, FILE_KEPT), (ATTACHED, ATTACHED_KEPT)):
        await session.execute(delete(Media).where(Media.kind == kind, Media.made_at < now - kept))
    await drop_rehearsal(session, f"{REHEARSAL}:", now - FILE_KEPT)
