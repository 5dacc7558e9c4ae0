"""Migrations lead to exactly the tables of the code, and another schema is refused."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from storage import schema
from storage.engine import Database
from tests.support import databases

CATALOGUE = {
    "sqlite": "select name, sql from sqlite_master where sql is not null and name like '%'",
    "postgresql": """
        select table_name || '.' || column_name,
            concat_ws(' ', data_type, character_maximum_length, is_nullable, column_default)
        from information_schema.columns where table_schema = 'public'
        union all
        select conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
        from pg_constraint where connamespace = 'public'::regnamespace
        union all
        select indexname, indexdef from pg_indexes where schemaname = 'public'
    """,
}


@pytest.fixture
async def empty(database_url: str, tmp_path: Path) -> AsyncIterator[Database]:
    """A database beside the test's own, without any table."""
    if database_url.startswith("sqlite"):
        opened = Database(f"sqlite:///{tmp_path}/empty.db")
        yield opened
        await opened.close()
        return
    address = await databases.copy(
        databases.text(make_url(database_url).set(database="template1")),
        databases.sibling(database_url, "empty"),
    )
    opened = Database(address)
    yield opened
    await opened.close()
    await databases.drop(address)


async def described(database: Database) -> dict[str, str]:
    """Everything the engine knows of the schema, alembic's own table left out."""
    query = CATALOGUE[database.url.get_backend_name()]
    async with database.engine.connect() as connection:
        rows = (await connection.execute(text(query))).all()
    return {name: _even(said) for name, said in rows if "alembic" not in name}


def _even(said: str) -> str:
    """Without the order of constraints and the white space, which mean nothing."""
    parts = re.split(r",\s*\n|\(\s*\n|\n|, (?=\w+ [A-Z]{3})", said)
    return " ".join(sorted(" ".join(part.replace('"', "").split()) for part in parts))


async def test_migrations_make_the_tables_of_the_code(database: Database, empty: Database):
    await schema.upgrade(empty)
    made, meant = await described(empty), await described(database)
    assert made.keys() == meant.keys()
    assert {name: made[name] for name in made if made[name] != meant[name]} == {}


async def test_an_empty_database_is_refused_until_it_is_migrated(empty: Database):
    with pytest.raises(schema.WrongSchema, match="older"):
        await schema.check(empty)
    await schema.upgrade(empty)
    await schema.upgrade(empty)
    await schema.check(empty)


async def test_a_newer_schema_is_refused_and_left_alone(empty: Database):
    await schema.upgrade(empty)
    async with empty.writing() as session:
        await session.execute(text("update alembic_version set version_num = '9999'"))
    with pytest.raises(schema.WrongSchema, match="newer"):
        await schema.check(empty)
    with pytest.raises(schema.WrongSchema, match="newer"):
        await schema.upgrade(empty)


FIRST = (
    "insert into municipality (id, name, region, kind, main_language, time_zone, quiet_from,"
    " quiet_until, office_phone, process_kind, active, fictional) values ('here', '{}', '{}', 'x',"
    " 'ka', 'Asia/Tbilisi', '21:00:00', '09:00:00', '', 'civil', true, true)",
    "insert into person (id, language, name, created_at) values (7, 'ka', '', '2026-03-01 09:00')",
    "insert into process (id, municipality_id, kind, name, about, state, opens_at, closes_at,"
    " results_at, rules, identity, tie_seed, key_print, seal_step, ballots) values (1, 'here',"
    " 'civil', '{}', '{}', 'draft', '2026-03-01 09:00', '2026-03-02 09:00', '2026-03-03 09:00',"
    " '{}', 'phone', '', '', '', 0)",
    "insert into zone (process_id, code, name) values (1, '', '{}')",
    "insert into project (id, process_id, number, code, title, summary, cost, zone, category)"
    " values (3, 1, 1, '', '{}', '{}', '9', '', '')",
    "insert into idea (id, municipality_id, author_id, number, title, text, language, category,"
    " state, submitted_at) values (5, 'here', 7, 1, 'A', 'B', 'ka', 'road', 'submitted',"
    " '2026-03-01 09:00')",
    "insert into support (idea_id, person_id, at) values (5, 7, '2026-03-01 09:00')",
)


async def test_rows_of_the_first_schema_survive_the_second(empty: Database):
    await schema.upgrade(empty, "0001")
    async with empty.writing() as session:
        for row in FIRST:
            await session.execute(text(row))
    await schema.upgrade(empty)
    async with empty.writing() as session:
        joined = (
            "select project.exclusive, idea.zone, support.person_id from project"
            " join process on process.id = project.process_id join idea on idea.municipality_id"
            " = process.municipality_id join support on support.idea_id = idea.id"
        )
        assert (await session.execute(text(joined))).all() == [("", "", 7)]
        if empty.is_sqlite:
            assert (await session.execute(text("pragma foreign_key_check"))).all() == []
            assert (await session.execute(text("pragma foreign_keys"))).scalar_one() == 1
