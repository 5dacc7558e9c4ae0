"""Slow work, off the turn: claimed as a row, done here, its result brought back into the chat."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import timedelta
from secrets import token_hex
from typing import Any

from bot.clock import Clock
from bot.journey import JobWork, Tools
from storage import jobs
from storage.engine import Database
from storage.jobs import ATTEMPTS, LEASE, Claimed

log = logging.getLogger(__name__)

LOOK_SECONDS = 0.5  # somebody may be waiting in a chat
AT_ONCE = 2  # jobs of one process; the heavy part of each runs in a thread
AGAIN = timedelta(seconds=20)  # times the attempts so far
DEATHS = 10  # a job this often begun and never ended takes the process with it
KEEP_SECONDS = LEASE.total_seconds() / 3


class Workers:
    """Does jobs, each at least once: after a crash a job is done again.

    `wake(bot, chat)` when a result has come into a chat, `sending()` when letters may be waiting.
    `lost` tells whoever waits for a letter that a kind of job was given up.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        job_work: Mapping[str, JobWork],
        tools: Tools,
        wake: Callable[[str, str], None],
        sending: Callable[[], None],
        lost: Mapping[str, JobWork] | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._job_work = job_work
        self._tools = tools
        self._wake = wake
        self._sending = sending
        self._lost = lost or {}
        self.name = token_hex(8)
        self._running: set[int] = set()
        self.counted: Counter[str] = Counter()

    async def run(self) -> None:
        """Work until cancelled.  A job that is cut off falls due again when its lease ends."""
        async with asyncio.TaskGroup() as group:
            for _ in range(AT_ONCE):
                group.create_task(self._work_on())

    async def drain(self) -> int:
        """Do all jobs that are due now; how many."""
        done = 0
        while await self._next():
            done += 1
        return done

    async def _work_on(self) -> None:
        while True:
            try:
                worked = await self._next()
            except Exception:
                log.exception("jobs: the database refused, trying again")
                worked = False
            if not worked:
                await asyncio.sleep(LOOK_SECONDS)

    async def _next(self) -> bool:
        """Do the oldest due job; False if there is none."""
        now = self._clock.now()
        async with self._database.reading() as session:
            if not await jobs.any_due(session, now):
                return False
        async with self._database.writing() as session:
            job = await jobs.claim_job(session, self.name, now)
        if job is None or job.id in self._running:  # a lease ends early when a clock is moved
            return False
        self._running.add(job.id)
        try:
            await self._do(job)
        finally:
            self._running.discard(job.id)
        return True

    async def _do(self, job: Claimed) -> None:
        if job.attempts > DEATHS:
            log.error("jobs: %s %d never ended in %d tries", job.kind, job.id, DEATHS)
            await self._give_up(job, "died")
            return
        keeping = asyncio.create_task(self._keep(job))
        try:
            result = await self._job_work[job.kind](job.args, self._tools)
            await self._finish(job, result)
        except Exception as error:
            log.error("jobs: %s %d failed: %s", job.kind, job.id, type(error).__name__)
            await self._failed(job, type(error).__name__)
        finally:
            keeping.cancel()
            with suppress(asyncio.CancelledError):
                await keeping
        self._sending()

    async def _failed(self, job: Claimed, why: str) -> None:
        """Try again later; after the last attempt whoever waits is told."""
        if job.kind not in self._job_work or job.attempts >= ATTEMPTS:
            await self._give_up(job, why)
            return
        self.counted["retry"] += 1
        async with self._database.writing() as session:
            until = self._clock.now() + AGAIN * job.attempts
            await jobs.put_off(session, job, self.name, until)

    async def _give_up(self, job: Claimed, why: str) -> None:
        """A script that waits gets the reason as its result; others have to be written to."""
        try:
            if job.kind in self._lost:
                await self._lost[job.kind](job.args, self._tools)
        except Exception:
            log.exception("jobs: nobody could be told of %s %d", job.kind, job.id)
        await self._finish(job, {"error": why}, failed=True)
        self._sending()

    async def _finish(self, job: Claimed, result: Any, *, failed: bool = False) -> None:
        async with self._database.writing() as session:
            now = self._clock.now()
            woken = await jobs.finish_job(session, job, self.name, result, now, failed=failed)
        self.counted["failed" if failed else "done"] += 1
        if woken:
            self._wake(*woken)

    async def _keep(self, job: Claimed) -> None:
        """Hold on to a job that takes longer than the lease."""
        while True:
            await asyncio.sleep(KEEP_SECONDS)
            with suppress(Exception):  # there is time for another try before the lease ends
                async with self._database.writing() as session:
                    await jobs.keep_job(session, job, self.name, self._clock.now())
