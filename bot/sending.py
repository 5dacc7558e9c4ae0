"""Hands letters to the messenger and notes what became of each."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

from bot.breaker import Breaker
from bot.channel import Broadcasts, Channel, Misconfigured, SendError, Sent, TryAgain, Unreachable
from bot.clock import Clock
from bot.marks import Marks, Outcome
from bot.messages import Outgoing
from bot.pacing import Pacer
from storage import sessions
from storage.letters import Claimed, Held

log = logging.getLogger(__name__)

ATTEMPTS = 8
ALONE = timedelta(minutes=1)  # after a broadcast that reached nobody, each is written to alone

Ready = Callable[[Outgoing], Awaitable[Outgoing]]
"""Gives a picture the address where the messenger can fetch it."""

Results = Mapping[str, Sent | SendError | None]


@dataclass(frozen=True, slots=True)
class Claim:
    """Under what letters were claimed: its token, the hold, and the breaker's trips before."""

    token: str
    held: Held
    trips: int


class Sender:
    """One bot's way to its messenger.  `holds()` is the hold that is surely ours now, if any."""

    def __init__(
        self, channel: Channel, clock: Clock, marks: Marks, holds: Callable[[], Held | None]
    ) -> None:
        self._channel = channel
        self._clock = clock
        self._marks = marks
        self._holds = holds
        self.pacer = Pacer(channel.limits, clock)
        self.breaker = Breaker(channel.bot, clock)
        self.flying: set[asyncio.Task[None]] = set()  # with letters in the messenger's hands
        self.answered_at = clock.now()  # when the messenger last took or refused a letter
        self._alone_until = clock.now()

    @property
    def together(self) -> int:
        """How many may get the same message in one call now."""
        alone = self.breaker.open or self._clock.now() < self._alone_until
        return 1 if alone else self._channel.limits.broadcast

    async def send(self, letters: Sequence[Claimed], claim: Claim, ready: Ready) -> None:
        """One letter, or several with the same body in one call."""
        chats = [letter.address for letter in letters]
        try:
            message = await ready(Outgoing.from_json(letters[0].body))
            await self._slot(letters[0].lane, chats)
            results = await self._call(chats, message) if self._stands(claim) else {}
        except SendError as error:
            results = dict.fromkeys(chats, error)
        except Exception:
            log.exception("delivery: letter %d cannot be sent", letters[0].id)
            for letter in letters:
                self._marks.add(letter, claim.token, Outcome("failed", "error"))
            return
        for letter in letters:
            self._note(letter, claim, results.get(letter.address))

    async def _slot(self, lane: int, chats: Sequence[str]) -> None:
        if len(chats) == 1:
            await self.pacer.slot(lane, chats[0])
        else:
            await self.pacer.call(chats)

    def _stands(self, claim: Claim) -> bool:
        """Whether the bot is still ours, and nobody has been told since that it cannot send."""
        return self._holds() == claim.held and self.breaker.trips == claim.trips

    async def _call(self, chats: Sequence[str], message: Outgoing) -> Results:
        task = asyncio.current_task()
        assert task is not None
        self.flying.add(task)
        task.add_done_callback(self.flying.discard)
        if len(chats) == 1:
            return {chats[0]: await self._channel.send(chats[0], message)}
        results = await cast(Broadcasts, self._channel).broadcast(chats, message)
        if not any(isinstance(result, Sent) for result in results.values()):
            self._alone_until = self._clock.now() + ALONE
        return results

    def _note(self, letter: Claimed, claim: Claim, result: Sent | SendError | None) -> None:
        self._marks.add(letter, claim.token, self._outcome(letter, claim, result))

    def _outcome(self, letter: Claimed, claim: Claim, result: Sent | SendError | None) -> Outcome:
        if result is None:
            return Outcome("queued", "not sent", tries=False)
        if isinstance(result, TryAgain):
            return self._later(letter, result)
        if isinstance(result, Misconfigured):
            wait = self.breaker.trip(result.reason)
            self.pacer.hold(wait)
            return Outcome("queued", result.reason, wait=wait, tries=False)
        self.breaker.worked(claim.trips)
        self.answered_at = self._clock.now()
        if isinstance(result, Sent):
            return Outcome("sent", ref=result.ref, charged=self._charged(letter, result))
        if isinstance(result, Unreachable):
            self._marks.block(letter.account_id)
            return Outcome("unreachable", result.reason)
        log.error("delivery: letter %d refused: %s", letter.id, result.reason)
        return Outcome("refused", result.reason)

    def _charged(self, letter: Claimed, sent: Sent) -> bool | None:
        """The messenger's own word before what we know of the session."""
        if self._channel.bot not in sessions.CHARGED:
            return None
        free = sessions.covers(letter.free_from, self._clock.now())
        if sent.charged and free:
            self._marks.spend(letter)
        return not free if sent.charged is None else sent.charged

    def _later(self, letter: Claimed, error: TryAgain) -> Outcome:
        if error.whole_bot:
            self.pacer.hold(error.after)
            return Outcome("queued", error.reason, wait=error.after, tries=False)
        if letter.attempts >= ATTEMPTS:
            return Outcome("unknown" if error.unknown else "failed", error.reason)
        wait = error.after * 2 ** min(letter.attempts - 1, 6)
        return Outcome("queued", error.reason, wait=wait)
