"""From a file's voters to the register of a vote: numbers, zones, and who is old enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage import register, votes
from storage.conduct import NotNow
from storage.register import Row, row_key
from storage.tables.votes import ZoneSettlement
from storage.votes import Vote

SHOWN = 20  # rows that a reason names


class Voter(Protocol):
    """One row of the file."""

    @property
    def row(self) -> int: ...
    @property
    def number(self) -> int: ...
    @property
    def proves(self) -> str: ...
    @property
    def value(self) -> str: ...
    @property
    def settlement(self) -> int | None: ...
    @property
    def born(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Imported:
    """How many voters were stored, and how many of them may not vote yet."""

    voters: int
    young: int


async def keep(
    session: AsyncSession, vote: Vote, voters: Sequence[Voter], now: datetime
) -> Imported:
    """Store all or none.

    Raises NotNow: "state", "identity", "kind", "known:<rows>", "zone:<rows>".
    """
    if vote.identity != "register":
        raise NotNow("identity")
    vote = await votes.locked(session, vote.id)
    adds = vote.state not in ("draft", "announced")
    taken = await register.keys_taken(session, vote.id) if adds else {}
    kinds = {voter.proves for voter in voters}
    if len(kinds) > 1 or (taken and kinds != {await register.kind(session, vote.id)}):
        raise NotNow("kind")
    _refuse("known", [v.row for v in voters if _key(session, vote, v) in taken])
    zones = await _zones(session, vote.id)
    if zones:
        _refuse("zone", [v.row for v in voters if v.settlement not in zones])
    rows = _rows(vote, voters, set(taken.values()))
    count = await register.keep(session, vote.id, rows, zones, now)
    return Imported(count, sum(row.young for row in rows))


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


def _key(session: AsyncSession, vote: Vote, voter: Voter) -> str:
    return row_key(session, vote.id, voter.proves, voter.value)


async def _zones(session: AsyncSession, id: int) -> dict[int, str]:
    query = select(ZoneSettlement.settlement_id, ZoneSettlement.code)
    rows = await session.execute(query.where(ZoneSettlement.process_id == id))
    return {settlement: code for settlement, code in rows}


def _refuse(why: str, rows: Sequence[int]) -> None:
    if rows:
        raise NotNow(f"{why}:{', '.join(map(str, rows[:SHOWN]))}")
