"""Slow work in a process of its own, kept at work by the one that serves.

What it computes slows no reply, and if it dies for want of memory the bot goes on.
"""

import asyncio
import json
import logging
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from bot.clock import Clock
from bot.dispatch import Dispatcher
from storage import jobs
from storage.engine import Database

log = logging.getLogger(__name__)

MODULE = "bot.commands.work"
ROOT = Path(__file__).parents[1]
AGAIN_SECONDS = 1.0  # until another is started, should it die at once
GRACE_SECONDS = 5.0  # for its end, when we end

NAME, WAKE, SENDING = "name", "wake", "sending"
"""What it tells, a line of JSON each: what it calls itself, which chat has a result, letters."""


class House(Protocol):
    """The parts that hear of its results."""

    clock: Clock
    database: Database
    dispatcher: Dispatcher

    def sending_all(self) -> None: ...


class WorkerProcess:
    """Keeps one process at work; `environment` holds its settings, if not our own."""

    def __init__(self, house: House, environment: Mapping[str, str] | None = None) -> None:
        self._house = house
        self._environment = {**(environment or os.environ), "PYTHONPATH": str(ROOT)}
        self.name = ""
        self.process: Process | None = None

    async def run(self) -> None:
        """Until cancelled.  The jobs of one that has died are done by the next."""
        while True:
            try:
                await self._work()
                log.error("jobs: the process of slow work has died, another one takes over")
                await self._release()
            except Exception:
                log.exception("jobs: no process of slow work, trying again")
            await asyncio.sleep(AGAIN_SECONDS)

    async def _work(self) -> None:
        """One process, from its start to its end."""
        command = (sys.executable, "-m", MODULE)
        self.process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, env=self._environment
        )
        try:
            assert self.process.stdout
            async for line in self.process.stdout:
                self._hear(*json.loads(line))
        finally:
            await _end(self.process)

    def _hear(self, what: str, *told: str) -> None:
        if what == NAME:
            [self.name] = told
        elif what == WAKE:
            bot, chat = told
            self._house.dispatcher.wake(bot, chat)
        else:
            self._house.sending_all()

    async def _release(self) -> None:
        async with self._house.database.writing() as session:
            await jobs.release(session, self.name, self._house.clock.now())


async def _end(process: Process) -> None:
    """It stops when nothing can come in any more."""
    assert process.stdin
    process.stdin.close()
    with suppress(TimeoutError):
        async with asyncio.timeout(GRACE_SECONDS):
            await process.wait()
    with suppress(ProcessLookupError):
        process.kill()
    await process.wait()
