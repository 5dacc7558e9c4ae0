"""Promises for a time: kept once, in order, moved, taken back."""

from datetime import timedelta

import pytest

from storage import due
from tests.support.crowd import NOW

HOUR = timedelta(hours=1)


async def claimed(database, now=NOW, limit=100):
    async with database.writing() as session:
        return await due.claim_due(session, now, limit)


async def test_rows_come_in_the_order_of_their_times(database):
    async with database.writing() as session:
        for subject, hours in (("late", 1), ("early", 3), ("not yet", -1)):
            await due.plan(session, "reminder", subject, NOW - hours * HOUR)
    assert [row.subject for row in await claimed(database)] == ["early", "late"]
    assert [row.subject for row in await claimed(database, limit=1)] == ["early"]


async def test_planning_again_moves_the_row(database):
    async with database.writing() as session:
        await due.plan(session, "reminder", "12", NOW, person_id=5, occurrence="day", version=1)
        await due.plan(
            session, "reminder", "12", NOW + HOUR, person_id=5, occurrence="day", version=2
        )
    assert await claimed(database) == []
    [row] = await claimed(database, NOW + HOUR)
    assert (row.version, row.due_at) == (2, NOW + HOUR)


async def test_a_kept_promise_is_not_kept_twice(database):
    async with database.writing() as session:
        await due.plan(session, "reminder", "12", NOW, version=1)
        [row] = await due.claim_due(session, NOW, 1)
        await due.finish_due(session, row.id, "done")
        await due.plan(session, "reminder", "12", NOW, version=1)
    assert await claimed(database) == []
    async with database.writing() as session:
        await due.plan(session, "reminder", "12", NOW, version=2)
    assert len(await claimed(database)) == 1


async def test_taking_back_is_for_one_person_or_for_all(database):
    async with database.writing() as session:
        for person in (1, 2, 3):
            await due.plan(session, "reminder", "12", NOW, person_id=person)
        await due.plan(session, "reminder", "13", NOW, person_id=1)
        await due.cancel(session, "reminder", "12", person_id=2)
        assert await due.due_states(session, "reminder", "12") == {"open": 2}
        await due.cancel(session, "reminder", "12")
    assert [row.subject for row in await claimed(database)] == ["13"]


async def test_a_failed_row_waits_and_keeps_its_time(database):
    async with database.writing() as session:
        await due.plan(session, "reminder", "12", NOW)
        [row] = await due.claim_due(session, NOW, 1)
        await due.retry_due(session, row.id, NOW + HOUR)
    assert await claimed(database) == []
    [row] = await claimed(database, NOW + HOUR)
    assert (row.attempts, row.due_at) == (1, NOW)


async def test_two_processes_never_hold_the_same_row(database):
    if database.is_sqlite:
        pytest.skip("SQLite has one writer at a time")
    async with database.writing() as session:
        for subject in "abc":
            await due.plan(session, "reminder", subject, NOW)
    async with database.writing() as one, database.writing() as other:
        first = await due.claim_due(one, NOW, 2)
        second = await due.claim_due(other, NOW, 2)
    assert [row.subject for row in first + second] == ["a", "b", "c"]
