"""Whose what is: nothing in the database that names a person is forgotten."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import func, insert, select, update

from storage import belongings, demo, linking, people, privacy, staff
from storage.base import Base
from storage.demo.place import DEMO, NAME
from storage.engine import Database
from storage.tables.ideas import Idea, Support
from storage.tables.people import Account, Draft, Person, Role
from storage.tables.surveys import SurveyResponse
from storage.tables.work import Due
from tests.support.crowd import municipality, resident

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


def test_every_column_that_names_a_person_stands_in_a_list():
    listed = {
        f"{column.class_.__tablename__}.{column.key}"
        for column in (*belongings.ONCE, *belongings.OFTEN, *belongings.VOTES)
    }
    naming = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if any(key.column.table.name == "person" for key in column.foreign_keys)
        or column.name == "person_id"
    }
    assert naming - listed == set()
    assert listed - naming == set()


@pytest.fixture
async def filled(database: Database) -> Database:
    async with database.writing() as session:
        await demo.fill(session, NOW)
    return database


async def some(database: Database) -> tuple[int, int]:
    """The author of an idea who supports others and has answered, and another such person."""
    async with database.reading() as session:
        query = select(Idea.author_id).distinct().order_by(Idea.author_id).limit(2)
        first, second = (await session.execute(query)).scalars().all()
    return first, second


async def number(database: Database, *conditions: Any, table: Any) -> int:
    async with database.reading() as session:
        query = select(func.count()).select_from(table).where(*conditions)
        return int((await session.execute(query)).scalar_one())


async def test_two_people_become_one_and_have_everything_once(filled: Database):
    kept, gone = await some(filled)
    ideas = await number(filled, Idea.author_id.in_((kept, gone)), table=Idea)
    async with filled.writing() as session:
        for person in (kept, gone):
            for script in ("idea", f"only-{person}"):
                await people.new_draft(session, person, script, "", {"of": person}, NOW)
            row = {"kind": "remind", "subject": "meeting:1", "due_at": NOW, "person_id": person}
            await session.execute(insert(Due).values(row))
        await staff.grant(session, gone, DEMO, staff.PARTNER, NOW)
        code = await linking.new_link(session, kept, NOW)
        assert await linking.bring(session, code, gone, NOW)
    assert await number(filled, Idea.author_id == kept, table=Idea) == ideas
    assert await number(filled, Draft.person_id == kept, table=Draft) == 3
    assert await number(filled, Due.person_id == kept, table=Due) == 1
    assert await number(filled, Role.person_id == kept, table=Role) >= 1
    assert await number(filled, SurveyResponse.person_id == kept, table=SurveyResponse) == 1
    for table in (Draft, Due, Role, Support, SurveyResponse):
        assert await number(filled, table.person_id == gone, table=table) == 0
    assert (
        await number(filled, Person.id == gone, Person.deleted_at.is_not(None), table=Person) == 1
    )


async def test_what_only_one_has_told_is_true_of_both(filled: Database):
    gone, _ = await some(filled)
    async with filled.writing() as session:
        kept, _ = await people.meet(session, "telegram", "900", "ka", NOW)
        told = update(Person).where(Person.id == gone).values(phone_key="a" * 64)
        await session.execute(told)
        code = await linking.new_link(session, kept, NOW)
        assert await linking.bring(session, code, gone, NOW)
    async with filled.reading() as session:
        profile = (await privacy.everything(session, kept)).profile
    assert profile.municipality == NAME
    assert profile.phone
    assert profile.consent is not None


async def test_a_deleted_person_is_a_number(filled: Database):
    person, _ = await some(filled)
    ideas = await number(filled, Idea.author_id == person, table=Idea)
    async with filled.writing() as session:
        await belongings.empty(session, person, NOW)
        await belongings.begin_anew(session, person, NOW)
    async with filled.reading() as session:
        found = await privacy.everything(session, person)
    assert found.profile.municipality is None
    assert found.profile.consent is None
    assert (found.accounts, found.posts, found.supports, found.drafts) == ([], [], [], 0)
    assert len(found.ideas) == ideas


async def test_a_code_brings_one_chat_only(database):
    async with database.writing() as session:
        await municipality(session)
        owner, first, other = [await resident(session) for _ in range(3)]
        code = await linking.new_link(session, owner, NOW)
        assert await linking.bring(session, code, first, NOW)
        assert not await linking.bring(session, code, other, NOW)
        query = select(Account.id).where(Account.person_id == owner)
        assert len((await session.execute(query)).all()) == 2
