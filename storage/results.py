"""The count of a sealed vote: what it is made from, and what it says."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.ballots import Marks, Project, Rules, group, marks
from bot.civic.lots import draw
from bot.civic.outcomes import Outcome
from bot.civic.outcomes import Result as Count
from storage import due, votes
from storage.log import note
from storage.tables.votes import Process, Result, SealedBallot
from storage.votes import Item, Vote

DUE = "results"


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
    lot = vote.rules.lot or draw(vote.tie_seed, (project.id for project in projects))
    query = select(SealedBallot.choices).where(SealedBallot.process_id == vote.id)
    ballots = (await session.execute(query)).scalars()
    kind = vote.rules.kind
    groups = group(marks(kind, choices) for choices in ballots)
    return Sheet(replace(vote.rules, lot=lot), projects, groups)


async def keep(
    session: AsyncSession, id: int, count: Count, charts: dict[str, str], now: datetime
) -> None:
    """Write a count down, once; its result falls due at the announced hour."""
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
    await session.execute(
        update(Process).where(Process.id == id).values(state="counted", charts=charts)
    )
    about = votes.subject(id)
    await note(session, "vote-counted", now, municipality=vote.municipality, subject=about)
    await due.plan(session, DUE, about, max(now, vote.results_at))


async def placed(session: AsyncSession, id: int) -> list[Placed]:
    """The published table: zone by zone, by score."""
    items = {item.number: item for item in await votes.projects(session, id)}
    query = select(Result.number, Result.outcome).where(Result.process_id == id)
    rows = await session.execute(query.order_by(Result.place))
    return [Placed(items[number], Outcome.from_json(outcome)) for number, outcome in rows]
