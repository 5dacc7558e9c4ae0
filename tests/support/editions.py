"""An edition of a small municipality, put straight into the tables."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot.civic.checks import Part
from bot.civic.template import Answers, planned
from storage import edition_changes, votes
from storage.conduct import By
from storage.edition_changes import NewEdition
from storage.staff import grant
from storage.tables.people import Municipality
from tests.support.crowd import NOW, PLACE, municipality, resident

TBILISI = ZoneInfo("Asia/Tbilisi")
NAME = {"ka": "სამოქალაქო ბიუჯეტი 2028", "en": "Civil budget 2028"}
ANSWERS = Answers(2028, 60_000, {}, date(2027, 3, 1), date(2027, 5, 10))
PLAN = planned(ANSWERS, TBILISI)


async def office(session, place=PLACE):
    """A municipality with one coordinator; (By of the coordinator, its settlements)."""
    known = await session.execute(select(Municipality.id).where(Municipality.id == place))
    places = [] if known.first() else await municipality(session, place)
    person = await resident(session, place=place)
    await grant(session, person, place, "coordinator", NOW)
    return By(person, place, NOW), places


async def drafted(session, plan=PLAN):
    """(id, By, settlements) of a draft."""
    by, places = await office(session)
    id = await edition_changes.create(session, NewEdition(PLACE, NAME, {}, plan), by.person, NOW)
    return id, by, places


async def announced(session, plan=PLAN):
    """(id, By) of an edition that is public."""
    id, by, _ = await drafted(session, plan)
    await edition_changes.announce(session, id, by)
    return id, by


def zoned(places):
    """The plan with a zone for each of two villages."""
    names = ({"ka": "ზემო"}, {"ka": "ქვემო"})
    parts = {
        f"z{n}": Part(name, (place,))
        for n, (name, place) in enumerate(zip(names, places, strict=True), 1)
    }
    return planned(replace(ANSWERS, zones=parts), TBILISI)


async def add_project(session, id, number=1):
    await votes.add_projects(
        session, id, [{"number": number, "title": {"ka": "სკვერი"}, "cost": 10_000}]
    )
