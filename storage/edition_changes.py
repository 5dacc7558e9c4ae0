"""Making an edition, changing it while it is a draft, announcing it, moving its dates.

Every step checks the settings as a whole and is written into the log.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.checks import Plan, Problem, refusals
from bot.civic.edition import DATES, Calendar
from storage import due, edition_dates, editions, votes
from storage.conduct import By, NotNow
from storage.doors import Way, new_door
from storage.editions import DOOR
from storage.log import note
from storage.staff import is_staff
from storage.tables.people import Door
from storage.tables.votes import Process, Zone, ZoneSettlement
from storage.votes import WHOLE, Vote

MOVED = "edition-moved"
MOVABLE = {
    "announced": frozenset(DATES),
    "open": frozenset({"results_at"}),
    "stopped": frozenset({"results_at"}),
    "objections": frozenset({"results_at"}),
    "sealed": frozenset({"results_at"}),
}
"""Dates that may move in a state: an open vote closes when it was said to."""


class Impossible(Exception):
    """The settings contradict one another; `problems` name everything that is wrong."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(", ".join(problem.name for problem in problems))
        self.problems = list(problems)


@dataclass(frozen=True, slots=True)
class NewEdition:
    """An edition as its coordinator has confirmed it; words by language."""

    municipality: str
    name: Mapping[str, str]
    about: Mapping[str, str]
    plan: Plan


async def create(session: AsyncSession, new: NewEdition, person: int | None, now: datetime) -> int:
    """A draft with its code for posters; its id.  `person` is None where a command makes it.

    Raises Impossible.
    """
    zone = await editions.zone_of(session, new.municipality)
    if found := refusals(new.plan, now, zone):
        raise Impossible(found)
    plan = new.plan
    id = await votes.new_vote(
        session,
        new.municipality,
        plan.rules,
        name=dict(new.name),
        about=dict(new.about),
        **_row(plan),
    )
    await _zones(session, id, plan)
    await new_door(session, Way(new.municipality, None, DOOR, str(id)), now)
    await note(
        session,
        "edition-created",
        now,
        person=person,
        municipality=new.municipality,
        subject=votes.subject(id),
    )
    return id


async def change(session: AsyncSession, id: int, by: By, plan: Plan) -> None:
    """Other settings of a draft.  Raises Impossible for what this change makes wrong."""
    vote = await _held(session, id, by, "draft")
    zone = await editions.zone_of(session, vote.municipality)
    known = {(p.name, p.where) for p in await _wrong(session, vote, by.now)}
    found = [p for p in refusals(plan, by.now, zone) if (p.name, p.where) not in known]
    if found:
        raise Impossible(found)
    await _keep(session, id, rules=plan.rules.to_json(), **_row(plan))
    await _zones(session, id, plan)
    await _note(session, id, by, "edition-changed")


async def name(
    session: AsyncSession, id: int, by: By, column: str, words: Mapping[str, str]
) -> None:
    """What a draft is called (`name`) and what it says of itself (`about`)."""
    await _held(session, id, by, "draft")
    await _keep(session, id, **{column: dict(words)})
    await _note(session, id, by, "edition-changed", {"setting": column})


async def announce(session: AsyncSession, id: int, by: By) -> None:
    """Make a draft public: from now on its phases begin on their dates."""
    vote = await _held(session, id, by, "draft")
    if found := await _wrong(session, vote, by.now):
        raise Impossible(found)
    await _keep(session, id, state="announced")
    assert vote.edition is not None
    dates = vote.edition.calendar
    await edition_dates.plan(session, id, dates, by.now)
    if dates.propose_from - by.now > edition_dates.RETRY:
        soon = edition_dates.SOON
        await edition_dates.promise(session, id, soon, by.now, dates.propose_from)
    await _note(session, id, by, "edition-announced")


