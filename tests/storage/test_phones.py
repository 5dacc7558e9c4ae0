"""A shared number that another person has proven before."""

import pytest
from sqlalchemy import select

from storage import ballots
from storage.engine import secrets_of
from storage.phones import prove_phone
from storage.staff import grant
from storage.tables.people import Account, Person
from tests.support.crowd import NOW, PLACE
from tests.support.election import election, vote, voter

MINE, OTHER = "+995 599 12 34 56", "+995 599 65 43 21"


async def people(session):
    """Who has which account, and who has proven a number."""
    accounts = (await session.execute(select(Account.id, Account.person_id))).all()
    proven = select(Person.id).where(Person.phone_key.is_not(None)).order_by(Person.id)
    return accounts, (await session.execute(proven)).scalars().all()


async def test_a_number_of_staff_joins_nobody(database):
    async with database.writing() as session:
        await election(session, identity="phone")
        owner, other = await voter(session, MINE), await voter(session)
        await grant(session, owner, PLACE, "partner", NOW)
        before = await people(session)
        assert await prove_phone(session, other, MINE, NOW) is None
        assert await people(session) == before


async def test_people_stay_two_where_their_ballots_cannot_be_brought_together(database):
    async with database.writing() as session:
        id, _ = await election(session, identity="phone")
        owner, other = await voter(session, MINE), await voter(session, OTHER)
        await vote(session, id, owner, "1")
        await vote(session, id, other, "2")
        before = await people(session)
        next(secrets_of(session).vote_keys.iterdir()).unlink()
        with pytest.raises(ballots.Paused):
            await prove_phone(session, other, MINE, NOW)
        assert await people(session) == before
