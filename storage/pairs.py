"""What two people did about a vote, when both turn out to be one.

Before the sealing it waits for a real second person again; afterwards the public record says so.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import lots, papers, votes
from storage.box import set_aside
from storage.conduct import unpropose
from storage.electorate import set_state
from storage.log import note
from storage.tables.electorate import PaperBatch, Voiding
from storage.tables.votes import Electorate, Irregularity, Process
from storage.tables.work import Log
from storage.votes import Vote

Both = tuple[int, int]

SEALED = ("sealed", "counted")
SEAL, RELEASE = "seal-confirmed", "result-released"
PAPERS = (PaperBatch.entered_by, PaperBatch.checked_by)
VOIDING = (Voiding.asked_by, Voiding.agreed_by)


async def part(session: AsyncSession, both: Both, now: datetime) -> None:
    """Called before two people become one.  Raises Paused."""
    for id in await _touched(session, both):
        vote = await votes.locked(session, id)
        found = {
            "papers": await _bundles(session, vote, both),
            "lot": await _lot(session, vote, both),
            "voiding": await _voidings(session, vote, both),
            "seal": await _again(session, vote, SEAL, vote.seal_by, both),
            "release": await _again(session, vote, RELEASE, vote.release_by, both),
        }
        for what, times in found.items():
            if times:
                await _note(session, vote, (what, times), now)


async def _touched(session: AsyncSession, both: Both) -> list[int]:
    """Votes in which both have done something."""
    ids = [select(table.process_id).where(*_same(pair, both)) for table, pair in _TABLES]
    logged = select(Log.subject).where(Log.person_id.in_(both), Log.subject.startswith("process:"))
    subjects = (await session.execute(logged.distinct())).scalars()
    known = {int(subject.removeprefix("process:")) for subject in subjects}
    for query in ids:
        known |= set((await session.execute(query)).scalars())
    return sorted(known)


_TABLES: tuple[tuple[Any, tuple[Any, Any]], ...] = ((PaperBatch, PAPERS), (Voiding, VOIDING))


def _same(pair: tuple[Any, Any], both: Both) -> tuple[Any, ...]:
    one, other = pair
    return (one.in_(both), other.in_(both), one != other)


async def _bundles(session: AsyncSession, vote: Vote, both: Both) -> int:
    here = (PaperBatch.process_id == vote.id, PaperBatch.state.in_(("held", "accepted")))
    query = select(PaperBatch.id).where(*here, *_same(PAPERS, both))
    ids = (await session.execute(query)).scalars().all()
    if ids and vote.state not in SEALED:
        waiting = {"state": "entered", "checked_by": None, "checked_at": None}
        await session.execute(update(PaperBatch).where(PaperBatch.id.in_(ids)).values(waiting))
        await papers.settle(session, vote)
    return len(ids)


async def _lot(session: AsyncSession, vote: Vote, both: Both) -> int:
    if not vote.lot or not vote.lot["confirmed"]:
        return 0
    recorder = await lots.recorder(session, vote.id)
    count = await _again(session, vote, lots.CONFIRMED, recorder, both)
    if count and vote.state not in SEALED:
        lot = {**vote.lot, "confirmed": False}
        await session.execute(update(Process).where(Process.id == vote.id).values(lot=lot))
    return count


async def _voidings(session: AsyncSession, vote: Vote, both: Both) -> int:
    query = select(Voiding.id, Voiding.identity_key).where(
        Voiding.process_id == vote.id, ~Voiding.refused, *_same(VOIDING, both)
    )
    rows = (await session.execute(query.order_by(Voiding.id))).all()
    if vote.state not in SEALED:
        for id, key in rows:
            await _reopen(session, vote, id, key)
    return len(rows)


async def _reopen(session: AsyncSession, vote: Vote, id: int, key: str) -> None:
    """The ballot counts until somebody else decides; one asked anew takes the place of this."""
    asked = select(Voiding.id).where(
        Voiding.process_id == vote.id,
        Voiding.identity_key == key,
        Voiding.agreed_at.is_(None),
        ~Voiding.refused,
    )
    anew = (await session.execute(asked)).first() is not None
    values = {"refused": True} if anew else {"agreed_by": None, "agreed_at": None}
    await session.execute(update(Voiding).where(Voiding.id == id).values(values))
    out = select(Electorate.state).where(
        Electorate.process_id == vote.id, Electorate.identity_key == key
    )
    if (await session.execute(out)).scalar_one_or_none() == "void":
        await set_aside(session, vote, key, void=False)
        await set_state(session, vote, key, "voted")


async def _again(
    session: AsyncSession, vote: Vote, action: str, first: int | None, both: Both
) -> int:
    """Whether the last to do this was the other account of who did it first."""
    query = select(Log.person_id).where(Log.action == action, Log.subject == votes.subject(vote.id))
    last = await session.execute(query.order_by(Log.id.desc()).limit(1))
    return int({first, last.scalar_one_or_none()} == set(both))


async def _note(session: AsyncSession, vote: Vote, found: tuple[str, int], now: datetime) -> None:
    what, times = found
    kind = f"{what}-one-person"
    await note(session, kind, now, municipality=vote.municipality, subject=votes.subject(vote.id))
    if vote.state in SEALED:
        rows = [{"process_id": vote.id, "kind": kind}] * times
        await session.execute(insert(Irregularity), rows)
    else:
        await unpropose(session, vote)
