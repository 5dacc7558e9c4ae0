"""Monawile as it runs, with the measured dialogue for journeys and without a messenger's pace."""

import asyncio
import os
import signal
import tempfile
from dataclasses import replace
from pathlib import Path

from bot.channel import Limits
from bot.channels.telegram import LIMITS, Telegram, TelegramSettings
from bot.clock import SystemClock
from bot.delivery import Delivery
from bot.dispatch import Dispatcher
from bot.messages import Incoming, Outgoing
from bot.receive import Receiver
from bot.texts import Texts
from bot.turns import Turns
from storage.engine import Database
from storage.letters import Claimed
from storage.tables import Base
from tests.benchmarks.journey import journeys, locales


class Unpaced(Telegram):
    """Nobody waits for the platform: the load has no limits."""

    @property
    def limits(self) -> Limits:
        return replace(LIMITS, per_second=1e6, per_chat=1e6, chat_burst=1000)


async def nothing(*_: object) -> bytes:
    return b""


async def as_it_is(message: Outgoing) -> Outgoing:
    return message


async def always(session: object, letter: Claimed) -> bool:
    return True


async def no_photo(event: Incoming) -> str:
    return ""


async def no_welcome(event: Incoming) -> None:
    return None


async def main() -> None:
    clock = SystemClock()
    database = Database(os.environ["DATABASE_URL"])
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    settings = TelegramSettings(
        token=os.environ["TELEGRAM_TOKEN"], api_url=os.environ["TELEGRAM_API_URL"]
    )
    channel = Unpaced(settings, clock, nothing)
    with tempfile.TemporaryDirectory() as folder:
        turns = Turns(Texts(locales(Path(folder))), journeys(), {channel.bot: channel.limits})
    delivery = Delivery(channel, database, clock, as_it_is, always)
    dispatcher = Dispatcher(database, turns, clock, lambda _: delivery.wake(), no_photo)
    await channel.open(Receiver(database, clock, dispatcher.wake).receive, no_welcome)

    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    work = [asyncio.create_task(part.run()) for part in (channel, dispatcher, delivery)]
    await stop.wait()
    for task in work:
        task.cancel()
    await asyncio.gather(*work, return_exceptions=True)
    await delivery.close()
    await channel.close()
    await database.close()


if __name__ == "__main__":
    asyncio.run(main())
