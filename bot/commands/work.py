"""The process of slow work, started by `serve`: `python -m bot.commands.work`.

It ends with its standard input, so that it never outlives the bot, and tells on standard output
what it has done (see bot.working).
"""

import asyncio
import json
import os
import signal
import sys
from contextlib import suppress
from typing import TextIO

import handlers
from bot import logs
from bot.app import open_database, open_media
from bot.clock import SystemClock
from bot.commands.serve import secrets_of
from bot.exchange.apart import YIELDING
from bot.jobs import Workers
from bot.pictures import charts, histogram  # noqa: F401  # what the first chart would wait for
from bot.settings import Settings, read_settings
from bot.texts import Texts
from bot.tools import WorkTools
from bot.working import NAME, SENDING, WAKE


def main() -> None:
    """Do jobs until told to stop."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # they are for the bot, which then ends us
    os.nice(YIELDING)
    settings = read_settings()
    logs.set_up(settings.log_format, secrets_of(settings))
    out, sys.stdout = sys.stdout, sys.stderr  # so that nothing else gets in between
    asyncio.run(_work(settings, Line(out)))


class Line:
    """The way to the bot."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def tell(self, *told: str) -> None:
        with suppress(BrokenPipeError):  # it has died, and we shall notice
            self._out.write(json.dumps(told) + "\n")
            self._out.flush()

    def wake(self, bot: str, chat: str) -> None:
        self.tell(WAKE, bot, chat)

    def sending(self) -> None:
        self.tell(SENDING)


async def _work(settings: Settings, line: Line) -> None:
    clock, database = SystemClock(), open_database(settings)
    tools = WorkTools(database, Texts(strict=False), clock, open_media(settings, database, clock))
    told = line.wake, line.sending
    workers = Workers(database, clock, handlers.job_work(), tools, *told, handlers.lost_work())
    line.tell(NAME, workers.name)
    tasks = [asyncio.create_task(work) for work in (workers.run(), _until_told())]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await database.close()


async def _until_told() -> None:
    """Wait for the end of standard input."""
    reader = asyncio.StreamReader()
    pipe = asyncio.StreamReaderProtocol(reader)
    await asyncio.get_running_loop().connect_read_pipe(lambda: pipe, sys.stdin)
    await reader.read()


if __name__ == "__main__":
    main()
