"""Events from channels into the inbox: a whole batch in one transaction, then the turns."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.channel import Event
from bot.clock import Clock
from bot.messages import Incoming, Receipt
from bot.receipts import Receipts
from storage import mail
from storage.engine import Database

Wake = Callable[[str, str], None]


class Receiver:
    """What channels call.  Returning means stored; raising means deliver it again."""

    def __init__(self, database: Database, clock: Clock, wake: Wake) -> None:
        self._database = database
        self._clock = clock
        self._wake = wake
        self._receipts = Receipts(database)

    async def receive(self, events: Sequence[Event]) -> None:
        """Store a batch.  Receipts never enter the inbox; they update letters only."""
        arrived = [event for event in events if isinstance(event, Incoming)]
        receipts = [event for event in events if isinstance(event, Receipt)]
        if arrived:
            async with self._database.writing() as session:
                await mail.store_events(session, [self._row(event) for event in arrived])
        await self._receipts.note(receipts)
        for event in arrived:
            self._wake(event.bot, event.chat)

    async def close(self) -> None:
        """Write the receipts that are on their way."""
        await self._receipts.close()

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
    """PostgreSQL keeps no NUL in a text, and half a surrogate pair cannot be sent to anybody."""
    return replace(
        event, text=_clean(event.text), choice=_clean(event.choice), name=_clean(event.name)
    )


def _clean(text: str) -> str:
    return text.encode(errors="replace").decode().replace("\x00", "")
