"""The lot that decides between equals: drawn in public and recorded, or by the seed of the vote.

One person records what was drawn, a second one confirms it, both before the ballots are sealed.
Without a record the seed decides, to which the vote was committed when it opened; nothing is
sealed while one waits for its second person.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import null, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.lots import draw
from storage import votes
from storage.conduct import CONDUCTS, WITNESSES, By, NotNow, unpropose
from storage.log import note
from storage.owed import Owed
from storage.tables.votes import Process
from storage.tables.work import Log
from storage.votes import Vote

BEFORE = frozenset({"draft", "announced", "open", "stopped", "objections"})
RECORDED, CONFIRMED, REFUSED = "lot-recorded", "lot-confirmed", "lot-refused"


def order(vote: Vote, projects: Sequence[str]) -> tuple[str, ...]:
    """The project ids as the lot puts them."""
    if vote.lot and vote.lot["confirmed"]:
        return tuple(str(number) for number in vote.lot["order"])
    return vote.rules.lot or draw(vote.tie_seed, projects)


async def record(session: AsyncSession, id: int, by: By, drawn: Sequence[int], text: str) -> None:
    """What was drawn in public, with its protocol; it holds once somebody else confirms it.

    Raises NotNow: "lot" unless every project is named exactly once, "confirmed" once two agreed.
    """
    vote = await _held(session, id, by, CONDUCTS)
    numbers = [item.number for item in await votes.projects(session, id)]
    if vote.lot and vote.lot["confirmed"] and sorted(vote.lot["order"]) == sorted(numbers):
        raise NotNow("confirmed")
    if sorted(drawn) != sorted(numbers):
        raise NotNow("lot")
    lot = {"order": list(drawn), "protocol": text, "confirmed": False}
    await _write(session, vote, by, RECORDED, lot)


async def confirm(session: AsyncSession, id: int, by: By) -> None:
    """The second person was there too: from now on this lot decides."""
    vote = await _second(session, id, by)
    await _write(session, vote, by, CONFIRMED, {**(vote.lot or {}), "confirmed": True})


async def refuse(session: AsyncSession, id: int, by: By) -> None:
    """The second person remembers it otherwise: it is recorded anew."""
    await _write(session, await _second(session, id, by), by, REFUSED, None)


async def recorder(session: AsyncSession, id: int) -> int | None:
    """Who recorded the lot."""
    query = select(Log.person_id).where(Log.action == RECORDED, Log.subject == votes.subject(id))
    return (await session.execute(query.order_by(Log.id.desc()).limit(1))).scalar_one_or_none()


async def owed(session: AsyncSession, person: int, municipality: str, now: datetime) -> list[Owed]:
    """Records of a lot that wait for a second person."""
    if not await votes.staff_roles(session, person, municipality) & WITNESSES:
        return []
    return [
        Owed("lot", 1, vote.closes_at, f"lot:{vote.id}")
        for vote in await votes.all_of(session, municipality)
        if vote.lot and not vote.lot["confirmed"] and vote.state in BEFORE
        if await recorder(session, vote.id) != person
    ]


async def _second(session: AsyncSession, id: int, by: By) -> Vote:
    vote = await _held(session, id, by, WITNESSES)
    if vote.lot is None or vote.lot["confirmed"]:
        raise NotNow("state")
    if await recorder(session, id) == by.person:
        raise NotNow("same-person")
    return vote


async def _held(session: AsyncSession, id: int, by: By, roles: frozenset[str]) -> Vote:
    vote = await votes.locked(session, id)
    held = await votes.staff_roles(session, by.person, by.municipality)
    if vote.municipality != by.municipality or not roles & held:
        raise NotNow("role")
    if vote.state not in BEFORE:
        raise NotNow("state")
    return vote


async def _write(
    session: AsyncSession, vote: Vote, by: By, action: str, lot: dict[str, Any] | None
) -> None:
    await unpropose(session, vote)
    value = null() if lot is None else lot
    await session.execute(update(Process).where(Process.id == vote.id).values(lot=value))
    await note(
        session,
        action,
        by.now,
        person=by.person,
        municipality=vote.municipality,
        subject=votes.subject(vote.id),
        detail={"order": lot["order"]} if lot else None,
    )
