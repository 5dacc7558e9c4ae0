"""A vote of the small municipality, counted, refereed and told, put straight into the tables."""

from datetime import timedelta
from typing import Any

from sqlalchemy import insert, update

from bot.civic import tally
from storage import release, results, sealing
from storage.tables.ideas import Idea, Support
from storage.tables.votes import Project
from tests.support.crowd import NOW, PLACE
from tests.support.election import close_and_propose, election, the_vote, vote, voter

TOLD = NOW + timedelta(days=9)
AGREES: dict[str, Any] = {"finding": release.AGREES, "referee": "naive", "winners": [], "why": None}
PICKS = (("1", "2"), ("1", "3"), ("2",), ("1",), ("3", "4"))


async def polled(database, picks=PICKS, **more):
    """An open vote in which so many people have voted: (id, staff, voters)."""
    async with database.writing() as session:
        id, staff = await election(session, **more)
        people = [await voter(session) for _ in picks]
        for person, marks in zip(people, picks, strict=True):
            await vote(session, id, person, *marks)
    return id, staff, people


async def count(database, id, now=TOLD - timedelta(days=1)):
    """Count a sealed vote as the job does."""
    async with database.writing() as session:
        sheet = await results.sheet(session, await the_vote(session, id))
        counted = tally.count(sheet.rules, sheet.projects, sheet.groups)
        await results.keep(session, id, counted, {}, now)


async def counted(database, picks=PICKS, **more):
    """Sealed and counted; the referee has not spoken."""
    id, staff, people = await polled(database, picks, **more)
    await close_and_propose(database, id, staff)
    await sealing.seal(database.writing, id)
    await count(database, id)
    return id, staff, people


async def idea_of(session, id, number, author, *supporters, place=PLACE):
    """The idea behind a project."""
    row = {
        "municipality_id": place,
        "author_id": author,
        "number": 900 + number,
        "title": f"{number}",
        "text": "?",
        "language": "ka",
        "category": "park",
        "process_id": id,
        "state": "admitted",
        "submitted_at": NOW,
    }
    idea = (await session.execute(insert(Idea).values(row).returning(Idea.id))).scalar_one()
    mine = (Project.process_id == id, Project.number == number)
    await session.execute(update(Project).where(*mine).values(idea_id=idea))
    rows = [{"idea_id": idea, "person_id": person, "at": NOW} for person in supporters]
    if rows:
        await session.execute(insert(Support), rows)
    return idea
