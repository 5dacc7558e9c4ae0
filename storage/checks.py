"""The check before sealing: do the figures meet, and is anything still open?

Known only when nobody votes any more.  How many ballots there are tells nothing of how they were
cast, and two people need it to see that none is lost; before the close it would be a running total.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage import bundles
from storage.tables.electorate import Voiding
from storage.tables.votes import Ballot, Electorate, Process


@dataclass(frozen=True, slots=True)
class Zone:
    """Of one part: names on the signed list, papers that count, papers that are no ballot."""

    signatures: int
    valid: int
    invalid: int


@dataclass(frozen=True, slots=True)
class Check:
    """What two people see before they seal; `ballots` and `voters` are those of the chat."""

    ballots: int
    voters: int
    replaced: int
    void: int
    zones: dict[str, Zone]
    entered: tuple[int, ...]
    held: tuple[int, ...]
    asked: int
    lot: bool  # recorded, and confirmed by nobody yet

    @property
    def problems(self) -> Iterator[str]:
        """Why it cannot be sealed yet, by name."""
        if self.entered:
            yield "entered"
        if self.held:
            yield "held"
        if self.asked:
            yield "voiding"
        if self.lot:
            yield "lot"
        if self.ballots != self.voters:
            yield "mismatch"


async def check(session: AsyncSession, id: int) -> Check:
    """The figures of a vote that is closed and not yet sealed."""
    states = await _states(session, id)
    ballots = await _ballots(session, id)
    waiting = await bundles.batches(session, id, "entered", "held")
    return Check(
        ballots.get(False, 0),
        states.get("voted", 0),
        ballots.get(True, 0) - states.get("void", 0),
        states.get("void", 0),
        await _zones(session, id),
        tuple(batch.number for batch in waiting if batch.state == "entered"),
        tuple(batch.number for batch in waiting if batch.state == "held"),
        await _asked(session, id),
        await _lot_waits(session, id),
    )


async def _states(session: AsyncSession, id: int) -> dict[str, int]:
    query = select(Electorate.state, func.count()).where(Electorate.process_id == id)
    return {state: n for state, n in await session.execute(query.group_by(Electorate.state))}


async def _ballots(session: AsyncSession, id: int) -> dict[bool, int]:
    query = select(Ballot.void, func.count()).where(Ballot.process_id == id)
    return {void: n for void, n in await session.execute(query.group_by(Ballot.void))}


async def _asked(session: AsyncSession, id: int) -> int:
    query = select(func.count()).where(
        Voiding.process_id == id, Voiding.agreed_at.is_(None), ~Voiding.refused
    )
    return int((await session.execute(query)).scalar_one())


async def _lot_waits(session: AsyncSession, id: int) -> bool:
    lot = (await session.execute(select(Process.lot).where(Process.id == id))).scalar_one()
    return lot is not None and not lot["confirmed"]


async def _zones(session: AsyncSession, id: int) -> dict[str, Zone]:
    signed = await bundles.signatures(session, id)
    counted = await bundles.batches(session, id, "accepted")
    zones = sorted({*signed, *(batch.zone for batch in counted)})
    return {
        zone: Zone(
            signed.get(zone, 0),
            sum(batch.valid for batch in counted if batch.zone == zone),
            sum(batch.invalid for batch in counted if batch.zone == zone),
        )
        for zone in zones
    }
