"""Objections: a ballot is taken out with a reason, by two people; nobody else's is touched."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from storage import conduct, desks
from storage.box import set_aside
from storage.conduct import CONDUCTS, WITNESSES, By, NotNow
from storage.electorate import set_state
from storage.engine import savepoint
from storage.signatures import Signer
from storage.tables.electorate import Voiding
from storage.tables.votes import Electorate
from storage.votes import Vote

SHORTEST = 20  # characters of a reason that somebody else can judge


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that waits for its second person."""

    id: int
    process: int
    number: int
    reason: str
    asked_by: int
    at: datetime


async def ask(session: AsyncSession, id: int, by: By, voter: Signer, reason: str) -> None:
    """The first of two people.  Whether there is a ballot at all stays unsaid.

    Raises NotNow("asked") while the same is asked for already.
    """
    vote = await conduct.held(session, id, by, CONDUCTS, "objections")
    row = {
        "process_id": id,
        "identity_key": voter.key,
        "number": int(voter.name) if vote.identity in ("register", "code") else 0,
        "reason": reason,
        "asked_by": by.person,
        "asked_at": by.now,
    }
    try:
        async with savepoint(session):
            await session.execute(insert(Voiding).values(row))
    except IntegrityError as error:
        raise NotNow("asked") from error
    await conduct.record(session, vote, by, "voiding-asked")


async def decide(session: AsyncSession, id: int, by: By, *, agreed: bool) -> None:
    """The second of two people agrees or refuses.  Raises NotNow: "state", "same-person"."""
    found = await find(session, id)
    if found is None:
        raise NotNow("state")
    vote = await conduct.held(session, found.process, by, WITNESSES, "objections")
    if found.asked_by == by.person:
        raise NotNow("same-person")
    decided = (
        update(Voiding)
        .where(Voiding.id == id, _OPEN)
        .values(agreed_by=by.person, agreed_at=by.now, refused=not agreed)
        .returning(Voiding.identity_key)
    )
    key = (await session.execute(decided)).scalar_one_or_none()
    if key is None:
        raise NotNow("state")
    if agreed:
        await _take_out(session, vote, key, (id, by.now))
    await conduct.record(session, vote, by, "voiding-agreed" if agreed else "voiding-refused")


async def find(session: AsyncSession, id: str | int) -> Asked | None:
    """A request that is still open."""
    if not str(id).isdecimal():
        return None
    row = (await session.execute(_ASKED.where(Voiding.id == int(id)))).first()
    return Asked(*row) if row else None


async def waiting(session: AsyncSession, id: int) -> list[Asked]:
    """All requests that wait for their second person, the oldest first."""
    rows = await session.execute(_ASKED.where(Voiding.process_id == id).order_by(Voiding.id))
    return [Asked(*row) for row in rows]


async def reason(session: AsyncSession, id: int) -> str:
    """Why a ballot was taken out."""
    query = select(Voiding.reason).where(Voiding.id == id)
    return str((await session.execute(query)).scalar_one())


async def count(session: AsyncSession, id: int) -> int:
    """How many ballots were taken out by objection."""
    query = select(func.count()).where(Electorate.process_id == id, Electorate.state == "void")
    return int((await session.execute(query)).scalar_one())


_OPEN = Voiding.agreed_at.is_(None) & ~Voiding.refused
_ASKED = select(
    Voiding.id,
    Voiding.process_id,
    Voiding.number,
    Voiding.reason,
    Voiding.asked_by,
    Voiding.asked_at,
).where(_OPEN)


async def _take_out(session: AsyncSession, vote: Vote, key: str, why: tuple[int, datetime]) -> None:
    query = select(Electorate.person_id).where(
        Electorate.process_id == vote.id,
        Electorate.identity_key == key,
        Electorate.state == "voted",
    )
    row = (await session.execute(query)).first()
    if row is None:
        return
    await set_aside(session, vote, key, void=True)
    await set_state(session, vote, key, "void")
    if row.person_id:
        id, now = why
        await desks.tell(session, vote, row.person_id, "void", now, id)
