"""What messengers tell of sent letters: written together, and once more where it came too soon."""

import asyncio
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.messages import Receipt
from storage import letters
from storage.engine import Database

log = logging.getLogger(__name__)

TOGETHER = 50  # receipts of one transaction: people's own messages wait for its end
GATHER_SECONDS = 0.03  # a broadcast's come hundreds at a time, and each commit has its price
AGAIN_SECONDS = 2.0  # a telephone may be quicker than the mark that its letter is sent


@dataclass(slots=True)
class Batch:
    """Receipts of one transaction, each with whether it is tried again."""

    receipts: list[tuple[Receipt, bool]] = field(default_factory=list)
    written: bool = False


class Receipts:
    """Writes receipts; what comes while one batch is gathered or written is the next.

    An unknown one is tried again a little later, then it is about nothing of ours.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._next = Batch()
        self._busy = asyncio.Lock()
        self._later: set[asyncio.TimerHandle] = set()
        self._again: set[asyncio.Task[None]] = set()

    async def note(self, receipts: Sequence[Receipt]) -> None:
        """Returns when they are written; raises RuntimeError or what the database raises."""
        if receipts:
            await self._note((receipt, False) for receipt in receipts)

    async def close(self) -> None:
        """Nothing is tried again any more."""
        for handle in self._later:
            handle.cancel()
        await asyncio.gather(*self._again, return_exceptions=True)

    async def _note(self, receipts: Iterable[tuple[Receipt, bool]]) -> None:
        batch = self._next
        batch.receipts += receipts
        async with self._busy:
            if batch is self._next:
                await asyncio.sleep(GATHER_SECONDS)
                self._next = Batch()
                await self._write(batch)
        if not batch.written:
            raise RuntimeError("the batch was not written")

    async def _write(self, batch: Batch) -> None:
        # All processes in one order, so that no two of them wait for each other.
        batch.receipts.sort(key=lambda waiting: (waiting[0].sent, waiting[0].chat, waiting[0].at))
        unknown = []
        for start in range(0, len(batch.receipts), TOGETHER):
            unknown += await self._write_some(batch.receipts[start : start + TOGETHER])
        batch.written = True
        if unknown:
            self._try_later(unknown)

    async def _write_some(
        self, receipts: Sequence[tuple[Receipt, bool]]
    ) -> list[tuple[Receipt, bool]]:
        """Those that are about no letter we know, to be tried again."""
        unknown = []
        async with self._database.writing() as session:
            for receipt, again in receipts:
                about = (receipt.bot, receipt.chat, receipt.sent)
                known = await letters.note_receipt(session, about, receipt.state, receipt.at)
                if not known and not again:
                    unknown.append((receipt, True))
        return unknown

    def _try_later(self, unknown: list[tuple[Receipt, bool]]) -> None:
        def again() -> None:
            self._later.discard(handle)
            task = asyncio.create_task(self._note(unknown))
            self._again.add(task)
            task.add_done_callback(self._tried)

        handle = asyncio.get_running_loop().call_later(AGAIN_SECONDS, again)
        self._later.add(handle)

    def _tried(self, task: asyncio.Task[None]) -> None:
        self._again.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.warning("receipts: not written: %s", type(error).__name__)
