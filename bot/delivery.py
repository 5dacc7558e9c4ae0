"""Drains one bot's outbox: hold the bot, claim, pace, send, mark."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from secrets import token_hex
from typing import Any

from bot.channel import Channel, Misconfigured, Refused, SendError, TryAgain, Unreachable
from bot.clock import Clock
from bot.marks import Marks
from bot.messages import Outgoing
from bot.pacing import Pacer
from storage import letters
from storage.engine import Database
from storage.letters import Claimed, Held
from storage.tables.mail import REPLY

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)  # of a claimed letter; a send times out long before
HOLD = timedelta(seconds=15)  # of the bot itself; renewed at a third of it
LOOK_SECONDS = 1.0  # how often the outbox is read when nobody wakes us
GATHER_SECONDS = 0.04  # between two claims under load: one claim of many costs as much as of one
AT_ONCE = 30  # sends in flight
ATTEMPTS = 8
BREAK_SECONDS = 60.0  # pause after an answer that says the bot itself cannot send

Ready = Callable[[Outgoing], Awaitable[Outgoing]]
"""Gives a picture the address where the messenger can fetch it."""

Fresh = Callable[[Any, Claimed], Awaitable[bool]]
"""Whether a letter's subject is still as it was when the letter was written."""


class Delivery:
    """Sends one bot's letters, at least once: a crash within one batch of marks may repeat them."""

    def __init__(
        self, channel: Channel, database: Database, clock: Clock, ready: Ready, fresh: Fresh
    ) -> None:
        self.bot = channel.bot
        self._channel = channel
        self._database = database
        self._clock = clock
        self._ready = ready
        self._fresh = fresh
        self.pacer = Pacer(channel.limits, clock)
        self.holder = token_hex(8)
        self.held: Held | None = None
        self._held_until = 0.0
        self._awake = asyncio.Event()
        self._sending: set[asyncio.Task[None]] = set()
        self._flying: set[asyncio.Task[None]] = set()  # handed to the messenger
        self._unsure: set[str] = set()  # claims that may or may not have been committed
        self._marks = Marks(database, clock, self.wake)
        self.counted = self._marks.counted
        self._closing = False

    def wake(self) -> None:
        """There is something in the outbox."""
        self._awake.set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._keep_hold())
            group.create_task(self._deliver())

    async def close(self) -> None:
        """Finish what the messenger has in hand, write the marks, let the bot go.

        What still waits for its slot stays claimed, and the next holder takes it over.
        """
        self._closing = True
        for task in self._sending - self._flying:
            task.cancel()
        while self._sending:
            await asyncio.wait(self._sending)
        await self._marks.write()
        if self.held:
            async with self._database.writing() as session:
                await letters.let_go(session, self.held)
            self.held = None

    async def settle(self) -> None:
        """Wait until nothing is due, in flight or unmarked; for tests and rehearsals."""
        while True:
            sent = await self._round()
            while self._sending:
                await asyncio.wait(self._sending)
            await self._marks.write()
            if not sent:
                return

    async def _keep_hold(self) -> None:
        while True:
            try:
                await self.take_hold()
            except Exception:
                log.exception("delivery: %s could not be held, trying again", self.bot)
            await asyncio.sleep(HOLD.total_seconds() / 3)

    async def take_hold(self) -> bool:
        """Become or stay the one process that sends for this bot."""
        began = asyncio.get_running_loop().time()
        async with self._database.writing() as session:
            held = await letters.hold(session, self.bot, self.holder, self._clock.now(), HOLD)
            if held and (self.held is None or held.fence != self.held.fence):
                taken = await letters.release_all(session, held)
                log.info("delivery: %s held, %d letters taken over", self.bot, taken)
        self.held = held
        self._held_until = began + HOLD.total_seconds()
        return held is not None

    def _holds(self) -> bool:
        """Whether the bot is surely still ours: the last renewal is younger than the lease."""
        return self.held is not None and asyncio.get_running_loop().time() < self._held_until

    async def _deliver(self) -> None:
        while not self._closing:
            self._awake.clear()
            try:
                sent = await self._round()
            except Exception:
                log.exception("delivery: a round failed, trying again")
                sent = 0
            if sent:
                await asyncio.sleep(GATHER_SECONDS)
            else:
                with suppress(TimeoutError):
                    async with asyncio.timeout(LOOK_SECONDS):
                        await self._awake.wait()

    async def _round(self) -> int:
        """Claim what can be sent soon and start sending it; how many letters."""
        room = self._room()
        if not self._holds() or room <= 0 or self.held is None:
            return await self._pause()
        held, token = self.held, token_hex(8)
        claimed, ended = await self._claim(held, token, room)
        for letter in claimed:
            if letter.id in ended:
                self._marks.add(letter, token, ended[letter.id], ended[letter.id])
                continue
            task = asyncio.create_task(self._send(letter, token, held))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)
            task.add_done_callback(self._flying.discard)
        return len(claimed)

    async def _claim(
        self, held: Held, token: str, room: int
    ) -> tuple[list[Claimed], dict[int, str]]:
        """Letters of ours, and which of them end without being sent."""
        unsure, self._unsure = self._unsure, set()
        try:
            async with self._database.writing() as session:
                await letters.release(session, held, unsure)
                now = self._clock.now()
                claimed = await letters.claim(session, held, token, now, LEASE, room)
                ended = await self._weed(session, claimed) if claimed else {}
        except BaseException:
            # A connection lost during the commit leaves it open whether they are claimed.
            self._unsure |= {*unsure, token}
            raise
        return claimed, ended

    async def _pause(self) -> int:
        if not self._holds():
            return 0
        if wait := self.pacer.held_for():
            await self._clock.sleep(wait)
        elif self._sending:
            await asyncio.wait(self._sending, return_when=asyncio.FIRST_COMPLETED)
        return 1

    def _room(self) -> int:
        """Never more than can be sent within a quarter of the lease, nothing during a hold."""
        if self.pacer.held_for():
            return 0
        quarter = int(self.pacer.per_second * LEASE.total_seconds() / 4)
        return min(quarter, 4 * AT_ONCE) - len(self._sending)

    async def _weed(self, session: Any, claimed: list[Claimed]) -> dict[int, str]:
        """Letters that must not go out any more, with the state in which they end."""
        edits = [letter.id for letter in claimed if letter.edit]
        replaced = await letters.superseded(session, edits) if edits else set()
        ended = dict.fromkeys(replaced, "superseded")
        known: dict[tuple[str, int], str] = {}  # of one campaign's letters one answer is enough
        for letter in claimed:
            if letter.lane == REPLY:
                continue
            subject = (letter.subject, letter.version)
            if subject not in known:
                known[subject] = await self._outdated(session, letter)
            if state := self._unfit(letter) or known[subject]:
                ended[letter.id] = state
        return ended

    def _unfit(self, letter: Claimed) -> str:
        if letter.opted_out:
            return "opted_out"
        if not letter.reachable:
            return "unreachable"
        late = letter.useful_until is not None and letter.useful_until < self._clock.now()
        return "outdated" if late else ""

    async def _outdated(self, session: Any, letter: Claimed) -> str:
        """What nobody can vouch for is not sent, and stops no other letter."""
        if not letter.subject:
            return ""
        try:
            async with session.begin_nested():
                return "" if await self._fresh(session, letter) else "outdated"
        except Exception:
            log.exception("delivery: letter %d: its subject cannot be checked", letter.id)
            return "failed"

    async def _send(self, letter: Claimed, token: str, held: Held) -> None:
        try:
            message = await self._ready(Outgoing.from_json(letter.body))
            await self.pacer.slot(letter.lane, letter.address)
            if self.held != held or not self._holds():
                # Without effect if a new holder has taken the letter over meanwhile.
                self._marks.add(letter, token, "queued", "hold lost")
                return
            self._fly()
            sent = await self._channel.send(letter.address, message)
        except SendError as error:
            self._failed(letter, token, error)
        except Exception:
            log.exception("delivery: letter %d cannot be sent", letter.id)
            self._marks.add(letter, token, "failed", "error")
        else:
            self._marks.add(letter, token, "sent", "", sent.ref)

    def _fly(self) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._flying.add(task)

    def _failed(self, letter: Claimed, token: str, error: SendError) -> None:
        if isinstance(error, TryAgain):
            self._later(letter, token, error)
        elif isinstance(error, Unreachable):
            self._marks.block(letter.account_id)
            self._marks.add(letter, token, "unreachable", error.reason)
        elif isinstance(error, Misconfigured):
            log.error("delivery: %s cannot send: %s", self.bot, error.reason)
            self.pacer.hold(BREAK_SECONDS)
            self._marks.add(letter, token, "queued", error.reason, wait=BREAK_SECONDS)
        else:
            assert isinstance(error, Refused)
            log.error("delivery: letter %d refused: %s", letter.id, error.reason)
            self._marks.add(letter, token, "refused", error.reason)

    def _later(self, letter: Claimed, token: str, error: TryAgain) -> None:
        if error.whole_bot:
            self.pacer.hold(error.after)
        if letter.attempts >= ATTEMPTS and not error.whole_bot:
            state = "unknown" if error.unknown else "failed"
            self._marks.add(letter, token, state, error.reason)
        else:
            wait = (
                error.after if error.whole_bot else error.after * 2 ** min(letter.attempts - 1, 6)
            )
            self._marks.add(letter, token, "queued", error.reason, wait=wait)
