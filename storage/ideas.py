"""Questions and changes about ideas and their supporters."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, exists, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.similar import Index
from storage.people import Conflict
from storage.tables.ideas import Idea, Support
from storage.tables.people import Person, Settlement

LISTED = 100  # ideas in one list
COMPARED = 200  # the newest titles that a new one is compared with; 10 ms
TRIES = 10  # for a number, when several people submit at the same moment


@dataclass(frozen=True, slots=True)
class NewIdea:
    """An idea as its author has confirmed it."""

    municipality_id: str
    settlement_id: int | None
    author_id: int
    title: str
    text: str
    language: str
    category: str
    lat: float | None
    lon: float | None
    photo: str | None
    submitted_at: datetime


@dataclass(frozen=True, slots=True)
class Listed:
    """An idea in a list."""

    id: int
    number: int
    title: str
    settlement: dict[str, str] | None
    supporters: int


@dataclass(frozen=True, slots=True)
class Shown:
    """An idea as one reader sees it; `may_support` is true for neighbours of its author."""

    id: int
    number: int
    title: str
    text: str
    category: str
    lat: float | None
    lon: float | None
    photo: str | None
    state: str
    submitted_at: datetime
    settlement: dict[str, str] | None
    supporters: int
    mine: bool
    supported: bool
    may_support: bool


async def submit(session: AsyncSession, idea: NewIdea) -> int:
    """Add an idea under the municipality's next number; the number."""
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    highest = select(func.coalesce(func.max(Idea.number), 0) + 1).where(
        Idea.municipality_id == idea.municipality_id
    )
    statement = (
        engine.insert(Idea)
        .values(**asdict(idea), state="submitted", number=highest.scalar_subquery())
        .on_conflict_do_nothing(index_elements=["municipality_id", "number"])
        .returning(Idea.number)
    )
    for _ in range(TRIES):
        number = (await session.execute(statement)).scalar_one_or_none()
        if number is not None:
            return int(number)
    raise Conflict


async def listed(session: AsyncSession, municipality_id: str) -> list[Listed]:
    """A municipality's newest ideas, the latest first."""
    return await _rows(session, _listed().where(Idea.municipality_id == municipality_id))


async def of_author(session: AsyncSession, person_id: int) -> list[Listed]:
    """A person's own ideas, the latest first."""
    return await _rows(session, _listed().where(Idea.author_id == person_id))


async def similar(session: AsyncSession, municipality_id: str, title: str) -> list[Listed]:
    """Up to three ideas whose title is like this one, the likest first."""
    query = _listed(COMPARED).where(Idea.municipality_id == municipality_id)
    rows = await _rows(session, query)
    return [rows[place] for place, _ in Index([row.title for row in rows]).like(title)]


async def find(session: AsyncSession, id: int, person_id: int) -> Shown | None:
    """One idea for one reader."""
    neighbour = exists().where(
        Person.id == person_id, Person.municipality_id == Idea.municipality_id
    )
    mine = Idea.author_id == person_id
    query = (
        select(
            Idea.id,
            Idea.number,
            Idea.title,
            Idea.text,
            Idea.category,
            Idea.lat,
            Idea.lon,
            Idea.photo,
            Idea.state,
            Idea.submitted_at,
            Settlement.name,
            _supporters(),
            mine,
            exists().where(Support.idea_id == Idea.id, Support.person_id == person_id),
            neighbour & ~mine,
        )
        .outerjoin(Settlement, Settlement.id == Idea.settlement_id)
        .where(Idea.id == id, Idea.state != "withdrawn")
    )
    row = (await session.execute(query)).first()
    return Shown(*tuple(row)) if row else None


async def support(session: AsyncSession, idea_id: int, person_id: int, now: datetime) -> None:
    """Stand behind an idea; the second time is a violated constraint."""
    await session.execute(insert(Support).values(idea_id=idea_id, person_id=person_id, at=now))


async def take_back(session: AsyncSession, idea_id: int, person_id: int) -> None:
    """Stand behind it no longer."""
    await session.execute(
        delete(Support).where(Support.idea_id == idea_id, Support.person_id == person_id)
    )


def _listed(at_most: int = LISTED) -> Select[Any]:
    return (
        select(Idea.id, Idea.number, Idea.title, Settlement.name, _supporters())
        .outerjoin(Settlement, Settlement.id == Idea.settlement_id)
        .where(Idea.state != "withdrawn")
        .order_by(Idea.number.desc(), Idea.id.desc())
        .limit(at_most)
    )


async def _rows(session: AsyncSession, query: Select[Any]) -> list[Listed]:
    return [Listed(*row) for row in await session.execute(query)]


def _supporters() -> Any:
    counted = select(func.count()).select_from(Support).where(Support.idea_id == Idea.id)
    return counted.correlate(Idea).scalar_subquery()
