"""A small vote with people who may vote in it, put straight into the tables."""

from datetime import timedelta

from sqlalchemy import update

from bot.civic.ballots import Rules
from storage import ballots, conduct, sealing, votes
from storage.ballots import Choices
from storage.conduct import By
from storage.phones import prove_phone
from storage.staff import grant
from storage.tables.votes import Process
from tests.support.crowd import NOW, PLACE, municipality, resident

TITLES = ("სკვერი", "განათება", "წყალსადენი", "ბიბლიოთეკა", "სპორტული მოედანი")
RULES = Rules(pots={"": 50_000}, most=3)


async def election(session, *, rules=RULES, identity="account", opens=NOW, **more):
    """A municipality and an open vote of five projects; (vote id, staff by role)."""
    await municipality(session)
    staff = {name: await resident(session) for name in ("first", "second", "partner")}
    for post, person in staff.items():
        role = "partner" if post == "partner" else "coordinator"
        await grant(session, person, PLACE, role, NOW)
    dates = {
        "opens_at": opens,
        "closes_at": opens + timedelta(days=7),
        "results_at": opens + timedelta(days=9),
    }
    name = {"ka": "სამოქალაქო ბიუჯეტი 2027", "en": "Civil budget 2027"}
    id = await votes.new_vote(
        session, PLACE, rules, name=name, identity=identity, **{**dates, **more}
    )
    rows = [
        {"number": number, "title": {"ka": title}, "cost": 10_000 * number}
        for number, title in enumerate(TITLES, 1)
    ]
    await votes.add_projects(session, id, rows)
    if "edition" in more:  # tests bring the register and the cards later
        await session.execute(update(Process).where(Process.id == id).values(state="announced"))
        await conduct.open_on_time(session, id, max(opens, NOW))
    else:
        await conduct.open_vote(session, id, By(staff["first"], PLACE, NOW))
    return id, staff


async def the_vote(session, id):
    """The vote, which is there."""
    found = await votes.find(session, id)
    assert found is not None
    return found


async def vote(session, id, person, *picks, at=NOW, zone=""):
    return await ballots.cast(session, id, person, Choices(picks, zone), at)


async def voter(session, phone=""):
    person = await resident(session)
    if phone:
        await prove_phone(session, person, phone, NOW)
    return person


AFTER = NOW + timedelta(days=7, minutes=1)


async def close_and_propose(database, id, staff):
    """To the moment when the second person has confirmed."""
    async with database.writing() as session:
        await conduct.close(session, id, AFTER)
        await conduct.propose_seal(session, id, By(staff["first"], PLACE, AFTER))
        await conduct.confirm_seal(session, id, By(staff["partner"], PLACE, AFTER))


async def seal(database, id, staff):
    await close_and_propose(database, id, staff)
    await sealing.seal(database.writing, id)
