"""From a count to an announced result: the referee's verdict, the release, a new hour."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import null, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import jobs, results, votes
from storage.conduct import CONDUCTS, WITNESSES, By, NotNow
from storage.log import note
from storage.owed import Owed
from storage.results import WAITING, about
from storage.tables.votes import Process
from storage.tables.work import Log
from storage.votes import Vote

AGREES, DIFFERS, NOT_REFEREED = "agrees", "differs", "not-refereed"
"""What the referee finds; two people may release a count that was not refereed, nobody one from
which the referee differs."""

STOPPED = {"finding": NOT_REFEREED, "why": "stopped"}
PATIENCE = timedelta(hours=1)  # from the announced hour on, for a referee that is still at work
LATER = timedelta(days=2)
"""How much later a result is told that cannot be told at its hour: time for people to look."""

TOLD = "results-told"


async def settle(
    session: AsyncSession, id: int, found: Mapping[str, Any], now: datetime
) -> Vote | None:
    """Write the verdict down, once; the vote, or None if it is settled already."""
    vote = await votes.locked(session, id)
    if vote.state != "counted" or finding(vote) != WAITING:
        return None
    agrees = found["finding"] == AGREES
    await _refereed(session, id, {**found, "released": agrees})
    detail = {"finding": str(found["finding"])}
    await note(session, "vote-refereed", now, **about(vote), detail=detail)
    return vote


async def postpone(session: AsyncSession, vote: Vote, now: datetime) -> datetime:
    """A later hour for the result; the hour."""
    at = max(now, vote.results_at) + LATER
    await results.promise(session, vote, at)
    await note(session, "results-postponed", now, **about(vote), detail={"until": at.isoformat()})
    return at


async def release(session: AsyncSession, id: int, by: By) -> bool:
    """Take it upon oneself that a count without referee is told; True for the second person."""
    vote = await _held(session, id, by, WITNESSES)
    if finding(vote) != NOT_REFEREED or vote.released:
        raise NotNow("state")
    if vote.release_by == by.person:
        raise NotNow("same-person")
    second = vote.release_by is not None
    await note(session, "result-released", by.now, person=by.person, **about(vote))
    if not second:
        await _change(session, id, release_by=by.person)
        return False
    await _refereed(session, id, {**(vote.referee or {}), "released": True})
    await results.promise(session, vote, max(by.now, vote.results_at))
    return True


async def recount(session: AsyncSession, id: int, by: By) -> None:
    """Count again, with both counters; a result that has been told stays as it is."""
    vote = await _held(session, id, by, CONDUCTS)
    if vote.released or finding(vote) == WAITING:
        raise NotNow("state")
    await note(session, "vote-recounted", by.now, person=by.person, **about(vote))
    await _change(session, id, state="sealed", referee=null(), release_by=null())
    await jobs.ask_for(session, "count", {"process": id}, by.now)


def finding(vote: Vote) -> str:
    """What the referee found; '' if there was none."""
    return str((vote.referee or {}).get("finding", ""))


async def was_told(session: AsyncSession, id: int) -> bool:
    """Whether the result has gone out."""
    return await reach(session, id) is not None


async def tell(session: AsyncSession, vote: Vote, now: datetime, people: int, able: int) -> None:
    """The result goes out to so many people, of whom so many can be reached."""
    await note(session, TOLD, now, **about(vote), detail={"people": people, "reachable": able})


async def reach(session: AsyncSession, id: int) -> tuple[int, int] | None:
    """(people, reachable) of an announced result."""
    query = select(Log.detail).where(Log.action == TOLD, Log.subject == votes.subject(id))
    detail = (await session.execute(query.order_by(Log.id).limit(1))).scalar_one_or_none()
    return (detail["people"], detail["reachable"]) if detail else None


async def owed(session: AsyncSession, person: int, municipality: str, now: datetime) -> list[Owed]:
    """Counts that are held back until somebody decides."""
    roles = await votes.staff_roles(session, person, municipality)
    found = []
    for vote in await votes.all_of(session, municipality):
        if vote.state != "counted" or vote.released:
            continue
        asked = finding(vote) == NOT_REFEREED and roles & WITNESSES and vote.release_by != person
        if asked or (finding(vote) == DIFFERS and roles & CONDUCTS):
            found.append(Owed("release", 1, vote.results_at, f"release:{vote.id}"))
    return found


async def _held(session: AsyncSession, id: int, by: By, roles: frozenset[str]) -> Vote:
    vote = await votes.locked(session, id)
    held = await votes.staff_roles(session, by.person, by.municipality)
    if vote.municipality != by.municipality or not roles & held:
        raise NotNow("role")
    if vote.state != "counted":
        raise NotNow("state")
    return vote


async def _refereed(session: AsyncSession, id: int, found: Mapping[str, Any]) -> None:
    await _change(session, id, referee=dict(found))


async def _change(session: AsyncSession, id: int, **values: Any) -> None:
    await session.execute(update(Process).where(Process.id == id).values(**values))
