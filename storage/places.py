"""Municipalities and their settlements."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.people import Municipality, Settlement


class Row(Protocol):
    """One line of a municipality's own list of settlements."""

    @property
    def code(self) -> str: ...
    @property
    def name_ka(self) -> str: ...
    @property
    def name_en(self) -> str: ...
    @property
    def kind(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality as people choose it."""

    id: str
    name: dict[str, str]
    active: bool
    office_phone: str
    fictional: bool
    process_kind: str


@dataclass(frozen=True, slots=True)
class Village:
    """A settlement as people choose it."""

    id: int
    name: dict[str, str]
    kind: str


PLACE = select(
    Municipality.id,
    Municipality.name,
    Municipality.active,
    Municipality.office_phone,
    Municipality.fictional,
    Municipality.process_kind,
)


async def municipalities(session: AsyncSession) -> list[Place]:
    """All of them: those that use the bot first, then by their main name."""
    places = [Place(*row) for row in await session.execute(PLACE)]
    return sorted(places, key=lambda place: (not place.active, place.name["ka"]))


async def municipality(session: AsyncSession, id: str) -> Place | None:
    """One of them."""
    row = (await session.execute(PLACE.where(Municipality.id == id))).first()
    return Place(*row) if row else None


async def time_zone(session: AsyncSession, id: str) -> ZoneInfo:
    """By whose clock a municipality lives."""
    query = select(Municipality.time_zone).where(Municipality.id == id)
    return ZoneInfo((await session.execute(query)).scalar_one())


async def settlements(session: AsyncSession, municipality_id: str) -> list[Village]:
    """The municipality's settlements, by their main name."""
    query = select(Settlement.id, Settlement.name, Settlement.kind).where(
        Settlement.municipality_id == municipality_id
    )
    villages = [Village(*row) for row in await session.execute(query)]
    return sorted(villages, key=lambda village: village.name["ka"])


async def names(session: AsyncSession, municipality_id: str) -> dict[int, dict[str, str]]:
    """What the municipality's settlements are called, by id."""
    return {village.id: village.name for village in await settlements(session, municipality_id)}


async def settlement_codes(session: AsyncSession, municipality_id: str) -> dict[int, str]:
    """The codes of the municipality's own list by id."""
    query = select(Settlement.id, Settlement.code)
    rows = await session.execute(query.where(Settlement.municipality_id == municipality_id))
    return {id: code for id, code in rows}


async def settlement_names(session: AsyncSession, municipality_id: str) -> dict[str, int]:
    """Settlements as a file may name them: by name or by code of their list, in small letters."""
    villages = await settlements(session, municipality_id)
    codes = await settlement_codes(session, municipality_id)
    names = {name.lower(): village.id for village in villages for name in village.name.values()}
    return names | {code.lower(): id for id, code in codes.items()}


async def settlement_name(session: AsyncSession, id: int | None) -> dict[str, str]:
    """What a settlement is called; nothing where none is known."""
    query = select(Settlement.name).where(Settlement.id == id)
    return (await session.execute(query)).scalar_one_or_none() or {}


async def import_settlements(
    session: AsyncSession, municipality_id: str, rows: Iterable[Row]
) -> int:
    """Add or correct settlements by their code; how many.  None is removed: people live there."""
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    given = [
        {
            "municipality_id": municipality_id,
            "code": row.code,
            "name": _words(row.name_ka, row.name_en),
            "kind": str(row.kind),
        }
        for row in rows
    ]
    insert = engine.insert(Settlement)
    changes = {"name": insert.excluded.name, "kind": insert.excluded.kind}
    key = ["municipality_id", "code"]
    await session.execute(insert.on_conflict_do_update(index_elements=key, set_=changes), given)
    return len(given)


async def open_municipality(
    session: AsyncSession, id: str, office_phone: str, time_zone: str
) -> bool:
    """Let a municipality use the bot; False if there is none of this id."""
    opened = (
        update(Municipality)
        .where(Municipality.id == id)
        .values(active=True, office_phone=office_phone, time_zone=time_zone)
        .returning(Municipality.id)
    )
    return (await session.execute(opened)).first() is not None


def _words(ka: str, en: str) -> dict[str, str]:
    return {"ka": ka, "en": en} if en else {"ka": ka}