async def drop(session: AsyncSession, id: int, by: By) -> None:
    """Throw a draft away; nothing of it was public.  The log keeps that it was there."""
    await _held(session, id, by, "draft")
    for table in (ZoneSettlement, Zone):
        await session.execute(delete(table).where(table.process_id == id))
    await session.execute(delete(Door).where(Door.journey == DOOR, Door.subject == str(id)))
    await session.execute(delete(Process).where(Process.id == id))
    await _note(session, id, by, "edition-dropped")


async def move(
    session: AsyncSession, id: int, by: By, dates: Mapping[str, datetime], reason: str
) -> None:
    """Other dates of a public edition; the people it concerns are told.  Raises Impossible.

    NotNow("passed") for a date that has come, or would lie in the past.
    """
    vote = await _held(session, id, by, *MOVABLE)
    assert vote.edition is not None
    old = vote.edition.calendar
    if not dates.keys() <= MOVABLE[vote.state]:
        raise NotNow("frozen")
    if any(getattr(old, date) <= by.now or at <= by.now for date, at in dates.items()):
        raise NotNow("passed")
    plan = await editions.plan_of(session, vote)
    new = replace(plan, edition=replace(vote.edition, calendar=replace(old, **dates)))
    zone = await editions.zone_of(session, vote.municipality)
    if found := [p for p in refusals(new, by.now, zone) if p.name != "past"]:
        raise Impossible(found)
    await _keep(session, id, **_row(new))
    if vote.state == "announced":
        await edition_dates.plan(session, id, new.edition.calendar, by.now)
    moved = {date: [getattr(old, date).isoformat(), at.isoformat()] for date, at in dates.items()}
    await _note(session, id, by, MOVED, {"dates": moved, "reason": reason})
    await due.plan(session, MOVED, votes.subject(id), by.now, occurrence=by.now.isoformat()[:32])


async def _wrong(session: AsyncSession, vote: Vote, now: datetime) -> list[Problem]:
    """What makes the stored settings impossible; time alone can do that."""
    zone = await editions.zone_of(session, vote.municipality)
    return refusals(await editions.plan_of(session, vote), now, zone)


def _row(plan: Plan) -> dict[str, Any]:
    """The columns of a plan; the dates of the vote are those of its calendar."""
    dates: Calendar = plan.edition.calendar
    return {
        "edition": plan.edition.to_json(),
        "identity": plan.identity,
        "opens_at": dates.opens_at,
        "closes_at": dates.closes_at,
        "results_at": dates.results_at,
    }


async def _zones(session: AsyncSession, id: int, plan: Plan) -> None:
    """The zones of the plan and no others."""
    await session.execute(delete(ZoneSettlement).where(ZoneSettlement.process_id == id))
    await session.execute(delete(Zone).where(Zone.process_id == id, Zone.code != WHOLE))
    for code, part in plan.zones.items():
        await session.execute(insert(Zone).values(process_id=id, code=code, name=dict(part.name)))
        rows = [{"process_id": id, "settlement_id": p, "code": code} for p in part.settlements]
        if rows:
            await session.execute(insert(ZoneSettlement), rows)


async def _held(session: AsyncSession, id: int, by: By, *states: str) -> Vote:
    """The edition, locked, if this coordinator may change it in its state."""
    vote = await votes.locked(session, id)
    if vote.municipality != by.municipality or vote.edition is None:
        raise NotNow("role")
    if not await is_staff(session, by.person, by.municipality):
        raise NotNow("role")
    if vote.state not in states:
        raise NotNow("state")
    return vote


async def _keep(session: AsyncSession, id: int, **values: Any) -> None:
    await session.execute(update(Process).where(Process.id == id).values(**values))


async def _note(
    session: AsyncSession, id: int, by: By, action: str, detail: dict[str, Any] | None = None
) -> None:
    await note(
        session,
        action,
        by.now,
        person=by.person,
        municipality=by.municipality,
        subject=votes.subject(id),
        detail=detail,
    )
