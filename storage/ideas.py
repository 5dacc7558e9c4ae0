"""Questions about ideas, and adding one."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, exists, func, insert, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.civic.amounts import Amount, from_data, to_data
from bot.civic.proposals import ASIDE, SUPPORTED, UNSEEN
from bot.civic.search import search as best_of
from bot.civic.similar import Index
from storage.people import Conflict
from storage.tables.ideas import Idea, IdeaPhoto, Support
from storage.tables.people import Person, Settlement

LISTED = 200  # ideas in one list, 10 ms; the others are found by number and by words
COMPARED = 200  # the newest titles that a new one is compared with; 10 ms
SEARCHED = 500  # the newest ideas that words are looked for in; 15 ms
TRIES = 10  # for a number, when several people submit at the same moment


@dataclass(frozen=True, slots=True)
class NewIdea:
    """An idea as its author has confirmed it.  `photos` are those after the first.

    Without a `process_id` it is a standing one, which may be taken into the next edition.
    """

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
    place: str = ""
    photos: tuple[str, ...] = ()
    process_id: int | None = None
    zone: str = ""
    cost: Amount | None = None
    beneficiaries: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which ideas of a municipality are listed; `top`: those with most supporters first."""

    settlement: int | None = None
    category: str = ""
    zone: tuple[int, str] | None = None
    top: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """An idea in a list."""

    id: int
    number: int
    title: str
    settlement: dict[str, str] | None
    supporters: int
    state: str
    process_id: int | None


@dataclass(frozen=True, slots=True)
class Shown:
    """An idea as one reader sees it; `may_support` is true for neighbours of its author.

    `moved_to` is the number under which it goes on.
    """

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
    municipality_id: str
    settlement_id: int | None
    place: str
    process_id: int | None
    zone: str
    cost: Amount | None
    beneficiaries: str
    fix_until: datetime | None
    moved_to: int | None
    photos: tuple[str, ...]


async def submit(session: AsyncSession, idea: NewIdea) -> int:
    """Add an idea under the municipality's next number; the number."""
    return (await add(session, idea))[1]


async def add(session: AsyncSession, idea: NewIdea) -> tuple[int, int]:
    """The same; id and number."""
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    highest = select(func.coalesce(func.max(Idea.number), 0) + 1).where(
        Idea.municipality_id == idea.municipality_id
    )
    values = {**asdict(idea), "cost": to_data(idea.cost)}
    photos = values.pop("photos")
    statement = (
        engine.insert(Idea)
        .values(**values, state="submitted", number=highest.scalar_subquery())
        .on_conflict_do_nothing(index_elements=["municipality_id", "number"])
        .returning(Idea.id, Idea.number)
    )
    for _ in range(TRIES):
        row = (await session.execute(statement)).first()
        if row is not None:
            await _keep_photos(session, row.id, photos)
            return int(row.id), int(row.number)
    raise Conflict


async def _keep_photos(session: AsyncSession, id: int, photos: Sequence[str]) -> None:
    rows = [
        {"idea_id": id, "position": place, "media_id": photo}
        for place, photo in enumerate(photos, 2)
    ]
    if rows:
        await session.execute(insert(IdeaPhoto), rows)


async def listed(
    session: AsyncSession, municipality_id: str, wanted: Wanted = Wanted()
) -> list[Listed]:
    """A municipality's ideas, the latest first unless wanted otherwise."""
    query = _listed(top=wanted.top).where(Idea.municipality_id == municipality_id)
    if wanted.settlement is not None:
        query = query.where(Idea.settlement_id == wanted.settlement)
    if wanted.category:
        query = query.where(Idea.category == wanted.category)
    if wanted.zone is not None:
        query = query.where(Idea.process_id == wanted.zone[0], Idea.zone == wanted.zone[1])
    return await _rows(session, query)


async def of_author(session: AsyncSession, person_id: int) -> list[Listed]:
    """A person's own ideas, the latest first, those taken back and hidden ones too."""
    return await _rows(session, _rows_of(LISTED).where(Idea.author_id == person_id))


