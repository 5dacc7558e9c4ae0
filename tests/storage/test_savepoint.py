"""A savepoint takes back what was written inside it, whichever way it was written."""

import pytest
from sqlalchemy import func, select

from storage import people
from storage.engine import savepoint
from storage.tables.people import Person
from tests.support.crowd import NOW


async def test_writes_past_the_orm_are_taken_back_too(database):
    async with database.writing() as session:
        await people.meet(session, "fake", "before", "ka", NOW)
        with pytest.raises(LookupError):
            async with savepoint(session):
                await people.meet(session, "fake", "inside", "ka", NOW)
                raise LookupError
        await people.meet(session, "fake", "after", "ka", NOW)
    async with database.reading() as session:
        assert (await session.execute(select(func.count(Person.id)))).scalar_one() == 2
