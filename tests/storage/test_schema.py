"""Migrations lead to exactly the tables of the code, and another schema is refused."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from storage import due, interviews, meetings, schema, seats, survey_revisions, surveys
from storage.engine import Database
from tests.support import answered, databases

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


ASKED = (
    *FIRST[:2],
    "insert into survey (id, municipality_id, title, intro, state, anonymous, opens_at, closes_at,"
    " version) values (4, 'here', '{\"ka\": \"რა გვჭირდება?\"}', '{\"ka\": \"\"}', 'open', false,"
    " '2026-03-01 09:00', '2026-04-01 09:00', 0)",
    "insert into survey_question (id, survey_id, position, name, kind, label, hint, options,"
    " required, least, most) values"
    " (1, 4, 1, 'needs', 'many', '{\"ka\": \"რა?\"}', '{}',"
    ' \'[{"id": "road", "label": {"ka": "გზა"}}, {"id": "water", "label": {"ka": "წყალი"}}]\','
    " true, 0, 2),"
    " (2, 4, 2, 'walk', 'number', '{\"ka\": \"წუთი?\"}', '{}', '[]', false, 1, 180),"
    " (3, 4, 3, 'place', 'place', '{\"ka\": \"სად?\"}', '{\"ka\": \"აქ\"}', '[]', false, 0, null),"
    " (4, 4, 4, 'light', 'one', '{\"ka\": \"სინათლე?\"}', '{}',"
    ' \'[{"id": "good", "label": {"ka": "კარგი"}}]\', false, 0, null)',
    "insert into survey_response (id, survey_id, person_id, language, answered_at)"
    " values (9, 4, 7, 'ka', '2026-03-02 09:00')",
    "insert into survey_answer (response_id, question_id, value) values"
    " (9, 1, '[\"road\", \"water\"]'), (9, 2, '12'), (9, 3, '[41.7, 44.8]'),"
    " (9, 4, '\"dont-know\"')",
    "insert into survey_sheet (id, survey_id, language, answers) values"
    " ('a', 4, 'ka', '{\"needs\": [\"road\"], \"walk\": 5}')",
)


async def test_surveys_of_the_second_schema_become_forms(empty: Database):
    await schema.upgrade(empty, "0002")
    async with empty.writing() as session:
        for row in ASKED:
            await session.execute(text(row.replace(":", r"\:") if '"' in row else row))
    await schema.upgrade(empty)
    async with empty.reading() as session:
        found = await surveys.find(session, 4, 7)
        assert found is not None and found.answered
        asked = await interviews.interview(session, found)
        named, unnamed = await answered.every(session, 4)
    assert [item.kind for item in asked.form.items] == ["many", "integer", "place", "one"]
    needs, walk, place, _ = asked.form.items
    assert (needs.required, needs.most, walk.least, walk.most) == ("true()", "2", "1", "180")
    assert place.hint == {"ka": "აქ"}
    assert [option.id for option in asked.form.lists["needs"]] == ["road", "water"]
    assert named.values == {"needs": "road water", "walk": "12", "place": "41.7 44.8"}
    assert unnamed.values == {"needs": "road", "walk": "5"}


THIRD = (
    *FIRST[:2],
    *(
        "insert into survey (id, municipality_id, title, intro, state, anonymous, opens_at,"
        " closes_at, version, form, digest)"
        f" values ({id}, 'here', '{{}}', '{{}}', '{state}', false,"
        " '2026-03-01 09:00', '2026-04-01 09:00', 0, "
        '\'{"v": 1, "title": {}, "languages": ["ka"], "items": [{"name": "a", "kind": "text",'
        ' "label": {}}], "lists": {}}\', \'abc\')'
        for id, state in ((4, "open"), (5, "draft"))
    ),
    "insert into survey_response (id, survey_id, person_id, language, answered_at, answers)"
    " values (9, 4, 7, 'ka', '2026-03-02 09:00', '{\"a\": \"b\"}')",
    "insert into survey_sheet (id, survey_id, language, answers, assisted)"
    " values ('a', 4, 'ka', '{\"a\": \"c\"}', 'paper')",
)


async def test_answers_of_the_third_schema_are_to_the_first_form(empty: Database):
    await schema.upgrade(empty, "0003")
    async with empty.writing() as session:
        for row in THIRD:
            await session.execute(text(row.replace(":", r"\:") if '"' in row else row))
    await schema.upgrade(empty)
    async with empty.reading() as session:
        [first] = await survey_revisions.every(session, 4)
        assert (first.number, first.since) == (1, datetime(2026, 3, 1, 9, tzinfo=UTC))
        assert first.form == await surveys.form(session, 4)
        assert await survey_revisions.every(session, 5) == []
        told = {
            (one.revision, one.assisted): one.values for one in await answered.every(session, 4)
        }
        assert told == {(1, ""): {"a": "b"}, (1, "paper"): {"a": "c"}}
        found = await surveys.find(session, 4, 7)
        assert found is not None and (found.revision, found.answered) == (1, True)


SIGNED = (
    *FIRST[:2],
    "insert into person (id, language, name, created_at) values (8, 'ka', '', '2026-03-01 09:00')",
    "insert into meeting (id, municipality_id, title, place, starts_at, state, version, made_at)"
    " values (3, 'here', '{}', '{}', '2026-04-01 09:00', 'planned', 1, '2026-03-01 09:00')",
    "insert into signup (meeting_id, person_id, at) values (3, 8, '2026-03-02 09:00'),"
    " (3, 7, '2026-03-03 09:00')",
    "insert into due (kind, subject, person_id, occurrence, version, due_at, state, attempts)"
    " values ('meeting-reminder', '3', 7, 'day', 1, '2026-03-31 09:00', 'open', 0)",
)


async def test_whoever_had_signed_up_keeps_a_seat(empty: Database):
    await schema.upgrade(empty, "0003")
    async with empty.writing() as session:
        for row in SIGNED:
            await session.execute(text(row.replace(" 09:00'", " 09\\:00'")))
    await schema.upgrade(empty)
    async with empty.writing() as session:
        found = await meetings.find(session, 3)
        assert found is not None
        assert (found.reminders, found.agenda, found.lasts) == ([1440, 120], {}, 120)
        assert [(await seats.standing(session, 3, one)).seat for one in (8, 7)] == [1, 2]
        await seats.sign_up(session, 3, 7, found.made_at)
        assert await due.due_states(session, meetings.REMINDER, "3") == {"open": 2}
