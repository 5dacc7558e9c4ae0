"""From a file's voters to the register of a vote: numbers, zones, and who is old enough."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.voters import Voter
from storage import register, votes
from storage.conduct import NotNow
from storage.register import Row, row_key
from storage.tables.votes import ZoneSettlement
from storage.votes import Vote

SHOWN = 20  # rows that a reason names


@dataclass(frozen=True, slots=True)
class Imported:
    """How many voters were stored, and how many of them may not vote yet."""

    voters: int
    young: int


@dataclass(frozen=True, slots=True)
class Change:
    """What a file would make of the register: so many `new` in it, `changed`, no longer in it."""

    voters: int
    young: int
    new: int
    changed: int
    gone: int


async def keep(
    session: AsyncSession,
    vote: Vote,
    voters: Sequence[Voter],
    now: datetime,
    person: int | None = None,
) -> Imported:
    """Store all or none; `person` who did it, if it was done in a chat.

    Raises NotNow: "state", "identity", "kind", "known:<rows>", "zone:<rows>".
    """
    vote = await votes.locked(session, vote.id)
    rows, zones = await _accepted(session, vote, voters)
    count = await register.keep(session, vote.id, rows, zones, now, person)
    return Imported(count, sum(row.young for row in rows))


async def compare(session: AsyncSession, vote: Vote, voters: Sequence[Voter]) -> Change:
    """What storing them would change; nothing is written.  Raises NotNow as `keep` does."""
    rows, _ = await _accepted(session, vote, voters)
    before = await register.stored(session, vote.id)
    after = await _keyed(session, vote, rows)
    return Change(
        voters=len(rows),
        young=sum(row.young for row in rows),
        new=len(after.keys() - before.keys()),
        changed=sum(before[key] != after[key] for key in after.keys() & before.keys()),
        gone=len(before.keys() - after.keys()) if vote.state in register.REPLACED else 0,
    )


async def _keyed(
    session: AsyncSession, vote: Vote, rows: Sequence[Row]
) -> dict[str, tuple[int, int | None, bool]]:
    """The rows as `register.stored` has them; while they are many, others have their turns."""
    found = {}
    for place, row in enumerate(rows):
        found[_key(session, vote, row)] = (row.number, row.settlement, row.young)
        if place % register.CHUNK == 0:
            await asyncio.sleep(0)
    return found


async def _accepted(
    session: AsyncSession, vote: Vote, voters: Sequence[Voter]
) -> tuple[list[Row], dict[int, str]]:
    """The rows as they are stored, and the zones by settlement."""
    if vote.identity != "register":
        raise NotNow("identity")
    if vote.state not in register.TAKING:
        raise NotNow("state")
    adds = vote.state not in register.REPLACED
    taken = await register.keys_taken(session, vote.id) if adds else {}
    kinds = {voter.proves for voter in voters}
    if len(kinds) > 1 or (taken and kinds != {await register.kind(session, vote.id)}):
        raise NotNow("kind")
    _refuse("known", [v.row for v in voters if taken and _key(session, vote, v) in taken])
    zones = await _zones(session, vote.id)
    if zones:
        _refuse("zone", [v.row for v in voters if v.settlement not in zones])
    return _rows(vote, voters, set(taken.values())), zones


def _rows(vote: Vote, voters: Sequence[Voter], taken: set[int]) -> list[Row]:
    """With numbers of the file, or going on from the last one; nobody gets another's."""
    last = max(taken, default=0)
    _refuse("known", [v.row for v in voters if v.number in taken])
    return [
        Row(
            voter.number or last + place,
            voter.proves,
            voter.value,
            voter.settlement,
            _young(vote, voter.born),
        )
        for place, voter in enumerate(voters, 1)
    ]


def _young(vote: Vote, born: int | None) -> bool:
    """By the year alone: who reaches the age in the year of the vote may vote."""
    return bool(born and vote.edition and vote.opens_at.year - born < vote.edition.age)


def _key(session: AsyncSession, vote: Vote, voter: Voter | Row) -> str:
    return row_key(session, vote.id, voter.proves, voter.value)


async def _zones(session: AsyncSession, id: int) -> dict[int, str]:
    query = select(ZoneSettlement.settlement_id, ZoneSettlement.code)
    rows = await session.execute(query.where(ZoneSettlement.process_id == id))
    return {settlement: code for settlement, code in rows}


def _refuse(why: str, rows: Sequence[int]) -> None:
    if rows:
        raise NotNow(f"{why}:{', '.join(map(str, rows[:SHOWN]))}")
