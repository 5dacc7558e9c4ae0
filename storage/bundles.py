"""What is known of papers: bundles as they stand, and how many names the signed list has."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.electorate import PaperBatch
from storage.tables.votes import Electorate


@dataclass(frozen=True, slots=True)
class Batch:
    """A bundle as it stands."""

    id: int
    process: int
    number: int
    zone: str
    state: str
    valid: int
    invalid: int
    entered_by: int


_BATCH = select(
    PaperBatch.id,
    PaperBatch.process_id,
    PaperBatch.number,
    PaperBatch.zone,
    PaperBatch.state,
    PaperBatch.valid,
    PaperBatch.invalid,
    PaperBatch.entered_by,
)


async def signatures(session: AsyncSession, id: int) -> dict[str, int]:
    """Names on the signed list, by zone."""
    query = (
        select(Electorate.zone, func.count())
        .where(Electorate.process_id == id, Electorate.state == "marked")
        .group_by(Electorate.zone)
    )
    return {zone: count for zone, count in await session.execute(query)}


async def batches(session: AsyncSession, id: int, *states: str) -> list[Batch]:
    """The bundles in these states, by number."""
    query = _BATCH.where(PaperBatch.process_id == id, PaperBatch.state.in_(states))
    return [Batch(*row) for row in await session.execute(query.order_by(PaperBatch.number))]


async def find(session: AsyncSession, id: str | int) -> Batch | None:
    """The bundle with this id."""
    if not str(id).isdecimal():
        return None
    row = (await session.execute(_BATCH.where(PaperBatch.id == int(id)))).first()
    return Batch(*row) if row else None
