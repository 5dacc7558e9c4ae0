"""What became of claimed letters, written in small batches and surely before the bot is let go."""

import asyncio
import logging
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from bot.clock import Clock
from storage import digests, letters, people, sessions
from storage.engine import Database
from storage.letters import Claimed
from storage.tables.mail import REPLY

log = logging.getLogger(__name__)

SECONDS = 0.02  # how long a mark waits for others
BATCH = 100
AGAIN_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a letter; `wait` seconds until one that goes back is sent again.

    `tries` is False for one that was not in the messenger's hands, or for nothing of its own.
    """

    state: str
    reason: str = ""
    ref: str = ""
    wait: float = 0.0
    tries: bool = True
    charged: bool | None = None


class Written(Protocol):
    def __call__(self, *, answers: bool) -> None:
        """Whether there were answers among them."""


class Marks:
    """Collects outcomes; `written` is called when a batch of them is in the database.

    A mark carries the token of its claim: once another process has taken the letter over, it has
    no effect.
    """

    def __init__(self, database: Database, clock: Clock, written: Written) -> None:
        self._database = database
        self._clock = clock
        self._written = written
        self._waiting: list[dict[str, Any]] = []
        self._blocked: set[int] = set()
        self._spent: dict[int, datetime] = {}  # when the session opened, by account
        self._digests: set[int] = set()
        self._answers = False
        self._soon: asyncio.Task[None] | None = None
        self._busy = asyncio.Lock()
        self.counted: Counter[tuple[str, str]] = Counter()  # by state and reason

    def add(self, letter: Claimed, token: str, outcome: Outcome) -> None:
        """Note what became of a letter."""
        now, state = self._clock.now(), outcome.state
        self.counted[state, outcome.reason] += 1
        self._waiting.append(
            {
                "letter": letter.id,
                "by": token,
                "to": state,
                "why": outcome.reason[:80],
                "ref": outcome.ref,
                "at": now if state == "sent" else None,
                "paid": outcome.charged,
                "due": now + timedelta(seconds=outcome.wait),
                "untried": int(not outcome.tries),
                "blank": int(state != "queued" and letter.lane == REPLY),
            }
        )
        self._answers |= letter.lane == REPLY
        if letter.topic == digests.KIND:
            self._digests.add(letter.id)
        if self._soon is None:
            self._soon = asyncio.create_task(self._write_soon())

    def block(self, account_id: int) -> None:
        """The messenger refuses this account; it is noted together with the letter's end."""
        self._blocked.add(account_id)

    def spend(self, letter: Claimed) -> None:
        """The messenger charged it within a session that is open, as far as we know."""
        if letter.free_from is not None:
            self._spent[letter.account_id] = letter.free_from

    async def write(self) -> None:
        """Write all there is, waiting for a batch that is on its way."""
        async with self._busy:
            while self._waiting:
                await self._write_batch()

    async def _write_soon(self) -> None:
        if len(self._waiting) < BATCH:
            await asyncio.sleep(SECONDS)
        self._soon = None
        answers, self._answers = self._answers, False
        await self.write()
        self._written(answers=answers)

    async def _write_batch(self) -> None:
        marks, self._waiting = self._waiting, []
        blocked, self._blocked = self._blocked, set()
        spent, self._spent = self._spent, {}
        ended, self._digests = self._digests, set()
        try:
            async with self._database.writing() as session:
                for account_id in sorted(blocked):
                    await people.set_reachable(session, account_id, reachable=False)
                for account_id in sorted(spent):
                    await sessions.spend(session, account_id, spent[account_id])
                await letters.mark(session, sorted(marks, key=lambda mark: mark["letter"]))
                if ended:
                    await digests.settle(session, ended, self._clock.now())
        except Exception:
            # Whatever it is, a lost mark would hold its letter, and all behind it, for ever.
            self._waiting[:0] = marks
            self._blocked |= blocked
            self._spent = spent | self._spent
            self._digests |= ended
            log.exception("delivery: marks not written, trying again")
            await asyncio.sleep(AGAIN_SECONDS)
