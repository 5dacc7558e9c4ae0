"""Editions of the civil budget: a process row with the settings around its vote."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.checks import Part, Plan
from bot.civic.edition import Phase
from storage import votes
from storage.staff import COORDINATOR, PARTNER
from storage.tables.electorate import RegisterRow, VoterCode
from storage.tables.people import Door, Municipality, Role, Settlement
from storage.tables.votes import ZoneSettlement
from storage.votes import WHOLE, Vote

REVIEWER = "reviewer"
DOOR = "edition"
"""The journey behind the code on an edition's posters."""


async def public(session: AsyncSession, municipality: str | None) -> list[Vote]:
    """The announced editions of a municipality, the latest first."""
    return [vote for vote in await votes.shown(session, municipality) if vote.edition]


async def all_of(session: AsyncSession, municipality: str) -> list[Vote]:
    """For its coordinators: drafts too."""
    return [vote for vote in await votes.all_of(session, municipality) if vote.edition]


async def current(session: AsyncSession, municipality: str | None, now: datetime) -> Vote | None:
    """The edition that people deal with now: the first that runs, else the last that ran."""
    found = await public(session, municipality)
    running = [vote for vote in found if vote.phase(now) is not Phase.AFTER]
    return running[-1] if running else next(iter(found), None)


async def plan_of(session: AsyncSession, vote: Vote) -> Plan:
    """The settings of an edition with its zones, as they are checked and changed."""
    assert vote.edition is not None
    names = await votes.zones(session, vote.id)
    homes = await _homes(session, vote.id)
    voters = await _voters(session, vote.id)
    zones = {
        code: Part(name, tuple(homes.get(code, ())), voters.get(code, 0))
        for code, name in names.items()
    }
    outside = await _outside(session, vote)
    return Plan(vote.edition, vote.rules, vote.identity, zones, outside)


async def code_of(session: AsyncSession, id: int) -> str:
    """The code on its posters."""
    query = select(Door.code).where(Door.journey == DOOR, Door.subject == str(id))
    return (await session.execute(query.order_by(Door.made_at).limit(1))).scalar_one_or_none() or ""


async def zone_of(session: AsyncSession, municipality: str) -> ZoneInfo:
    """The time zone in which a municipality counts its days."""
    query = select(Municipality.time_zone).where(Municipality.id == municipality)
    return ZoneInfo((await session.execute(query)).scalar_one())


async def lacking(session: AsyncSession, municipality: str) -> list[str]:
    """Roles for which nobody is there: `coordinator`, `second` pair of eyes, `reviewer`.

    The second is another coordinator or a partner organisation; a reviewer has that role.
    """
    query = (
        select(Role.role, func.count(Role.person_id.distinct()))
        .where(Role.municipality_id == municipality)
        .group_by(Role.role)
    )
    held = {role: int(count) for role, count in await session.execute(query)}
    witnesses = select(func.count(Role.person_id.distinct())).where(
        Role.municipality_id == municipality, Role.role.in_((COORDINATOR, PARTNER))
    )
    enough = {
        "coordinator": held.get(COORDINATOR, 0) > 0,
        "second": int((await session.execute(witnesses)).scalar_one()) > 1,
        "reviewer": held.get(REVIEWER, 0) > 0,
    }
    return [role for role, there in enough.items() if not there]


async def missing(session: AsyncSession, vote: Vote) -> list[str]:
    """What voting cannot begin without: `projects`, the imported `register`, printed `codes`."""
    found = []
    if not any(item.withdrawn is None for item in await votes.projects(session, vote.id)):
        found.append("projects")
    if vote.identity == "register" and not await _voters(session, vote.id):
        found.append("register")
    if vote.identity == "code":
        query = select(VoterCode.serial).where(VoterCode.process_id == vote.id).limit(1)
        if (await session.execute(query)).first() is None:
            found.append("codes")
    return found


async def _homes(session: AsyncSession, id: int) -> dict[str, list[int]]:
    query = select(ZoneSettlement.code, ZoneSettlement.settlement_id)
    homes: dict[str, list[int]] = {}
    rows = await session.execute(
        query.where(ZoneSettlement.process_id == id).order_by(ZoneSettlement.settlement_id)
    )
    for code, settlement in rows:
        homes.setdefault(code, []).append(settlement)
    return homes


async def _voters(session: AsyncSession, id: int) -> dict[str, int]:
    """How many the imported register has for each zone."""
    query = (
        select(RegisterRow.zone, func.count())
        .where(RegisterRow.process_id == id)
        .group_by(RegisterRow.zone)
    )
    return {zone: int(count) for zone, count in await session.execute(query)}


async def _outside(session: AsyncSession, vote: Vote) -> int:
    """Settlements whose people have no zone of their own."""
    inside = select(ZoneSettlement.settlement_id).where(
        ZoneSettlement.process_id == vote.id, ZoneSettlement.code != WHOLE
    )
    query = select(func.count()).where(
        Settlement.municipality_id == vote.municipality, Settlement.id.not_in(inside)
    )
    return int((await session.execute(query)).scalar_one())
