"""Events from channels into the inbox: a whole batch in one transaction, then the turns may begin."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.channel import Event
from bot.clock import Clock
from bot.messages import Incoming, Receipt
from storage import letters, mail
from storage.engine import Database

Wake = Callable[[str, str], None]


class Receiver:
    """What channels call.  Returning means stored; raising means deliver it again."""

    def __init__(self, database: Database, clock: Clock, wake: Wake) -> None:
        self._database = database
        self._clock = clock
        self._wake = wake

    async def receive(self, events: Sequence[Event]) -> None:
        """Store a batch.  Receipts never enter the inbox; they update letters only."""
        arrived = [event for event in events if isinstance(event, Incoming)]
        receipts = [event for event in events if isinstance(event, Receipt)]
        async with self._database.writing() as session:
            if arrived:
                await mail.store_events(session, [self._row(event) for event in arrived])
            for receipt in receipts:
                await letters.note_receipt(
                    session, receipt.bot, receipt.chat, receipt.sent, receipt.state, receipt.at
                )
        for event in arrived:
            self._wake(event.bot, event.chat)

    def _row(self, event: Incoming) -> dict[str, object]:
        return {
            "bot": event.bot,
            "event": event.event,
            "chat": event.chat,
            "payload": _storable(event).to_json(),
            "state": "open",
            "attempts": 0,
            "received_at": self._clock.now(),
        }


def _storable(event: Incoming) -> Incoming:
    """PostgreSQL keeps no NUL character in a text."""
    return replace(event, text=event.text.replace("\x00", "")) if "\x00" in event.text else event
