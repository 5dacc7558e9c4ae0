"""One process at a time holds a bot: a lease that is renewed, with a fencing number."""

import asyncio
import logging
from datetime import timedelta
from secrets import token_hex

from bot.clock import Clock
from storage import letters
from storage.engine import Database
from storage.letters import Held

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=15)  # renewed at a third of it


class Hold:
    """This process's hold on one bot."""

    def __init__(self, bot: str, database: Database, clock: Clock) -> None:
        self._bot = bot
        self._database = database
        self._clock = clock
        self._holder = token_hex(8)
        self._until = 0.0
        self.held: Held | None = None
        self.since = clock.now()

    async def keep(self) -> None:
        """Take and renew it until cancelled."""
        while True:
            try:
                await self.take()
            except Exception:
                log.exception("delivery: %s could not be held, trying again", self._bot)
            await asyncio.sleep(LEASE.total_seconds() / 3)

    async def take(self) -> bool:
        """Become or stay the one process that sends for this bot."""
        began = asyncio.get_running_loop().time()
        async with self._database.writing() as session:
            held = await letters.hold(session, self._bot, self._holder, self._clock.now(), LEASE)
            if held and (self.held is None or held.fence != self.held.fence):
                taken = await letters.release_all(session, held)
                self.since = self._clock.now()
                log.info("delivery: %s held, %d letters taken over", self._bot, taken)
        self.held = held
        self._until = began + LEASE.total_seconds()
        return held is not None

    def surely(self) -> Held | None:
        """The hold, if the last renewal is younger than the lease: else it may be another's."""
        return self.held if asyncio.get_running_loop().time() < self._until else None

    async def let_go(self) -> None:
        """Let another process take over at once."""
        if self.held:
            async with self._database.writing() as session:
                await letters.let_go(session, self.held)
            self.held = None
