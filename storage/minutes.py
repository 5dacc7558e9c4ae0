"""What was decided at a meeting: in words, with photos and a file, and by raised hands.

Recorded by the municipality's coordinators once the meeting has begun, on the spot or days later;
sent once, and from then on votes are not taken out again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.assembly import Hands
from storage import due, meetings
from storage.conduct import By
from storage.log import note
from storage.tables.meetings import Minutes, Motion

TELL = "meeting-decided"
"""The due-row that tells people what was decided."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One question and the hands for each of its options, in order."""

    id: int
    question: dict[str, str]
    options: tuple[tuple[dict[str, str], int], ...]

    def hands(self, present: int) -> Hands:
        return Hands([count for _, count in self.options], present)


@dataclass(frozen=True, slots=True)
class Head:
    """Who led and wrote, and how many were there.  `voters` could have come to vote, if known."""

    chair: str
    secretary: str
    present: int
    advisory: int = 0
    voters: int | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """All that is recorded of a meeting; `file` is {"media", "name", "size"}."""

    decided: dict[str, str] = field(default_factory=dict)
    photos: list[str] = field(default_factory=list)
    file: dict[str, Any] | None = None
    head: Head | None = None
    sheet: str = ""
    told_at: datetime | None = None
    votes: list[Vote] = field(default_factory=list)

    @property
    def tellable(self) -> bool:
        """Whether there is something that people would want to know."""
        return bool(self.decided or self.votes)


async def of(session: AsyncSession, id: int) -> Recorded:
    """What is recorded of this meeting; empty where nothing is."""
    row = await session.get(Minutes, id, populate_existing=True)
    votes = await _votes(session, id)
    if row is None:
        return Recorded(votes=votes)
    head = Head(row.chair, row.secretary, row.present, row.advisory, row.voters)
    known = head if row.chair else None
    return Recorded(row.decided, row.photos, row.file, known, row.sheet, row.told_at, votes)


async def decide(
    session: AsyncSession,
    by: By,
    id: int,
    decided: dict[str, str],
    photos: Sequence[str] = (),
    file: dict[str, Any] | None = None,
) -> bool:
    """What was decided, in words.  False if the meeting has not begun or is another place's."""
    values = {"decided": decided, "photos": list(photos), "file": file}
    return await _record(session, by, id, values)


async def set_head(session: AsyncSession, by: By, id: int, head: Head) -> bool:
    """Who led it and how many were there.  False as above, or if more hands have been recorded."""
    if not await _open(session, by, id):
        return False
    if not all(vote.hands(head.present).possible for vote in await _votes(session, id)):
        return False
    values = {name: getattr(head, name) for name in Head.__slots__}
    return await _record(session, by, id, values)


async def set_sheet(session: AsyncSession, by: By, id: int, media: str) -> bool:
    """The photo of the signed list."""
    return await _record(session, by, id, {"sheet": media})


async def add_vote(
    session: AsyncSession,
    by: By,
    id: int,
    question: dict[str, str],
    options: Sequence[tuple[dict[str, str], int]],
) -> bool:
    """A question and its hands.  False if nobody has been counted, or fewer than hands."""
    if not await _open(session, by, id):
        return False
    recorded = await of(session, id)
    if recorded.head is None or not Hands([n for _, n in options], recorded.head.present).possible:
        return False
    row = {
        "meeting_id": id,
        "question": question,
        "options": [{"name": name, "hands": count} for name, count in options],
        "made_by": by.person,
        "made_at": by.now,
    }
    await session.execute(insert(Motion).values(row))
    await _note(session, by, id, "meeting-vote")
    return True


async def strike(session: AsyncSession, by: By, id: int, vote: int) -> bool:
    """Take out a vote recorded by mistake.  False once people have been told."""
    if not await _open(session, by, id) or (await of(session, id)).told_at is not None:
        return False
    gone = delete(Motion).where(Motion.id == vote, Motion.meeting_id == id).returning(Motion.id)
    if (await session.execute(gone)).first() is None:
        return False
    await _note(session, by, id, "meeting-vote-struck")
    return True


async def tell(session: AsyncSession, by: By, id: int) -> bool:
    """Have everybody told who had signed up or came.  False if they were, or there is nothing."""
    if not await _open(session, by, id) or not (await of(session, id)).tellable:
        return False
    await _record(session, by, id, {})
    untold = (Minutes.meeting_id == id) & Minutes.told_at.is_(None)
    told = update(Minutes).where(untold).values(told_at=by.now).returning(Minutes.meeting_id)
    if (await session.execute(told)).first() is None:
        return False
    await due.plan(session, TELL, str(id), by.now)
    return True


async def _votes(session: AsyncSession, id: int) -> list[Vote]:
    query = select(Motion.id, Motion.question, Motion.options).where(Motion.meeting_id == id)
    return [
        Vote(number, question, tuple((one["name"], one["hands"]) for one in options))
        for number, question, options in await session.execute(query.order_by(Motion.id))
    ]


async def _open(session: AsyncSession, by: By, id: int) -> bool:
    """Whether this can be recorded; nobody else does so until the transaction ends."""
    meeting = await meetings.held(session, id)
    if meeting is None or meeting.municipality_id != by.municipality:
        return False
    return meeting.begun(by.now)


async def _record(session: AsyncSession, by: By, id: int, values: dict[str, Any]) -> bool:
    if not await _open(session, by, id):
        return False
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    row = {"meeting_id": id, "made_by": by.person, "made_at": by.now, **values}
    first = engine.insert(Minutes).values(row)
    await session.execute(
        first.on_conflict_do_update(index_elements=["meeting_id"], set_=values)
        if values
        else first.on_conflict_do_nothing(index_elements=["meeting_id"])
    )
    await _note(session, by, id, "meeting-minutes")
    return True


async def _note(session: AsyncSession, by: By, id: int, action: str) -> None:
    subject = f"meeting:{id}"
    await note(
        session, action, by.now, person=by.person, municipality=by.municipality, subject=subject
    )
