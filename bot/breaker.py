"""Stops a bot that cannot send at all, and tries with a single letter whether it can again."""

import logging
from datetime import datetime, timedelta

from bot.clock import Clock

log = logging.getLogger(__name__)

FIRST_PAUSE = timedelta(minutes=1)  # doubled at each trial that fails
LONGEST_PAUSE = timedelta(minutes=30)


class Breaker:
    """Closed while sending works; open from an answer that says the bot itself cannot send.

    `trips` counts how often it has opened or stayed open: what was to be sent before goes back.
    """

    def __init__(self, bot: str, clock: Clock) -> None:
        self._bot = bot
        self._clock = clock
        self._pause = FIRST_PAUSE
        self._until = clock.now()
        self.since: datetime | None = None
        self.trips = 0

    @property
    def open(self) -> bool:
        return self.since is not None

    def trip(self, reason: str) -> float:
        """The bot cannot send: seconds to wait.  What was under way at that moment counts once."""
        now = self._clock.now()
        if now >= self._until:
            self._opened(now, reason)
        return (self._until - now).total_seconds()

    def worked(self, trips: int) -> None:
        """The messenger took a letter, or refused that one alone, begun after so many trips."""
        if self.since is None or trips != self.trips:
            return
        log.warning("delivery: %s sends again", self._bot)
        self.since, self._pause = None, FIRST_PAUSE

    def _opened(self, now: datetime, reason: str) -> None:
        if self.since is None:
            self.since = now
            log.critical("delivery: %s cannot send: %s", self._bot, reason)
        self.trips += 1
        self._until = now + self._pause
        self._pause = min(2 * self._pause, LONGEST_PAUSE)
