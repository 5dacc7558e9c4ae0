"""`serve` at work as its own process: it finishes what it took, also when it is told to stop."""

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.simulator.phone import Phone
from bot.simulator.server import Simulator
from storage.engine import Database
from storage.tables.mail import Inbox
from tests.commands.conftest import Env
from tests.support.serving import Process

EACH = 10


@pytest.fixture
async def serving(tmp_path: Path, both: Env) -> AsyncIterator[Process]:
    process = await serve(tmp_path, both)
    yield process
    process.kill()


async def serve(folder: Path, settings: Env) -> Process:
    process = Process(folder, settings, "serve")
    await process.holds(2, settings["PUBLIC_URL"])
    return process


async def taken(url: str, events: int) -> None:
    """Wait until so many events are stored."""
    database, found = Database(url), 0
    async with asyncio.timeout(20):
        while found < events:
            async with database.reading() as session:
                query = select(func.count()).select_from(Inbox)
                found = (await session.execute(query)).scalar_one()
    await database.close()


def phones(simulator: Simulator) -> list[Phone]:
    half = range(EACH)
    return [
        *(simulator.telegram.phone(f"ნინო {number}") for number in half),
        *(simulator.viber.phone(f"გია {number}") for number in half),
    ]


async def test_told_to_stop_with_twenty_updates_in_work_it_answers_them_all(
    simulator: Simulator, both: Env, serving: Process
):
    people = phones(simulator)
    for person in people[:EACH]:
        await person.start()
    for person in people[EACH:]:
        await person.say("გამარჯობა")
    await taken(both["DATABASE_URL"], 2 * EACH)
    serving.stop(signal.SIGTERM)
    ended = await serving.ended()
    assert ended.code == 0, ended.err
    assert [len(person.screen()) for person in people] == [1] * 2 * EACH
    assert "Traceback" not in ended.err
    assert not simulator.complaints


async def test_telegram_by_webhook(tmp_path: Path, simulator: Simulator, both: Env):
    hooked = {**both, "TELEGRAM_MODE": "webhook", "TELEGRAM_WEBHOOK_SECRET": "knock-knock"}
    process = await serve(tmp_path, hooked)
    nino = simulator.telegram.phone("ნინო")
    await nino.start()
    await nino.heard()
    assert simulator.telegram.updates.hook is not None
    assert simulator.telegram.updates.hook.error == ""
    process.stop(signal.SIGINT)
    assert (await process.ended()).code == 0
