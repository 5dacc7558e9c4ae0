"""Two processes on one PostgreSQL: what one writes, the other sends at once."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import text

from bot.app import App, Parts, open_media
from bot.clock import SystemClock
from bot.messages import Heard, Outgoing
from bot.settings import Settings
from storage.engine import Database
from tests.support.fake_channel import FakeChannel
from tests.support.house import ECHO, TEXTS

PATIENCE = 60  # real seconds
NEVER = 3600.0
LISTENERS = "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %'"


class Process:
    """What would be a process: it shares nothing with another one but the database."""

    def __init__(self, url: str, folder: Path) -> None:
        settings, clock = Settings(secret_key=SecretStr("k" * 40), data_dir=folder), SystemClock()
        database = Database(url)
        self.channel = FakeChannel()
        self.channel.before_send = self._sending
        self.sent: asyncio.Queue[str] = asyncio.Queue()
        parts = Parts(ECHO, TEXTS, [self.channel])
        media = open_media(settings, database, clock)
        self.app = App(settings, clock, parts, media, database)

    async def hear(self, chat: str) -> None:
        heard = self.channel.event(chat, self.app.clock.now(), Heard.TEXT, text="hello")
        await self.app.receive([heard])

    async def _sending(self, chat: str, message: Outgoing) -> None:
        self.sent.put_nowait(chat)


@pytest.fixture
async def two(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Process, Process]]:
    """The first holds the bot; neither looks into the outbox by itself."""
    if not database_url.startswith("postgres"):
        pytest.skip("on SQLite one process does everything")
    monkeypatch.setattr("bot.delivery.LOOK_SECONDS", NEVER)
    monkeypatch.setattr("storage.bell.AGAIN_SECONDS", 0.01)
    both = Process(database_url, tmp_path), Process(database_url, tmp_path)
    for process in both:
        await process.app.start()
    async with asyncio.timeout(PATIENCE):
        await both[0].app.bell.listens.wait()
    yield both
    for process in both:
        await process.app.stop()


async def test_the_holder_sends_at_once_what_another_wrote(two: tuple[Process, Process]) -> None:
    first, second = two
    assert second.app.deliveries["fake"].held is None
    await second.hear("a")
    async with asyncio.timeout(PATIENCE):
        assert await first.sent.get() == "a"
    assert second.sent.empty()


async def test_whose_connection_is_cut_listens_again(two: tuple[Process, Process]) -> None:
    first, second = two
    listens = first.app.bell.listens
    async with second.app.database.writing() as session:
        await session.execute(text(LISTENERS))
    async with asyncio.timeout(PATIENCE):
        while listens.is_set():
            await asyncio.sleep(0)
        await listens.wait()
        await second.hear("b")
        assert await first.sent.get() == "b"