async def similar(
    session: AsyncSession, municipality_id: str, title: str, process_id: int | None = None
) -> list[Listed]:
    """Up to three ideas of this edition, or of none, whose title is like this one."""
    query = _listed(COMPARED).where(
        Idea.municipality_id == municipality_id,
        Idea.state.in_(SUPPORTED),
        or_(Idea.process_id.is_(None), Idea.process_id == process_id),
    )
    rows = await _rows(session, query)
    return [rows[place] for place, _ in Index([row.title for row in rows]).like(title)]


async def search(session: AsyncSession, municipality_id: str, words: str) -> list[Listed]:
    """Ideas with these words, in whatever alphabet and spelling, the best first."""
    query = _listed(SEARCHED).add_columns(Idea.text, Idea.place, Idea.beneficiaries)
    rows = (await session.execute(query.where(Idea.municipality_id == municipality_id))).all()
    texts = [(row.title, f"{row.text} {row.place} {row.beneficiaries}") for row in rows]
    return [Listed(*rows[place][:7]) for place in best_of(words, texts)]


async def numbered(session: AsyncSession, municipality_id: str, number: int) -> int | None:
    """The id of the idea with this number, if it may be seen."""
    query = select(Idea.id).where(
        Idea.municipality_id == municipality_id,
        Idea.number == number,
        Idea.state.not_in(UNSEEN),
    )
    return (await session.execute(query)).scalar_one_or_none()


async def find(session: AsyncSession, id: int, person_id: int) -> Shown | None:
    """One idea for one reader; what is taken back or hidden is for its author alone."""
    neighbour = exists().where(
        Person.id == person_id, Person.municipality_id == Idea.municipality_id
    )
    mine, onward = Idea.author_id == person_id, aliased(Idea)
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
            neighbour & ~mine & Idea.state.in_(SUPPORTED),
            Idea.municipality_id,
            Idea.settlement_id,
            Idea.place,
            Idea.process_id,
            Idea.zone,
            Idea.cost,
            Idea.beneficiaries,
            Idea.fix_until,
            onward.number,
        )
        .outerjoin(Settlement, Settlement.id == Idea.settlement_id)
        .outerjoin(onward, onward.id == Idea.merged_into)
        .where(Idea.id == id, or_(Idea.state.not_in(UNSEEN), mine))
    )
    row = (await session.execute(query)).first()
    if row is None:
        return None
    values = list(row)
    values[20] = None if values[20] is None else from_data(values[20])
    return Shown(*(*values, await photos_of(session, id)))


async def photos_of(session: AsyncSession, id: int) -> tuple[str, ...]:
    """Media ids of the photos after the first."""
    query = select(IdeaPhoto.media_id).where(IdeaPhoto.idea_id == id).order_by(IdeaPhoto.position)
    return tuple((await session.execute(query)).scalars())


def _listed(at_most: int = LISTED, *, top: bool = False) -> Select[Any]:
    query = _rows_of(at_most).where(Idea.state.not_in(ASIDE))
    if top:
        query = query.order_by(None).order_by(_supporters().desc(), Idea.number.desc())
    return query


def _rows_of(at_most: int) -> Select[Any]:
    return (
        select(
            Idea.id,
            Idea.number,
            Idea.title,
            Settlement.name,
            _supporters(),
            Idea.state,
            Idea.process_id,
        )
        .outerjoin(Settlement, Settlement.id == Idea.settlement_id)
        .order_by(Idea.number.desc(), Idea.id.desc())
        .limit(at_most)
    )


async def _rows(session: AsyncSession, query: Select[Any]) -> list[Listed]:
    return [Listed(*row) for row in await session.execute(query)]


def _supporters() -> Any:
    counted = select(func.count()).select_from(Support).where(Support.idea_id == Idea.id)
    return counted.correlate(Idea).scalar_subquery()
