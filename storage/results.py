"""The count of a sealed vote: what it is made from, and what it says.

A count is held back until the referee has found the same winners, or two people have released it
(storage.release).
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, null, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.ballots import Marks, Project, Rules, group, marks
from bot.civic.outcomes import Outcome
from bot.civic.outcomes import Result as Count
from storage import due, jobs, lots, votes
from storage.log import note
from storage.tables.votes import Process, Result, SealedBallot
from storage.votes import Item, Vote

WAITING = "waiting"
"""What the referee finds is not known yet."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a count needs, and nothing that names a voter."""

    rules: Rules
    projects: tuple[Project, ...]
    groups: Counter[Marks]


@dataclass(frozen=True, slots=True)
class Placed:
    """A project and what became of it."""

    item: Item
    outcome: Outcome


async def sheet(session: AsyncSession, vote: Vote) -> Sheet:
    """The sealed ballots, equal ones together, and the rules with the lot drawn."""
    items = await votes.projects(session, vote.id)
    projects = tuple(item.eligible for item in items)
    lot = lots.order(vote, [project.id for project in projects])
    query = select(SealedBallot.choices).where(SealedBallot.process_id == vote.id)
    ballots = (await session.execute(query)).scalars()
    kind = vote.rules.kind
    groups = group(marks(kind, choices) for choices in ballots)
    return Sheet(replace(vote.rules, lot=lot), projects, groups)


async def keep(
    session: AsyncSession, id: int, count: Count, charts: dict[str, str], now: datetime
) -> None:
    """Write a count down, once, and ask the referee; its result falls due at the announced hour."""
    vote = await votes.locked(session, id)
    if vote.state != "sealed":
        return
    await session.execute(delete(Result).where(Result.process_id == id))
    rows = [
        {
            "process_id": id,
            "number": int(outcome.project),
            "place": place,
            "funded": outcome.funded,
            "outcome": outcome.to_json(),
        }
        for place, outcome in enumerate(count.outcomes, start=1)
    ]
    await session.execute(insert(Result), rows)
    await _change(
        session,
        id,
        state="counted",
        charts=charts,
        referee={"finding": WAITING},
        release_by=null(),
    )
    await note(session, "vote-counted", now, **about(vote))
    await jobs.ask_for(session, "referee", {"process": id}, now)
    await promise(session, vote, max(now, vote.results_at))


async def promise(session: AsyncSession, vote: Vote, at: datetime) -> None:
    """The result is told at this hour, which citizens have been told of."""
    if at != vote.results_at:
        changed: dict[str, Any] = {"results_at": at}
        if vote.edition:
            calendar = replace(vote.edition.calendar, results_at=at)
            changed["edition"] = replace(vote.edition, calendar=calendar).to_json()
        await _change(session, vote.id, **changed)
    await look_again(session, vote.id, at)


async def look_again(session: AsyncSession, id: int, at: datetime) -> None:
    """See at this time whether the result can be told."""
    await due.plan(session, votes.RESULTS, votes.subject(id), at, occurrence=at.isoformat())


async def placed(session: AsyncSession, id: int) -> list[Placed]:
    """The published table: zone by zone, by score."""
    items = {item.number: item for item in await votes.projects(session, id)}
    query = select(Result.number, Result.outcome).where(Result.process_id == id)
    rows = await session.execute(query.order_by(Result.place))
    return [Placed(items[number], Outcome.from_json(outcome)) for number, outcome in rows]


def about(vote: Vote) -> dict[str, Any]:
    """How the log names a vote."""
    return {"municipality": vote.municipality, "subject": votes.subject(vote.id)}


async def _change(session: AsyncSession, id: int, **values: Any) -> None:
    await session.execute(update(Process).where(Process.id == id).values(**values))
