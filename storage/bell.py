"""Processes on one PostgreSQL ring for each other; on SQLite one process does everything."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from sqlalchemy import func, select

from storage.engine import Database

log = logging.getLogger(__name__)

CHANNEL = "monawile"
AGAIN_SECONDS = 5.0  # until another try, where the database does not let us listen or ring


class Bell:
    """`heard(bot)` when a process has written letters for a bot that it does not hold.

    A ring may get lost with a connection: whoever listens still has to look now and then.
    """

    def __init__(self, database: Database, heard: Callable[[str], None]) -> None:
        self._database = database
        self._heard = heard
        self._wanted: set[str] = set()
        self._rung = asyncio.Event()
        self.listens = asyncio.Event()

    def ring(self, bot: str) -> None:
        """Letters for a bot that another process holds have been written."""
        self._wanted.add(bot)
        self._rung.set()

    async def run(self) -> None:
        """Listen and ring until cancelled."""
        if self._database.is_sqlite:
            return
        async with asyncio.TaskGroup() as group:
            group.create_task(_again(self._listen))
            group.create_task(_again(self._ring))

    async def _listen(self) -> None:
        """Until the connection is gone."""
        gone = asyncio.Event()
        async with self._database.engine.connect() as connection:
            raw: Any = (await connection.get_raw_connection()).driver_connection
            raw.add_termination_listener(lambda _: gone.set())
            await raw.add_listener(CHANNEL, lambda *told: self._heard(told[-1]))
            self.listens.set()
            try:
                await gone.wait()
            finally:
                self.listens.clear()
                await connection.invalidate()  # it listens, which no other use of it should
        log.warning("bell: the connection is gone, listening anew")

    async def _ring(self) -> None:
        while True:
            await self._rung.wait()
            self._rung.clear()
            wanted, self._wanted = self._wanted, set()
            async with self._database.writing() as session:
                for bot in wanted:
                    await session.execute(select(func.pg_notify(CHANNEL, bot)))


async def _again(work: Callable[[], Any]) -> None:
    while True:
        try:
            await work()
        except Exception:
            log.exception("bell: the database refused, trying again")
        await asyncio.sleep(AGAIN_SECONDS)
