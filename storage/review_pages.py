"""Ideas as their reviewers see them: whose turn it is, and all there is to know of one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.amounts import Amount, from_data
from bot.civic.edition import Edition
from storage.cases import COORDINATOR, find_held, open_counts
from storage.owed import Owed
from storage.reviews import SECONDS, may_check
from storage.tables.ideas import Idea, IdeaPhoto, Support
from storage.tables.people import Municipality, Person, Settlement
from storage.tables.reviews import Review
from storage.tables.votes import Process, Zone
from storage.votes import WHOLE, staff_roles

Turn = tuple[int, datetime]
"""A check and until when it is promised."""

UNDER_REVIEW = ("reviewing", "appealed")


@dataclass(frozen=True, slots=True)
class Page:
    """One check of one idea."""

    id: int
    stage: str
    state: str
    reviewer: int | None
    verdict: str
    criterion: str
    reason: str
    plea: str
    objection: str
    checks: dict[str, Any] | None
    due_at: datetime
    idea: int
    number: int
    title: str
    text: str
    category: str
    beneficiaries: str
    lat: float | None
    lon: float | None
    place: str
    author: int
    idea_state: str
    process: int
    municipality: str
    main_language: str
    settlement: dict[str, str] | None
    zone: dict[str, str] | None
    cost: Amount | None
    edition: Edition
    resident: bool
    supporters: int


def _page() -> Select[Any]:
    supporters = select(func.count()).where(Support.idea_id == Idea.id).scalar_subquery()
    return (
        select(
            Review.id,
            Review.stage,
            Review.state,
            Review.reviewer_id,
            Review.verdict,
            Review.criterion,
            Review.reason,
            Review.plea,
            Review.objection,
            Review.checks,
            Review.due_at,
            Idea.id,
            Idea.number,
            Idea.title,
            Idea.text,
            Idea.category,
            Idea.beneficiaries,
            Idea.lat,
            Idea.lon,
            Idea.place,
            Idea.author_id,
            Idea.state,
            Idea.process_id,
            Idea.municipality_id,
            Municipality.main_language,
            Settlement.name,
            Zone.name,
            Idea.cost,
            Process.edition,
            Person.municipality_id == Idea.municipality_id,
            supporters,
        )
        .join(Idea, Idea.id == Review.idea_id)
        .join(Process, Process.id == Idea.process_id)
        .join(Municipality, Municipality.id == Idea.municipality_id)
        .join(Person, Person.id == Idea.author_id)
        .outerjoin(Settlement, Settlement.id == Idea.settlement_id)
        .outerjoin(
            Zone,
            (Zone.process_id == Idea.process_id) & (Zone.code == Idea.zone) & (Zone.code != WHOLE),
        )
    )


async def page(session: AsyncSession, id: int) -> Page | None:
    """A check with its idea."""
    row: Any = (await session.execute(_page().where(Review.id == id))).first()
    if row is None:
        return None
    *plain, cost, edition, resident, supporters = row
    exact = None if cost is None else from_data(cost)
    values = [*plain, exact, Edition.from_json(edition), bool(resident), supporters]
    return Page(*values)


async def photos(session: AsyncSession, idea_id: int) -> list[str]:
    """Media ids of an idea's photos, in order."""
    first = (await session.execute(select(Idea.photo).where(Idea.id == idea_id))).scalar_one()
    more = select(IdeaPhoto.media_id).where(IdeaPhoto.idea_id == idea_id)
    others = (await session.execute(more.order_by(IdeaPhoto.position))).scalars()
    return [*([first] if first else []), *others]


async def asked_before(session: AsyncSession, page: Page) -> tuple[str, str] | None:
    """(criterion, words) of what the author was last asked to correct."""
    query = (
        select(Review.criterion, Review.reason)
        .where(Review.idea_id == page.idea, Review.id < page.id, Review.state == "done")
        .where(Review.verdict == "fix")
        .order_by(Review.id.desc())
        .limit(1)
    )
    row = (await session.execute(query)).first()
    return (row[0], row[1]) if row else None


async def queue(session: AsyncSession, person: int, municipality: str) -> list[Turn]:
    """everything this person has to check, the most urgent first."""
    mine = (Review.reviewer_id == person, Review.state == "open")
    return await _turns(session, municipality, *mine)


async def seconds(session: AsyncSession, person: int, municipality: str) -> list[Turn]:
    """every verdict that this person may confirm."""
    if not SECONDS & await staff_roles(session, person, municipality):
        return []
    others = (Review.state == "proposed", Review.reviewer_id != person, Idea.author_id != person)
    return await _turns(session, municipality, *others)


async def stuck(session: AsyncSession, municipality: str) -> list[Turn]:
    """whatever has nobody who may decide or confirm it."""
    orphans = await _turns(
        session, municipality, Review.state == "open", Review.reviewer_id.is_(None)
    )
    seconders = {person for person, _ in await open_counts(session, municipality, SECONDS)}
    proposed = await _turns(session, municipality, Review.state == "proposed")
    found = list(orphans)
    for id, due_at in proposed:
        held = await find_held(session, id, hold=False)
        if not seconders - {held.check.reviewer, held.case.author}:
            found.append((id, due_at))
    return found


async def colleagues(session: AsyncSession, id: int) -> list[tuple[int, str]]:
    """(person, name) of everybody who may take this check, those with the fewest first."""
    held = await find_held(session, id, hold=False)
    people = await may_check(session, held)
    query = select(Person.id, Person.name).where(Person.id.in_(people))
    names = {person: name for person, name in await session.execute(query)}
    return [(person, names[person]) for person in people if person != held.check.reviewer]


async def others(session: AsyncSession, page: Page, states: tuple[str, ...]) -> list[Any]:
    """(id, number, title) of the edition's other ideas in these states."""
    query = select(Idea.id, Idea.number, Idea.title).where(
        Idea.process_id == page.process, Idea.id != page.idea, Idea.state.in_(states)
    )
    return list((await session.execute(query.order_by(Idea.number))).all())


async def owed(session: AsyncSession, person: int, municipality: str, now: datetime) -> list[Owed]:
    """Checks, second looks, and for coordinators what nobody can decide."""
    roles = await staff_roles(session, person, municipality)
    found = []
    lists = [
        ("review", await queue(session, person, municipality)),
        ("review-second", await seconds(session, person, municipality)),
    ]
    if COORDINATOR in roles:
        lists.append(("review-stuck", await stuck(session, municipality)))
    for kind, turns in lists:
        if turns and roles:
            id, due_at = turns[0]
            found.append(Owed(kind, len(turns), due_at, f"{kind}:{id}"))
    return found


async def _turns(session: AsyncSession, municipality: str, *conditions: Any) -> list[Turn]:
    query = (
        select(Review.id, Review.due_at)
        .join(Idea, Idea.id == Review.idea_id)
        .where(Idea.municipality_id == municipality, Idea.state.in_(UNDER_REVIEW), *conditions)
        .order_by(Review.due_at, Review.id)
    )
    return [(int(id), due_at) for id, due_at in await session.execute(query)]
