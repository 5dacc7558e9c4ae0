"""The tick: each row once with its consequence, errors kept apart, ticks by the real scheduler."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.clock import MovableClock, VirtualClock
from bot.schedule import ATTEMPTS, Schedule
from storage import due, people
from storage.due import Outdated
from storage.tables.people import Account
from tests.support.crowd import NOW

HOUR = timedelta(hours=1)
WEEK = timedelta(days=7)


class NoTools:
    async def sweep(self):
        """There are no pictures."""


NO_TOOLS: Any = NoTools()


class Diary:
    """Due work that notes what it did, in memory and in the database."""

    def __init__(self):
        self.done = []
        self.broken = set()

    async def note(self, session, row, tools):
        await people.meet(session, "fake", row.subject, "ka", NOW)
        if row.subject in self.broken:
            raise RuntimeError("broken")
        self.done.append(row.subject)

    async def outdated(self, session, row, tools):
        await people.meet(session, "fake", row.subject, "ka", NOW)
        raise Outdated

    async def onward(self, session, row, tools):
        await due.plan(session, "note", "after", row.due_at)

    def work(self):
        return {"note": self.note, "outdated": self.outdated, "onward": self.onward}


@pytest.fixture
def diary():
    return Diary()


@pytest.fixture
def clock():
    return VirtualClock(NOW)


@pytest.fixture
def schedule(database, clock, diary):
    return Schedule(database, clock, diary.work(), NO_TOOLS, {}, lambda: None)


async def plan(database, *subjects, at=NOW, kind="note", **more):
    async with database.writing() as session:
        for subject in subjects:
            await due.plan(session, kind, subject, at, **more)


async def states(database, subject, kind="note"):
    async with database.reading() as session:
        return await due.due_states(session, kind, subject)


async def noted(database):
    """The subjects whose consequences were committed."""
    async with database.reading() as session:
        return sorted((await session.execute(select(Account.address))).scalars())


async def test_a_jump_of_the_clock_is_worked_off_in_order(database, schedule, clock, diary):
    await plan(database, "second", at=NOW + 2 * HOUR)
    await plan(database, "first", at=NOW + HOUR)
    await plan(database, "next week", at=NOW + WEEK)
    assert await schedule.tick() == 0
    clock.move(timedelta(days=2))
    await schedule.tick()
    await schedule.tick()
    assert diary.done == ["first", "second"]


async def test_what_a_row_plans_for_now_is_done_in_the_same_round(database, schedule, diary):
    await plan(database, "start", kind="onward")
    await schedule.tick()
    assert diary.done == ["after"]


async def test_an_error_stops_nobody_else_and_leaves_nothing_behind(
    database, schedule, clock, diary
):
    diary.broken = {"bad"}
    await plan(database, "bad", "good")
    await schedule.tick()
    assert (diary.done, await noted(database)) == (["good"], ["good"])
    assert schedule.counted == {"retry": 1, "done": 1}
    diary.broken.clear()
    await schedule.tick()
    assert diary.done == ["good"]  # not before its time
    clock.move(timedelta(seconds=10))
    await schedule.tick()
    assert diary.done == ["good", "bad"]


async def test_a_row_that_never_works_is_given_up(database, schedule, clock, diary):
    diary.broken = {"bad"}
    await plan(database, "bad")
    for _ in range(ATTEMPTS):
        await schedule.tick()
        clock.move(HOUR)
    assert await states(database, "bad") == {"failed": 1}
    assert schedule.counted == {"retry": ATTEMPTS - 1, "failed": 1}


async def test_a_kind_that_nobody_knows_is_tried_again(database, schedule):
    await plan(database, "early", kind="of the next release")
    await schedule.tick()
    assert await states(database, "early", "of the next release") == {"open": 1}


async def test_too_late_is_outdated(database, schedule, clock, diary):
    await plan(database, "reminder", useful_until=NOW + HOUR)
    clock.move(HOUR)
    await schedule.tick()
    assert diary.done == []
    assert await states(database, "reminder") == {"outdated": 1}


async def test_work_may_find_its_row_outdated(database, schedule):
    await plan(database, "moved", kind="outdated")
    await schedule.tick()
    assert await states(database, "moved", "outdated") == {"outdated": 1}
    assert await noted(database) == []


async def test_two_processes_keep_each_promise_once(database, clock, diary):
    await plan(database, *(str(number) for number in range(30)))
    both = [Schedule(database, clock, diary.work(), NO_TOOLS, {}, lambda: None) for _ in "ab"]
    await asyncio.gather(*(schedule.tick() for schedule in both))
    assert sorted(map(int, diary.done)) == list(range(30))


async def test_the_real_scheduler_follows_our_clock(database, diary):
    clock, done = MovableClock(), asyncio.Event()
    schedule = Schedule(database, clock, diary.work(), NO_TOOLS, {}, done.set)
    await plan(database, "in a week", at=clock.now() + WEEK)
    await plan(database, "now", at=clock.now())
    await schedule.start()
    try:
        async with asyncio.timeout(10):
            await done.wait()
        assert diary.done == ["now"]
        done.clear()
        clock.move(WEEK)
        async with asyncio.timeout(10):
            await done.wait()
        assert diary.done == ["now", "in a week"]
    finally:
        await schedule.stop()


async def test_a_tick_that_fails_is_not_the_last(database, diary, monkeypatch):
    done = asyncio.Event()
    schedule = Schedule(database, MovableClock(), diary.work(), NO_TOOLS, {}, done.set)
    await plan(database, "now")
    claim, calls = due.claim_due, []

    async def fails_once(*args):
        calls.append(args)
        if len(calls) == 1:
            raise OSError("no database")
        return await claim(*args)

    monkeypatch.setattr(due, "claim_due", fails_once)
    await schedule.start()
    try:
        async with asyncio.timeout(10):
            await done.wait()
    finally:
        await schedule.stop()
    assert (diary.done, schedule.counted["tick_failed"]) == (["now"], 1)
