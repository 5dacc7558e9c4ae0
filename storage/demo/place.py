"""The demo's municipality and its people.  All of it is invented, and says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.doors import Way, find_door, keep_door
from storage.people import code_hash
from storage.places import import_settlements
from storage.residents import Consent
from storage.staff import COORDINATOR, INVITATION_DAYS, PARTNER, grant, is_staff
from storage.tables.people import Account, Invitation, Municipality, Person, Settlement

DEMO = "demo"
NAME = {"ka": "ნიმუშის მუნიციპალიტეტი", "en": "Sample Municipality"}
PHONE = "+995 000 00 00 00"
RESIDENTS = 40
CODES = {"CHEF-4KEY": COORDINATOR, "PART-7NER": PARTNER}
"""Invitations that can be tried in the demo; they are made anew at each of its starts."""


@dataclass(frozen=True, slots=True)
class Hamlet:
    """A settlement no map has: the names mean sample, example, fancy, fairy tale and parable."""

    code: str
    name_ka: str
    name_en: str
    kind: str = "village"


HAMLETS = (
    Hamlet("S1", "ნიმუშა", "Nimusha", "town"),
    Hamlet("S2", "მაგალითა", "Magalita"),
    Hamlet("S3", "წარმოსახვა", "Tsarmosakhva"),
    Hamlet("S4", "ზღაპარა", "Zghapara"),
    Hamlet("S5", "იგავა", "Igava"),
)


async def fill_place(session: AsyncSession) -> dict[str, int]:
    """The municipality and its settlements; their ids by code."""
    values = {
        "id": DEMO,
        "name": NAME,
        "region": {"ka": "გამოგონილი მხარე", "en": "Invented Region"},
        "office_phone": PHONE,
        "active": True,
        "fictional": True,
    }
    await session.execute(_insert(session, Municipality).values(values).on_conflict_do_nothing())
    await import_settlements(session, DEMO, HAMLETS)
    query = select(Settlement.code, Settlement.id).where(Settlement.municipality_id == DEMO)
    return {code: id for code, id in await session.execute(query.order_by(Settlement.code))}


async def fill_residents(
    session: AsyncSession, villages: Sequence[int], now: datetime
) -> list[int]:
    """People who joined on a messenger and have left it since: they count and cannot be reached.

    The first one is the demo's own coordinator.  Their ids.
    """
    known = await residents(session)
    for number in range(len(known), RESIDENTS):
        bot = "telegram" if number % 2 else "viber"
        language = "en" if number % 10 == 9 else "ka"
        person = {
            "language": language,
            "municipality_id": DEMO,
            "settlement_id": villages[number % len(villages)],
            "consent": Consent(language, now, bot).to_json(),
            "created_at": now,
        }
        added = insert(Person).values(person).returning(Person.id)
        account = {
            "person_id": (await session.execute(added)).scalar_one(),
            "bot": bot,
            "address": f"fictional-{number}",
            "reachable": False,
            "created_at": now,
        }
        await session.execute(insert(Account).values(account))
    people = known or await residents(session)
    if not await is_staff(session, people[0], DEMO):
        await grant(session, people[0], DEMO, COORDINATOR, now)
    return people


async def fill_doors(session: AsyncSession, doors: dict[str, Way], now: datetime) -> None:
    """Codes that lead into the demo's journeys."""
    for code, way in doors.items():
        if await find_door(session, code) is None:
            await keep_door(session, code, way, now)


async def fill_invitations(session: AsyncSession, now: datetime) -> None:
    """Codes by which anybody who tries the demo becomes its staff."""
    await invite_anybody(session, DEMO, CODES, now)


async def invite_anybody(
    session: AsyncSession, place: str, codes: Mapping[str, str], now: datetime
) -> None:
    """These codes, by role, made anew: used up or not, they can be used now."""
    for code, role in codes.items():
        fresh = {"expires_at": now + timedelta(days=INVITATION_DAYS), "used_by": None}
        fresh["used_at"] = None
        row = {"code_hash": code_hash(code), "municipality_id": place, "role": role, **fresh}
        statement = _insert(session, Invitation).values(row)
        renewed = statement.on_conflict_do_update(index_elements=["code_hash"], set_=fresh)
        await session.execute(renewed)


async def residents(session: AsyncSession) -> list[int]:
    """The people whom `fill_residents` made, in that order."""
    query = (
        select(Account.person_id).where(Account.address.like("fictional-%")).order_by(Account.id)
    )
    return list((await session.execute(query)).scalars())


def _insert(session: AsyncSession, table: type) -> Any:
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    return engine.insert(table)
