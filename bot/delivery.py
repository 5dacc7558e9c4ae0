"""Drains one bot's outbox: hold the bot, claim, pace, send, mark."""

import asyncio
import logging
from contextlib import suppress
from datetime import timedelta
from secrets import token_hex

from bot.channel import Channel
from bot.clock import Clock
from bot.holding import Hold
from bot.marks import Marks, Outcome
from bot.sending import Claim, Ready, Sender
from bot.together import batches
from bot.weeding import Fresh, weed
from storage import digests, letters
from storage.engine import Database
from storage.letters import Claimed, Held, Wanted
from storage.tables.mail import BULK, REPLY

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)  # of a claimed letter; a send times out long before
LOOK_SECONDS = 1.0  # how often the outbox is read when nobody wakes us
GATHER_SECONDS = 0.04  # between two claims under load: one claim of many costs as much as of one
AT_WORK = 120  # answers claimed at a time, and as many other letters where each is a call


class Delivery:
    """Sends one bot's letters, at least once: a crash within one batch of marks may repeat them."""

    def __init__(
        self, channel: Channel, database: Database, clock: Clock, ready: Ready, fresh: Fresh
    ) -> None:
        self.bot = channel.bot
        self._database = database
        self._clock = clock
        self._ready = ready
        self._fresh = fresh
        self._hold = Hold(channel.bot, database, clock)
        self._marks = Marks(database, clock, self._marked)
        self._sender = Sender(channel, clock, self._marks, self._hold.surely)
        self.pacer, self.breaker = self._sender.pacer, self._sender.breaker
        quarter = int(channel.limits.per_second * LEASE.total_seconds() / 4)
        self._most = min(quarter, max(AT_WORK, channel.limits.broadcast))
        self._awake = asyncio.Event()
        self._sending: dict[asyncio.Task[None], list[Claimed]] = {}
        self._unsure: set[str] = set()  # claims that may or may not have been committed
        self.counted = self._marks.counted
        self._closing = False

    @property
    def held(self) -> Held | None:
        """Our hold on the bot."""
        return self._hold.held

    @property
    def mute(self) -> timedelta:
        """For how long nothing could be sent, or was to be; zero while another process sends."""
        if self.held is None:
            return timedelta(0)
        return self._clock.now() - max(self._sender.answered_at, self._hold.since)

    def wake(self) -> None:
        """There is something in the outbox."""
        self._awake.set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._hold.keep())
            group.create_task(self._deliver())

    async def take_hold(self) -> bool:
        """Become or stay the one process that sends for this bot."""
        return await self._hold.take()

    async def close(self) -> None:
        """Finish what the messenger has in hand, write the marks, let the bot go.

        What still waits for its slot stays claimed, and the next holder takes it over.
        """
        self._closing = True
        for task in self._sending.keys() - self._sender.flying:
            task.cancel()
        await self._landed()
        await self._hold.let_go()

    async def settle(self) -> None:
        """Wait until nothing is due, in flight or unmarked; for tests and rehearsals.

        Returns as well when it turns out that the bot cannot send.
        """
        trips = self.breaker.trips
        await self._landed()
        while self.breaker.trips == trips and await self._round():
            await self._landed()

    async def _landed(self) -> None:
        while self._sending:
            await asyncio.wait(self._sending)
        await self._marks.write()

    async def _deliver(self) -> None:
        while not self._closing:
            self._awake.clear()
            try:
                claimed = await self._round()
            except Exception:
                log.exception("delivery: a round failed, trying again")
                claimed = []
            if any(letter.lane == REPLY for letter in claimed):
                await asyncio.sleep(GATHER_SECONDS)
            elif not claimed:
                with suppress(TimeoutError):
                    async with asyncio.timeout(LOOK_SECONDS):
                        await self._awake.wait()

    def _marked(self, *, answers: bool) -> None:
        """Marks are written: behind an answer another may wait, and there may be room again."""
        if answers or self._room()[1] == BULK:
            self.wake()

    async def _round(self) -> list[Claimed]:
        """Claim what can be sent soon and start sending it."""
        if wait := self.pacer.held_for():
            await self._clock.sleep(wait)
        held, (room, lane) = self._hold.surely(), self._room()
        if held is None or not room:
            return []
        claim = Claim(token_hex(8), held, self.breaker.trips)
        claimed, ended = await self._claim(claim, room, lane)
        for letter in claimed:
            if (state := ended.get(letter.id)) and state != digests.GATHERED:
                self._marks.add(letter, claim.token, Outcome(state, state))
        self._start([letter for letter in claimed if letter.id not in ended], claim)
        return claimed

    def _room(self) -> tuple[int, int]:
        """How many letters to claim, up to which lane: a full outbox keeps no answer waiting.

        Never more than can be sent within a quarter of the lease.
        """
        if self.breaker.open:
            return int(not self._sending), BULK  # a single letter tries
        answers = sum(batch[0].lane == REPLY for batch in self._sending.values())
        others = sum(len(batch) for batch in self._sending.values()) - answers
        free = self._most - others
        if free > self._most // 4:  # many at a time: a claim costs more than a letter
            return free, BULK
        return max(0, AT_WORK - answers), REPLY

    async def _claim(
        self, claim: Claim, room: int, lane: int
    ) -> tuple[list[Claimed], dict[int, str]]:
        """Letters of ours, and which of them end, or are put aside, without being sent."""
        unsure, self._unsure = self._unsure, set()
        try:
            async with self._database.writing() as session:
                await letters.release(session, claim.held, unsure)
                now = self._clock.now()
                wanted = Wanted(claim.token, now, now + LEASE, lane, room)
                claimed = await letters.claim(session, claim.held, wanted)
                ended = await weed(session, claimed, self._fresh, now) if claimed else {}
                fit = [letter for letter in claimed if letter.id not in ended]
                aside = await digests.gather(session, fit, now)
                ended |= dict.fromkeys(aside, digests.GATHERED)
        except BaseException:
            # A connection lost during the commit leaves it open whether they are claimed.
            self._unsure |= {*unsure, claim.token}
            raise
        return claimed, ended

    def _start(self, claimed: list[Claimed], claim: Claim) -> None:
        sender = self._sender
        for batch in batches(claimed, sender.together, self.pacer.may_get):
            task = asyncio.create_task(sender.send(batch, claim, self._ready))
            self._sending[task] = batch
            task.add_done_callback(self._sending.pop)
