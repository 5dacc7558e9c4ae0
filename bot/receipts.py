"""What messengers tell of sent letters: written together, and once more where it came too soon."""

import asyncio
import logging
from collections.abc import Iterable, Sequence

from bot.messages import Receipt
from storage import letters
from storage.engine import Database

log = logging.getLogger(__name__)

GATHER_SECONDS = 0.05  # a broadcast is answered by hundreds within a second
AGAIN_SECONDS = 2.0  # a telephone may be quicker than the mark that its letter is sent


class Receipts:
    """Collects receipts; an unknown one is tried once more, then it is about nothing of ours."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: list[tuple[Receipt, bool]] = []  # each with whether it is tried again
        self._batch: asyncio.Task[None] | None = None
        self._later: set[asyncio.TimerHandle] = set()

    async def note(self, receipts: Sequence[Receipt]) -> None:
        """Returns when they are written; raises what the database raises."""
        if receipts:
            await asyncio.shield(self._add((receipt, False) for receipt in receipts))

    async def close(self) -> None:
        """Write what is on its way; nothing is tried again."""
        for handle in self._later:
            handle.cancel()
        if self._batch is not None:
            await asyncio.gather(self._batch, return_exceptions=True)

    def _add(self, receipts: Iterable[tuple[Receipt, bool]]) -> asyncio.Task[None]:
        self._waiting += receipts
        if self._batch is None:
            self._batch = asyncio.create_task(self._write())
        return self._batch

    async def _write(self) -> None:
        await asyncio.sleep(GATHER_SECONDS)
        batch, self._waiting, self._batch = self._waiting, [], None
        # All processes in one order, so that no two of them wait for each other.
        batch.sort(key=lambda waiting: (waiting[0].sent, waiting[0].chat, waiting[0].at))
        unknown = []
        async with self._database.writing() as session:
            for receipt, again in batch:
                said = (receipt.bot, receipt.chat, receipt.sent)
                known = await letters.note_receipt(session, said, receipt.state, receipt.at)
                if not known and not again:
                    unknown.append((receipt, True))
        if unknown:
            self._try_later(unknown)

    def _try_later(self, unknown: list[tuple[Receipt, bool]]) -> None:
        def again() -> None:
            self._later.discard(handle)
            self._add(unknown).add_done_callback(_noticed)

        handle = asyncio.get_running_loop().call_later(AGAIN_SECONDS, again)
        self._later.add(handle)


def _noticed(batch: asyncio.Task[None]) -> None:
    if not batch.cancelled() and (error := batch.exception()):
        log.warning("receipts: not written: %s", type(error).__name__)
