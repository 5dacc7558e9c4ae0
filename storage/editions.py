"""Editions of the civil budget: a process row with the settings around its vote."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.edition import Phase
from storage import votes
from storage.votes import Vote


async def public(session: AsyncSession, municipality: str | None) -> list[Vote]:
    """The announced editions of a municipality, the latest first."""
    return [vote for vote in await votes.shown(session, municipality) if vote.edition]


async def current(session: AsyncSession, municipality: str | None, now: datetime) -> Vote | None:
    """The edition that people deal with now: the first that runs, else the last that ran."""
    found = await public(session, municipality)
    running = [vote for vote in found if vote.phase(now) is not Phase.AFTER]
    return running[-1] if running else next(iter(found), None)
