"""What is handed out at a seminar: documents, photos, links; who took part is told once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.review import NotAllowed
from storage import due, media, meetings, seats, trainers
from storage.conduct import By
from storage.log import note
from storage.meetings import Shown
from storage.tables.seminars import Material

MOST = 12
"""Materials of one seminar; a letter can still name all of them."""

TELL = "seminar-materials"
"""Due: those who took part are told; subject the meeting's id, occurrence the moment."""

DOCUMENT, PHOTO, LINK = "document", "photo", "link"


@dataclass(frozen=True, slots=True)
class NewMaterial:
    """Something to hand out; `media` is a photo's id or that of a file somebody has sent."""

    kind: str
    title: str
    media: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class HandOut:
    """One of a seminar's materials; `told_at` is None until people have been told of it."""

    id: int
    meeting: int
    kind: str
    title: str
    media: str | None
    size: int
    url: str
    told_at: datetime | None


async def of(session: AsyncSession, id: int) -> list[HandOut]:
    """A seminar's materials, in the order in which they came."""
    rows = await session.execute(_all().where(Material.meeting_id == id))
    return [HandOut(*row) for row in rows]


async def told_at(session: AsyncSession, id: int, moment: datetime) -> list[HandOut]:
    """Those of which people were told at this moment."""
    return [one for one in await of(session, id) if one.told_at == moment]


async def may_see(session: AsyncSession, person: int, meeting: Shown) -> bool:
    """Whoever has a seat or came, whoever leads it, and the coordinators."""
    has = await seats.standing(session, meeting.id, person)
    if has is not None and (has.seat is not None or has.came):
        return True
    return await trainers.may_work(session, person, meeting)


async def add(session: AsyncSession, by: By, id: int, new: NewMaterial) -> None:
    """Hand something out from now on.  Raises NotAllowed."""
    await _held(session, by, id)
    query = select(Material.number).where(Material.meeting_id == id)
    taken = set((await session.execute(query)).scalars())
    free = next((number for number in range(1, MOST + 1) if number not in taken), None)
    if free is None:
        raise NotAllowed("full")
    size = 0
    if new.kind == DOCUMENT:
        kept = await media.keep_file(session, new.media, by.person)
        if kept is None:
            raise NotAllowed("pdf")
        size = kept
    row = {"meeting_id": id, "number": free, "kind": new.kind, "title": new.title}
    what = {"media_id": new.media or None, "url": new.url, "size": size}
    whose = {"made_by": by.person, "added_at": by.now}
    await session.execute(insert(Material).values(**row, **what, **whose))
    await _log(session, "material-added", by, id)


async def drop(session: AsyncSession, by: By, id: int, material: int) -> None:
    """Take one away, with its file or picture.  Raises NotAllowed."""
    await _held(session, by, id)
    gone = delete(Material).where(Material.meeting_id == id, Material.id == material)
    row = (await session.execute(_quiet(gone.returning(Material.media_id)))).first()
    if row is None:
        raise NotAllowed("gone")
    if row[0]:
        await media.drop_unsent(session, [row[0]])
    await _log(session, "material-dropped", by, id)


async def tell(session: AsyncSession, by: By, id: int) -> int:
    """Have those who took part told of everything they have not been told of; how much it is.

    Before the seminar has begun the page says it.  Raises NotAllowed.
    """
    meeting = await _held(session, by, id)
    if not meeting.begun(by.now):
        raise NotAllowed("early")
    untold = (Material.meeting_id == id, Material.told_at.is_(None))
    told = update(Material).where(*untold).values(told_at=by.now).returning(Material.id)
    count = len((await session.execute(_quiet(told))).all())
    if count:
        await due.plan(session, TELL, str(id), by.now, occurrence=by.now.isoformat())
        await _log(session, "materials-told", by, id)
    return count


async def _held(session: AsyncSession, by: By, id: int) -> Shown:
    """The seminar, held, if its materials are this person's to change."""
    meeting = await meetings.held(session, id)
    if meeting is None or not meeting.seminar or meeting.state == "cancelled":
        raise NotAllowed("gone")
    if not await trainers.may_work(session, by.person, meeting):
        raise NotAllowed("role")
    return meeting


def _all() -> Any:
    return select(
        Material.id,
        Material.meeting_id,
        Material.kind,
        Material.title,
        Material.media_id,
        Material.size,
        Material.url,
        Material.told_at,
    ).order_by(Material.added_at, Material.id)


async def _log(session: AsyncSession, action: str, by: By, id: int) -> None:
    subject, place = f"meeting:{id}", by.municipality
    await note(session, action, by.now, person=by.person, municipality=place, subject=subject)


def _quiet(statement: Any) -> Any:
    return statement.execution_options(synchronize_session=False)
