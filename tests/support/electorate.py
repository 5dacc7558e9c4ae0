"""A vote with an edition around it, by any proof of identity, with paper or without."""

from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from bot.civic.edition import Calendar, Edition, Paper
from storage import cards, register
from storage.conduct import By
from storage.engine import Database, is_busy
from storage.people import Conflict
from storage.proofs import Claimant
from storage.register import Row
from storage.tables.people import Account
from storage.tables.votes import Ballot, Electorate
from tests.support.crowd import NOW, PLACE, resident
from tests.support.election import election, the_vote

DAY = timedelta(days=1)
CALENDAR = Calendar(
    NOW - 60 * DAY, NOW - 40 * DAY, NOW - 10 * DAY, NOW, NOW + 7 * DAY, NOW + 9 * DAY
)
TRIES = 3


def edition(paper=Paper.NONE, **more):
    return Edition(CALENDAR, paper=paper, **more).to_json()


async def edition_vote(session, identity, paper=Paper.NONE, **more):
    """An open vote of five projects; (vote id, staff by role)."""
    return await election(session, identity=identity, edition=edition(paper), **more)


def personal(number):
    """The invented personal number of the voter with this number in the list."""
    return f"01{number:09}"


async def registered(session, id, count=12, **more):
    """A register of so many voters."""
    rows = [Row(number, "number", personal(number), **more) for number in range(1, count + 1)]
    await register.keep(session, id, rows, {}, NOW)


async def handed(session, id, by, count=4):
    """Cards that were given out; they begin with number 1."""
    made = await cards.make(session, id, count, "", NOW)
    await cards.hand(session, id, by, [card.serial for card in made])
    return made


def staff_by(staff, name="first", now=NOW):
    return By(staff[name], PLACE, now)


async def claimant(session, person=None, now=NOW):
    """Somebody before a chat."""
    person = person or await resident(session)
    query = select(Account.id).where(Account.person_id == person).order_by(Account.id)
    return Claimant(person, (await session.execute(query.limit(1))).scalar_one(), now)


async def voter_of(session, id, number, person=None):
    """A resident who has shown the personal number of this voter; and what came of it."""
    who = await claimant(session, person)
    vote = await the_vote(session, id)
    return who.person, await register.claim(session, vote, who, personal(number))


def again(database):
    """The same database through an engine of its own, as another process has it."""
    return Database(database.url.render_as_string(hide_password=False), secrets=database._secrets)


async def turn(database, work):
    """As a turn runs: once more after a deadlock."""
    for left in reversed(range(TRIES)):
        try:
            async with database.writing() as session:
                return await work(session)
        except (DBAPIError, Conflict) as error:
            if not left or (isinstance(error, DBAPIError) and not is_busy(error)):
                raise
    raise AssertionError


async def standing(database, id):
    """(ballots that count, void ballots, how the electorate stands by state)."""
    async with database.reading() as session:
        query = select(Ballot.void, func.count()).where(Ballot.process_id == id)
        ballots = {row[0]: row[1] for row in await session.execute(query.group_by(Ballot.void))}
        marks = select(Electorate.state, func.count()).where(Electorate.process_id == id)
        grouped = await session.execute(marks.group_by(Electorate.state))
        states = {row[0]: row[1] for row in grouped}
    return ballots.get(False, 0), ballots.get(True, 0), states
