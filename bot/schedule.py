"""What happens at its time.  APScheduler only ticks; the rows say what is due."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.campaigns import Campaigns
from bot.channel import Limits
from bot.clock import Clock
from bot.heartbeat import Heartbeat
from bot.journey import DueNow, DueWork, Tools
from storage import due, tidy
from storage.campaigns import CHUNK
from storage.due import DueRow, Outdated
from storage.engine import Database, savepoint

log = logging.getLogger(__name__)

PAUSE = 0.25  # seconds between two chunks of a campaign
LOOK_SECONDS = 1  # one indexed read; so short that a clock moved by hand is noticed at once
TIDY_EVERY = timedelta(hours=1)
ATTEMPTS = 14  # with the waits below: given up after about nine hours
FIRST_WAIT = timedelta(seconds=10)  # doubled at each failure
LONGEST_WAIT = timedelta(hours=1)
JOB_DEFAULTS = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}


class Schedule:
    """Works off what is due.  `sending()` is called when letters may have been written."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        due_work: Mapping[str, DueWork],
        tools: Tools,
        limits: Mapping[str, Limits],
        sending: Callable[[], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._due_work = due_work
        self._tools = tools
        self._sending = sending
        self._campaigns = Campaigns(database, clock, limits)
        self._scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=JOB_DEFAULTS)
        self._tidy_at = clock.now()
        self._busy = asyncio.Lock()
        self._heartbeat = Heartbeat(database, clock)
        self.counted: Counter[str] = Counter()

    async def start(self) -> None:
        """Begin to tick, at once: much may have fallen due while nobody worked."""
        at_once = {"next_run_time": datetime.now(UTC)}
        self._scheduler.add_job(self._guarded, "interval", seconds=LOOK_SECONDS, **at_once)
        self._scheduler.start()

    async def stop(self) -> None:
        """Tick no more; a row in work is finished."""
        if self._scheduler.running:
            self._scheduler.pause()
            async with self._busy:
                self._scheduler.shutdown(wait=False)

    async def tick(self) -> int:
        """One round of everything that is due now; how many rows and chunks were worked off."""
        async with self._busy:
            worked = await self._look()
            await self._tidy()
        return worked

    async def _guarded(self) -> None:
        """An error ends this tick and no other."""
        try:
            await self.tick()
        except Exception:
            self.counted["tick_failed"] += 1
            self._heartbeat.miss()
            log.exception("schedule: a tick failed")

    async def _look(self) -> int:
        """Due rows first, between any two chunks of a campaign too."""
        worked = 0
        await self._heartbeat.beat()
        while await self._work_off() or await self._expand():
            worked += 1
            self._sending()
            await self._heartbeat.beat()
        await self._campaigns.finish()
        return worked

    async def _expand(self) -> bool:
        """One chunk of a campaign; after a whole one people's own messages have their turn."""
        people = await self._campaigns.expand_chunk()
        if people == CHUNK:
            await asyncio.sleep(PAUSE)
        return people is not None

    async def _tidy(self) -> None:
        now = self._clock.now()
        if now < self._tidy_at:
            return
        async with self._database.writing() as session:
            await tidy.tidy(session, now)
        await self._tools.sweep()
        self._tidy_at = now + TIDY_EVERY

    async def _work_off(self) -> bool:
        """The earliest row and its consequence in one transaction; False if nothing is due."""
        now = self._clock.now()
        async with self._database.reading() as session:
            if not await due.any_due(session, now):
                return False
        async with self._database.writing() as session:
            rows = await due.claim_due(session, now, 1)
            for row in rows:
                state = await self._consequence(session, row, now)
                self.counted[state] += 1
                if state == "retry":
                    await due.retry_due(session, row.id, now + _wait(row.attempts))
                else:
                    await due.finish_due(session, row.id, state)
        return bool(rows)

    async def _consequence(self, session: Any, row: DueRow, now: datetime) -> str:
        """The state in which the row ends, or `retry`; of a failure nothing is written."""
        if row.useful_until is not None and row.useful_until <= now:
            return "outdated"
        try:
            async with savepoint(session):
                await self._due_work[row.kind](session, _now(row), self._tools)
        except Outdated:
            return "outdated"
        except Exception as error:
            # Only the type: the message of a database error may quote what a citizen wrote.
            log.error("schedule: %s %d failed: %s", row.kind, row.id, type(error).__name__)
            return "failed" if row.attempts + 1 >= ATTEMPTS else "retry"
        return "done"


def _now(row: DueRow) -> DueNow:
    return DueNow(
        row.id, row.kind, row.subject, row.person_id, row.occurrence, row.version, row.due_at
    )


def _wait(attempts: int) -> timedelta:
    return min(FIRST_WAIT * (1 << attempts), LONGEST_WAIT)
