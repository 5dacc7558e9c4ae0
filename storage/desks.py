"""The desk: staff look at an identity card, and the chat before them becomes its holder's.

The chat shows a short code for half an hour; the desk types it with the personal number.  The same
moves a voter of the register to a new chat, when a SIM card is lost or another was quicker.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.codes import new_short_code
from storage import conduct, due, register, votes
from storage.box import hand_on, insert
from storage.conduct import CONDUCTS, By, NotNow
from storage.engine import secrets_of
from storage.keys import code
from storage.proofs import Claimant, identity_key
from storage.register import Listed
from storage.tables.electorate import DeskCode, Proof
from storage.tables.votes import Electorate
from storage.votes import Vote

MINUTES = 30
NEWS = "voter-news"
"""A due row that tells one voter what has become of their proof or ballot; the occurrence begins
with the word for it: "proven", "moved", "marked", "unmarked", "void"."""
CHECKED = frozenset({"register", "desk"})
OPEN_STATES = ("announced", "open", "stopped")


@dataclass(frozen=True, slots=True)
class Identity:
    """What the desk has typed: the chat's code, the personal number, the zone, whether to move."""

    code: str
    number: str
    zone: str = ""
    move: bool = False


async def new_code(session: AsyncSession, vote: Vote, person: int, now: datetime) -> str:
    """A code for this chat; an earlier one no longer works."""
    while True:
        said = new_short_code()
        hashed = _hash(session, vote.id, said)
        row = {"code_hash": hashed, "expires_at": now + timedelta(minutes=MINUTES)}
        statement = insert(session, DeskCode).values(process_id=vote.id, person_id=person, **row)
        taken = select(DeskCode.person_id).where(
            DeskCode.process_id == vote.id, DeskCode.code_hash == hashed
        )
        if (await session.execute(taken)).first() is None:
            await session.execute(
                statement.on_conflict_do_update(
                    index_elements=["process_id", "person_id"], set_=row
                )
            )
            return said


async def check(session: AsyncSession, id: int, by: By, seen: Identity) -> int:
    """The person before the desk is the voter with this number; their number in the register.

    0 where there is no register.  Raises Paused, or NotNow: "code", "form", "unknown", "young",
    "other" (the chat is another voter's), "taken" (the voter has another chat, and `move` was not
    asked for).
    """
    vote = await conduct.held(session, id, by, CONDUCTS, *OPEN_STATES)
    if vote.identity not in CHECKED:
        raise NotNow("state")
    row = await _voter(session, vote, seen)
    person = await _before(session, vote, by.now, seen.code)
    mine = await _key_of(session, vote.id, person)
    if mine not in (None, row.key):
        raise NotNow("other")
    owner = await _owner(session, vote.id, row.key)
    if owner not in (None, person) and not seen.move:
        raise NotNow("taken")
    await session.execute(
        delete(DeskCode).where(DeskCode.process_id == id, DeskCode.person_id == person)
    )
    if owner is None:
        await register.bind(session, vote, Claimant(person, 0, by.now), row)
    elif owner != person:
        await _move(session, vote, row, (owner, person), by.now)
    await _sign(session, vote, row.key, by)
    await tell(session, vote, person, "proven", by.now)
    action = "desk-moved" if owner not in (None, person) else "desk-checked"
    # Not whose chat: beside the number it would outlive the sealing as who is who.
    await conduct.record(session, vote, by, action, {"number": row.number})
    return row.number


async def tell(
    session: AsyncSession, vote: Vote, person: int, what: str, now: datetime, version: int = 0
) -> None:
    """One voter gets word of it, in their own language."""
    occurrence = f"{what}:{round(now.timestamp() * 1000)}"
    about = votes.subject(vote.id)
    await due.plan(
        session, NEWS, about, now, person_id=person, occurrence=occurrence, version=version
    )


async def is_shown(session: AsyncSession, vote: int, said: str, now: datetime) -> bool:
    """Whether some chat shows this code now."""
    query = select(DeskCode.person_id).where(
        DeskCode.process_id == vote,
        DeskCode.code_hash == _hash(session, vote, said),
        DeskCode.expires_at > now,
    )
    return (await session.execute(query)).first() is not None


async def _voter(session: AsyncSession, vote: Vote, seen: Identity) -> Listed:
    """Whom the identity card names."""
    if vote.identity == "desk":
        if not register.is_personal(seen.number):
            raise NotNow("form")
        return Listed(0, desk_key(session, vote.id, seen.number), seen.zone, young=False)
    row = await register.find(session, vote, seen.number)
    if row is None:
        raise NotNow("unknown")
    if row.young:
        raise NotNow("young")
    return row


def desk_key(session: AsyncSession, id: int, number: str) -> str:
    """What is kept of a personal number where there is no register."""
    digits = "".join(filter(str.isdecimal, number))
    return register.row_key(session, id, register.NUMBER, digits)


async def _before(session: AsyncSession, vote: Vote, now: datetime, said: str) -> int:
    """Whose chat shows this code."""
    query = select(DeskCode.person_id).where(
        DeskCode.process_id == vote.id,
        DeskCode.code_hash == _hash(session, vote.id, said),
        DeskCode.expires_at > now,
    )
    person = (await session.execute(query)).scalar_one_or_none()
    if person is None:
        raise NotNow("code")
    return int(person)


async def _key_of(session: AsyncSession, id: int, person: int) -> str | None:
    query = select(Proof.key).where(Proof.process_id == id, Proof.person_id == person)
    return (await session.execute(query.with_for_update())).scalar_one_or_none()


async def _owner(session: AsyncSession, id: int, key: str) -> int | None:
    query = select(Proof.person_id).where(Proof.process_id == id, Proof.key == key)
    return (await session.execute(query.with_for_update())).scalar_one_or_none()


async def _move(
    session: AsyncSession, vote: Vote, row: Listed, way: tuple[int, int], now: datetime
) -> None:
    """The voter's proof and mark go to another chat; their ballot stays where it is."""
    owner, person = way
    await session.execute(
        update(Proof)
        .where(Proof.process_id == vote.id, Proof.person_id == owner)
        .values(person_id=person, at=now)
    )
    mark = identity_key(session, vote, row.key)
    await session.execute(
        update(Electorate)
        .where(Electorate.process_id == vote.id, Electorate.identity_key == mark)
        .values(person_id=person)
    )
    await hand_on(session, vote, mark)
    await tell(session, vote, owner, "moved", now)


async def _sign(session: AsyncSession, vote: Vote, key: str, by: By) -> None:
    await session.execute(
        update(Proof).where(Proof.process_id == vote.id, Proof.key == key).values(by=by.person)
    )


def _hash(session: AsyncSession, id: int, said: str) -> str:
    digits = "".join(filter(str.isdecimal, said))
    return code(secrets_of(session).identity_key, "desk", id, digits)
