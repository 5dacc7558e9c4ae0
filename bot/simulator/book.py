"""The platform's own record of sends, to be compared with the bot's."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime

KEPT = 200_000
"""Entries kept; a full-size rehearsal sends fewer."""

ACCEPTED = ("ok", "unsure")


@dataclass(frozen=True, slots=True)
class Entry:
    """One attempt to send.

    `outcome` is "ok", "unsure" (accepted but never answered), "lost", or the platform's error code.
    """

    at: datetime
    chat: str
    method: str
    text: str
    outcome: str
    ref: str = ""


class Book:
    """Attempts in the order of arrival, in the clock's time; the oldest fall out beyond KEPT."""

    def __init__(self) -> None:
        self.entries: deque[Entry] = deque(maxlen=KEPT)

    def add(self, entry: Entry) -> None:
        self.entries.append(entry)

    def accepted(self) -> list[Entry]:
        """What people got, answered or not."""
        return [entry for entry in self.entries if entry.outcome in ACCEPTED]

    def refused(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.outcome not in ACCEPTED]

    def clear(self) -> None:
        self.entries.clear()
