"""Whom a survey asks: one definition for its list, its link, its reminders and its figures.

`Survey.audience` narrows the people of the municipality by kinds of storage.audiences, an empty one
means all of them.  A bot knows where people live, if they have said so, and what they read; it does
not know their age, so a survey asks for that itself.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage import surveys
from storage.audiences import KINDS, count_people
from storage.doors import Way
from storage.surveys import Asked
from storage.tables.people import Person
from storage.tables.votes import Process, Zone, ZoneSettlement

SETTLEMENTS, LANGUAGES = "settlements", "languages"


class Standing(StrEnum):
    """Whether somebody is asked, and what keeps them from it."""

    ASKED = "asked"
    HOMELESS = "homeless"  # they may be: where they live is not known
    ELSEWHERE = "elsewhere"  # at home in another municipality
    SETTLEMENT = "settlement"
    LANGUAGE = "language"


OUT = {SETTLEMENTS: Standing.SETTLEMENT, LANGUAGES: Standing.LANGUAGE}


def meant(municipality: str, audience: Mapping[str, Any]) -> dict[str, Any]:
    """As storage.audiences tells it: who is written to and counted."""
    return {"municipality": municipality, **audience}


async def size(session: AsyncSession, municipality: str, audience: Mapping[str, Any]) -> int:
    """How many are asked; of a narrowed audience in tens, as differences would tell of a few."""
    count = await count_people(session, meant(municipality, audience))
    return round(count, -1) if audience else count


async def standing(session: AsyncSession, survey: Asked, person_id: int) -> Standing:
    """How one person stands to a survey."""
    holds = [KINDS[kind](value) for kind, value in survey.audience.items()]
    home = (Person.municipality_id == survey.municipality_id, Person.settlement_id)
    query = select(*home, *holds).where(Person.id == person_id)
    here, settlement, *held = (await session.execute(query)).one()
    if not here:
        return Standing.ASKED if survey.guests else Standing.ELSEWHERE
    for kind, true in zip(survey.audience, held, strict=True):
        if kind == SETTLEMENTS and settlement is None:
            return Standing.HOMELESS
        if not true:
            return OUT[kind]
    return Standing.ASKED


async def open_for(
    session: AsyncSession, municipality: str, person_id: int, now: datetime
) -> list[Asked]:
    """The surveys of a place that ask this person, or may: those that close first leading."""
    found = await surveys.open_now(session, municipality, now)
    near = (Standing.ASKED, Standing.HOMELESS)
    return [
        survey
        for survey in found
        if not survey.audience or await standing(session, survey, person_id) in near
    ]


async def for_guests(session: AsyncSession, way: Way | None) -> bool:
    """Whether a door leads to a survey that people of other places may answer."""
    if way is None or way.journey != "needs" or not way.subject.isdecimal():
        return False
    survey = await surveys.find(session, int(way.subject))
    return survey is not None and survey.guests


async def zones(
    session: AsyncSession, municipality: str
) -> dict[str, tuple[dict[str, str], list[int]]]:
    """The zones of the latest edition that has some, by code: names, and ids of settlements."""
    latest = (
        select(Process.id)
        .join(ZoneSettlement, ZoneSettlement.process_id == Process.id)
        .where(Process.municipality_id == municipality)
        .order_by(Process.opens_at.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(Zone.code, Zone.name, ZoneSettlement.settlement_id)
        .join(
            ZoneSettlement,
            (ZoneSettlement.process_id == Zone.process_id) & (ZoneSettlement.code == Zone.code),
        )
        .where(Zone.process_id == latest)
        .order_by(Zone.code, ZoneSettlement.settlement_id)
    )
    found: dict[str, tuple[dict[str, str], list[int]]] = {}
    for code, name, settlement in await session.execute(query):
        found.setdefault(code, (name, []))[1].append(settlement)
    return found
