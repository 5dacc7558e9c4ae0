"""The process of slow work: it works, it is replaced when it dies, it never outlives the bot."""

import asyncio
import os
import signal
from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.clock import SystemClock
from bot.working import WorkerProcess
from storage import jobs
from storage.tables.work import Job
from tests.support.crowd import municipality, resident

PATIENCE = 60  # seconds, on a machine that does other things too


class House:
    """Hears what the process has done."""

    def __init__(self, database):
        self.clock, self.database, self.dispatcher = SystemClock(), database, self
        self.heard: asyncio.Queue[object] = asyncio.Queue()

    def wake(self, bot, chat):
        self.heard.put_nowait((bot, chat))

    def sending_all(self):
        self.heard.put_nowait("letters")


@pytest.fixture
async def house(database):
    async with database.writing() as session:
        await municipality(session)
        await resident(session)
    return House(database)


@pytest.fixture
async def worker(house, database_url, tmp_path):
    """A process at work, stopped in the end as the bot stops it."""
    settings = {
        "DATABASE_URL": database_url,
        "SECRET_KEY": "a key for tests, forty characters long...",
        "DATA_DIR": str(tmp_path),
        "VOTE_KEYS_DIR": str(tmp_path / "vote-keys"),
    }
    worker = WorkerProcess(house, {**os.environ, **settings})
    running = asyncio.create_task(worker.run())
    while worker.process is None:
        await asyncio.sleep(0)
    yield worker
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    assert worker.process.returncode is not None


async def ask(house, claimed_by=""):
    """A job that nobody knows how to do: it ends at once, and a chat hears of it."""
    async with house.database.writing() as session:
        now = house.clock.now()
        await jobs.ask_for(session, "unheard of", {}, now, account_id=1, nonce="n")
        if claimed_by:
            await jobs.claim_job(session, claimed_by, now)


async def heard(house):
    async with asyncio.timeout(PATIENCE):
        return await house.heard.get(), await house.heard.get()


async def states(house):
    async with house.database.reading() as session:
        return list((await session.execute(select(Job.state))).scalars())


async def test_it_is_heard_at_once_and_what_it_held_when_killed_is_done_by_the_next(house, worker):
    await ask(house)
    (_bot, chat), letters = await heard(house)
    assert chat.startswith("fake-") and letters == "letters"
    await ask(house, claimed_by=worker.name)
    first = worker.process
    first.send_signal(signal.SIGKILL)
    await heard(house)
    assert worker.process is not first and first.returncode == -signal.SIGKILL
    assert await states(house) == ["failed", "failed"]


async def test_what_somebody_else_holds_is_not_released(database):
    async with database.writing() as session:
        now = SystemClock().now()
        await jobs.ask_for(session, "unheard of", {}, now)
        await jobs.claim_job(session, "another", now)
        await jobs.release(session, "dead", now)
        await jobs.release(session, "", now)
        assert await jobs.claim_job(session, "third", now) is None
        assert await jobs.claim_job(session, "third", now + timedelta(minutes=6))


async def test_it_ends_with_the_bot_and_not_by_a_signal_that_is_for_the_bot(house, worker):
    process = worker.process
    await ask(house)
    await heard(house)
    process.terminate()  # as systemd does to all processes of a service at once
    await ask(house)
    await heard(house)
    process.stdin.close()  # as the system does when the bot is killed
    async with asyncio.timeout(PATIENCE):
        assert await process.wait() == 0
