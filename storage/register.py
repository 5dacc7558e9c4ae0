"""The imported register of voters: a number of its list and a code for each; no names.

A voter shows the whole personal number.  Its last digits with a year of birth would fit several
people of a large register, and every wrong guess one in a hundred; of eleven digits nobody guesses
a voter's.  Who merely knows somebody's number can claim it once: the real voter is then told so,
and the desk moves it.
"""

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy import insert as add
from sqlalchemy.ext.asyncio import AsyncSession

from storage import attempts, votes
from storage.box import hand_on, insert
from storage.conduct import NotNow
from storage.engine import secrets_of
from storage.keys import code
from storage.log import note
from storage.phones import normal
from storage.proofs import TRIED, Claimant, Found, identity_key
from storage.tables.electorate import Proof, RegisterRow
from storage.tables.votes import Electorate
from storage.votes import Vote

NUMBER, PHONE = "number", "phone"
PERSONAL = re.compile(r"\d{11}")
CHUNK = 1000
REPLACED = frozenset({"draft", "announced"})
"""Until voting opens a file takes the place of an earlier one; later it adds."""
TAKING = REPLACED | {"open", "stopped"}


@dataclass(frozen=True, slots=True)
class Row:
    """One voter: the list's number, the personal number or phone, where they live, their age."""

    number: int
    proves: str
    value: str
    settlement: int | None = None
    young: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A voter of the list as the electorate needs it."""

    number: int
    key: str
    zone: str
    young: bool


def row_key(session: AsyncSession, id: int, proves: str, value: str) -> str:
    """What is kept of a personal number or a phone, in one vote."""
    return code(secrets_of(session).identity_key, "register", id, proves, value)


async def keep(
    session: AsyncSession,
    id: int,
    rows: Sequence[Row],
    zones: Mapping[int, str],
    now: datetime,
    person: int | None = None,
) -> int:
    """Store a register; until voting opens it takes the place of an earlier one, later it adds.

    `zones` by settlement.  How many were stored; raises NotNow with the reason.
    """
    vote = await votes.locked(session, id)
    if vote.state not in TAKING:
        raise NotNow("state")
    if vote.state in REPLACED:
        await session.execute(delete(RegisterRow).where(RegisterRow.process_id == id))
    for start in range(0, len(rows), CHUNK):
        kept = [_values(session, id, row, zones) for row in rows[start : start + CHUNK]]
        await session.execute(add(RegisterRow), kept)
        await asyncio.sleep(0)  # 30,000 rows take a second, in which others have their turns
    await _forget_struck_off(session, id)
    await note(
        session,
        "register-imported",
        now,
        person=person,
        municipality=vote.municipality,
        subject=votes.subject(id),
        detail={"rows": len(rows), "added": vote.state not in REPLACED},
    )
    return len(rows)


def _values(session: AsyncSession, id: int, row: Row, zones: Mapping[int, str]) -> dict[str, Any]:
    return {
        "process_id": id,
        "number": row.number,
        "key": row_key(session, id, row.proves, row.value),
        "proves": row.proves,
        "young": row.young,
        "settlement_id": row.settlement,
        "zone": zones.get(row.settlement or 0, votes.WHOLE),
    }


async def _forget_struck_off(session: AsyncSession, id: int) -> None:
    """Proofs of voters whom the register no longer names: their chat is free for another."""
    listed = select(RegisterRow.key).where(RegisterRow.process_id == id)
    await session.execute(delete(Proof).where(Proof.process_id == id, Proof.key.not_in(listed)))


async def keys_taken(session: AsyncSession, id: int) -> dict[str, int]:
    """The stored voters: key to number."""
    query = select(RegisterRow.key, RegisterRow.number).where(RegisterRow.process_id == id)
    return {key: number for key, number in await session.execute(query)}


async def stored(session: AsyncSession, id: int) -> dict[str, tuple[int, int | None, bool]]:
    """The stored voters by key: number, settlement, and whether they are too young."""
    columns = (RegisterRow.number, RegisterRow.settlement_id, RegisterRow.young)
    query = select(RegisterRow.key, *columns).where(RegisterRow.process_id == id)
    rows = await session.execute(query)
    return {key: (number, settlement, young) for key, number, settlement, young in rows}


async def by_phone(session: AsyncSession, id: int) -> bool:
    """Whether this register knows people by their telephone."""
    return await kind(session, id) == PHONE


async def kind(session: AsyncSession, id: int) -> str:
    """What this register knows people by, all of them; '' while there is none."""
    query = select(RegisterRow.proves).where(RegisterRow.process_id == id).limit(1)
    return (await session.execute(query)).scalar_one_or_none() or ""


async def size(session: AsyncSession, id: int) -> int:
    """How many voters it has."""
    query = select(func.count()).where(RegisterRow.process_id == id)
    return int((await session.execute(query)).scalar_one())


async def listed(session: AsyncSession, id: int, numbers: Sequence[int]) -> dict[int, Listed]:
    """The voters with these numbers of the list."""
    query = select(RegisterRow.number, RegisterRow.key, RegisterRow.zone, RegisterRow.young)
    rows = await session.execute(
        query.where(RegisterRow.process_id == id, RegisterRow.number.in_(numbers))
    )
    return {row.number: Listed(*row) for row in rows}


async def find(session: AsyncSession, vote: Vote, said: str) -> Listed | None:
    """The voter with this personal number or telephone."""
    by = PHONE if await by_phone(session, vote.id) else NUMBER
    value = normal(said) if by == PHONE else "".join(filter(str.isdecimal, said))
    query = select(RegisterRow.number, RegisterRow.key, RegisterRow.zone, RegisterRow.young)
    key = row_key(session, vote.id, by, value)
    row = await session.execute(
        query.where(RegisterRow.process_id == vote.id, RegisterRow.key == key)
    )
    found = row.first()
    return Listed(*found) if found else None


async def claim(session: AsyncSession, vote: Vote, who: Claimant, said: str) -> Found:
    """Somebody shows that they are a voter of the register; the first chat to do so holds it."""
    phone = await by_phone(session, vote.id)
    if not phone and not is_personal(said):
        return Found.FORM
    if await attempts.pause(session, who.account, TRIED, who.now):
        return Found.WRONG
    found = await _claimed(session, vote, who, said)
    if found is not Found.OK:
        await attempts.count(session, who.account, TRIED, who.now)
    return found


async def _claimed(session: AsyncSession, vote: Vote, who: Claimant, said: str) -> Found:
    phone = await by_phone(session, vote.id)
    row = await find(session, vote, said)
    if row is None:
        return Found.PHONE if phone else Found.WRONG
    if row.young:
        return Found.YOUNG
    # A number may be known to others; a telephone is the messenger's word.
    if not phone and await _left(session, vote, row.key):
        return Found.TAKEN
    return Found.OK if await bind(session, vote, who, row) else Found.TAKEN


async def bind(session: AsyncSession, vote: Vote, who: Claimant, row: Listed) -> bool:
    """Make this voter and this person one, unless either is somebody else's.  Raises Paused."""
    values = {
        "process_id": vote.id,
        "person_id": who.person,
        "key": row.key,
        "zone": row.zone,
        "at": who.now,
    }
    await session.execute(insert(session, Proof).values(values).on_conflict_do_nothing())
    mine = select(Proof.key).where(Proof.process_id == vote.id, Proof.person_id == who.person)
    if (await session.execute(mine)).scalar_one_or_none() != row.key:
        return False
    if await _left(session, vote, row.key):
        await hand_on(session, vote, identity_key(session, vote, row.key))
    return True


async def _left(session: AsyncSession, vote: Vote, key: str) -> bool:
    """Whether this voter has a ballot whose chat is gone: they have deleted their data."""
    query = select(Electorate.state).where(
        Electorate.process_id == vote.id,
        Electorate.identity_key == identity_key(session, vote, key),
        Electorate.state == "voted",
        Electorate.person_id.is_(None),
    )
    return (await session.execute(query)).first() is not None


def is_personal(said: str) -> bool:
    """Whether this has the form of a personal number, blanks and dashes apart."""
    return bool(PERSONAL.fullmatch(re.sub(r"[\s-]", "", said)))
