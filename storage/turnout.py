"""How many took part and where: figures that may be published, small ones pooled."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.electorate import PaperBatch, RegisterRow
from storage.tables.votes import Electorate, SealedBallot

SMALLEST = 5
"""Fewer ballots of one part are not told apart from others."""


@dataclass(frozen=True, slots=True)
class Part:
    """One zone's ballots, and how many people could vote there if a register says so (else 0)."""

    zone: str
    ballots: int
    register: int


@dataclass(frozen=True, slots=True)
class Turnout:
    """Everything counted; `others` are parts too small to be told apart, together."""

    ballots: int
    register: int
    paper: int
    invalid: int
    voided: int
    parts: tuple[Part, ...] = ()
    others: Part | None = None


async def turnout(session: AsyncSession, id: int) -> Turnout:
    """Of a sealed vote."""
    ballots = await _by(session, SealedBallot, SealedBallot.zone, id)
    register = await _by(session, RegisterRow, RegisterRow.zone, id)
    parts = [Part(zone, ballots.get(zone, 0), register.get(zone, 0)) for zone in ballots | register]
    told, others = pooled([part for part in parts if part.zone])
    methods = await _by(session, SealedBallot, SealedBallot.method, id)
    paper = 0 if "" in methods else methods.get("paper", 0)  # some are not told apart
    papers = select(func.coalesce(func.sum(PaperBatch.invalid), 0)).where(
        PaperBatch.process_id == id, PaperBatch.state == "accepted"
    )
    void = select(func.count()).where(Electorate.process_id == id, Electorate.state == "void")
    return Turnout(
        sum(ballots.values()),
        sum(register.values()),
        paper if paper >= SMALLEST else 0,
        int((await session.execute(papers)).scalar_one()),
        int((await session.execute(void)).scalar_one()),
        told,
        others,
    )


def pooled(parts: list[Part]) -> tuple[tuple[Part, ...], Part | None]:
    """Parts with enough ballots by size; the others as one.

    A single small part could be worked out from the total, so the next one joins it.
    """
    by_size = sorted(parts, key=lambda part: (-part.ballots, part.zone))
    small = [part for part in by_size if part.ballots < SMALLEST]
    big = by_size[: len(by_size) - len(small)]
    if small and big and (len(small) == 1 or sum(part.ballots for part in small) < SMALLEST):
        small.append(big.pop())
    if not small or not big:
        return tuple(big), None
    others = Part("", sum(part.ballots for part in small), sum(part.register for part in small))
    return tuple(big), others


async def _by(session: AsyncSession, table: Any, column: Any, id: int) -> dict[str, int]:
    counted = select(column, func.count()).where(table.process_id == id).group_by(column)
    return {key: int(count) for key, count in await session.execute(counted)}
