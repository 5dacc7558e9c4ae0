"""Slow work: done off the turn, tried again, its result or its failure brought back."""

import json
from typing import Any

import pytest
from sqlalchemy import select

from bot.clock import VirtualClock
from bot.jobs import AGAIN, DEATHS, Workers
from storage import jobs
from storage.jobs import ATTEMPTS, LEASE
from storage.tables.mail import Inbox
from tests.support.crowd import NOW, municipality, resident

NO_TOOLS: Any = None


class Bench:
    """Job work that fails as often as it is told to."""

    def __init__(self):
        self.failures = 0
        self.calls = 0

    async def add(self, args, tools):
        self.calls += 1
        if self.calls <= self.failures:
            raise ValueError("not today")
        return {"sum": args["a"] + args["b"]}


@pytest.fixture
def bench():
    return Bench()


@pytest.fixture
def clock():
    return VirtualClock(NOW)


@pytest.fixture
def woken():
    return []


@pytest.fixture
def workers(database, clock, bench, woken):
    def wake(bot, chat):
        woken.append((bot, chat))

    return Workers(database, clock, {"add": bench.add}, NO_TOOLS, wake, lambda: None)


async def ask(database, kind="add", **more):
    async with database.writing() as session:
        await jobs.ask_for(session, kind, {"a": 2, "b": 3}, NOW, **more)


async def ask_in_chat(database, kind="add"):
    async with database.writing() as session:
        await municipality(session)
        person = await resident(session)
    await ask(database, kind, account_id=1, nonce="n1")
    return f"fake-{person}"


async def events(database):
    async with database.reading() as session:
        return list((await session.execute(select(Inbox.payload))).scalars())


async def test_a_result_comes_back_into_the_chat(database, workers, woken):
    chat = await ask_in_chat(database)
    assert await workers.drain() == 1
    [event] = await events(database)
    assert json.loads(event["text"]) == {"sum": 5}
    assert (event["heard"], event["nonce"]) == ("work", "n1")
    assert woken == [("fake", chat)]
    assert await workers.drain() == 0


async def test_a_failure_is_tried_again_later(database, workers, clock, bench):
    bench.failures = 1
    await ask(database)
    assert await workers.drain() == 1
    assert await workers.drain() == 0
    clock.move(AGAIN)
    await workers.drain()
    assert bench.calls == 2
    assert workers.counted == {"retry": 1, "done": 1}


async def test_after_the_last_attempt_the_chat_is_told(database, workers, clock, bench):
    bench.failures = ATTEMPTS
    await ask_in_chat(database)
    for attempt in range(1, ATTEMPTS + 1):
        await workers.drain()
        clock.move(AGAIN * attempt)
    [event] = await events(database)
    assert json.loads(event["text"]) == {"error": "ValueError"}
    assert bench.calls == ATTEMPTS


@pytest.mark.parametrize("broken", [False, True])
async def test_after_the_last_attempt_who_waits_for_a_letter_is_told(
    database, clock, bench, broken
):
    told = []

    async def lost(args, tools):
        told.append((bench.calls, args["a"]))
        if broken:
            raise OSError("no letter either")

    nothing = (NO_TOOLS, lambda *_: None, lambda: None)
    workers = Workers(database, clock, {"add": bench.add}, *nothing, {"add": lost})
    bench.failures = ATTEMPTS
    await ask(database)
    for _ in range(ATTEMPTS):
        assert told == []
        await workers.drain()
        clock.move(AGAIN * ATTEMPTS)
    assert told == [(ATTEMPTS, 2)] and workers.counted["failed"] == 1
    assert await workers.drain() == 0


async def test_unknown_work_fails_at_once(database, workers):
    await ask_in_chat(database, "of the next release")
    await workers.drain()
    [event] = await events(database)
    assert json.loads(event["text"]) == {"error": "KeyError"}


async def test_a_dead_workers_job_falls_due_again(database, workers, clock):
    await ask(database)
    async with database.writing() as session:
        assert await jobs.claim_job(session, "a worker that died", NOW)
    assert await workers.drain() == 0
    clock.move(LEASE)
    assert await workers.drain() == 1


async def test_a_job_that_takes_its_process_with_it_each_time_is_given_up(
    database, workers, clock, bench
):
    await ask_in_chat(database)
    for _ in range(DEATHS):
        async with database.writing() as session:
            assert await jobs.claim_job(session, "a worker that died", clock.now())
        clock.move(LEASE)
    assert await workers.drain() == 1
    [event] = await events(database)
    assert (json.loads(event["text"]), bench.calls) == ({"error": "died"}, 0)


async def test_work_that_takes_long_is_held(database, clock):
    await ask(database)
    async with database.writing() as session:
        job = await jobs.claim_job(session, "slow", NOW)
        assert job is not None
        await jobs.keep_job(session, job, "slow", NOW + LEASE)
        assert not await jobs.any_due(session, NOW + LEASE)
        assert await jobs.finish_job(session, job, "slow", {}, NOW) is None
        assert not await jobs.any_due(session, NOW + 3 * LEASE)


async def test_a_result_that_cannot_be_stored_is_a_failure_and_stops_no_worker(database, clock):
    async def odd(args, tools):
        return object()

    workers = Workers(database, clock, {"odd": odd}, NO_TOOLS, lambda *_: None, lambda: None)
    await ask(database, "odd")
    for _ in range(ATTEMPTS):
        assert await workers.drain() == 1
        clock.move(AGAIN * ATTEMPTS)
    assert workers.counted["failed"] == 1 and await workers.drain() == 0
