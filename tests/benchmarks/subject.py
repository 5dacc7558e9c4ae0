"""Monawile as it runs, with the measured dialogue for journeys and without a messenger's pace."""

import asyncio
import os
import signal
import tempfile
from dataclasses import replace
from pathlib import Path

from pydantic import SecretStr

from bot.app import App, Parts, open_database, open_media
from bot.channel import Limits
from bot.channels.telegram import LIMITS, Telegram, TelegramSettings
from bot.clock import SystemClock
from bot.settings import Settings
from bot.texts import Texts
from storage.tables import Base
from tests.benchmarks.journey import journeys, locales
from tests.benchmarks.parts import Sampler


class Unpaced(Telegram):
    """Nobody waits for the platform: the load has no limits."""

    @property
    def limits(self) -> Limits:
        return replace(LIMITS, per_second=1e6, per_chat=1e6, chat_burst=1000)


async def build(folder: Path) -> App:
    """The whole house but its journeys, on an empty database."""
    settings = Settings(
        _env_file=None,
        database_url=os.environ["DATABASE_URL"],
        secret_key=SecretStr("a key for the benchmark, forty letters.."),
        vote_keys_dir=folder / "keys",
        data_dir=folder,
    )
    clock, database = SystemClock(), open_database(settings)
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    media = open_media(settings, database, clock)
    telegram = TelegramSettings(
        token=os.environ["TELEGRAM_TOKEN"], api_url=os.environ["TELEGRAM_API_URL"]
    )
    channel = Unpaced(telegram, clock, media.load)
    parts = Parts(journeys(), Texts(locales(folder / "locales")), [channel])
    return App(settings, clock, parts, media, database)


async def main() -> None:
    asked_to_stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, asked_to_stop.set)
    with tempfile.TemporaryDirectory() as folder:
        app = await build(Path(folder))
        sampler = Sampler.start_if_asked()
        await app.start()
        await asked_to_stop.wait()
        if sampler:
            sampler.write()
        await app.stop()


if __name__ == "__main__":
    asyncio.run(main())
