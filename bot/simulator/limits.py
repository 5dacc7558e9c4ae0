"""The platforms' rate limits, kept in the clock's time."""

import math
from collections import deque


class Window:
    """At most `limit` events in any `seconds`."""

    def __init__(self, limit: int, seconds: float) -> None:
        self._limit = limit
        self._seconds = seconds
        self._events: deque[float] = deque()

    def wait(self, now: float) -> float:
        """Seconds until one more event is allowed; 0 when it is allowed now."""
        events = self._events
        while events and now - events[0] >= self._seconds:
            events.popleft()
        if len(events) < self._limit:
            return 0.0
        return self._seconds - (now - events[0])

    def add(self, now: float) -> None:
        self._events.append(now)


class Bucket:
    """`burst` events at once, then `rate` in a second."""

    __slots__ = ("_at", "_burst", "_left", "_rate")

    def __init__(self, rate: float, burst: int) -> None:
        self._rate = rate
        self._burst = burst
        self._left = float(burst)
        self._at = 0.0

    def wait(self, now: float) -> float:
        self._left = min(self._burst, self._left + (now - self._at) * self._rate)
        self._at = now
        return max(0.0, (1 - self._left) / self._rate)

    def add(self, now: float) -> None:
        self._left -= 1


class Pace:
    """Telegram's limits on sending: the whole bot, and one private chat.

    Bot API FAQ: "about 30 messages per second" for all chats together, "avoid sending more than one
    message per second" in one chat, where "short bursts" pass.  Telegram does not publish the exact
    rule; this one allows a burst of 3 and then 1 per second, and after a breach of the whole
    bot's limit refuses everything for `HOLD` seconds, as a bot that hammers on experiences it.
    """

    PER_SECOND = 30
    CHAT_RATE = 1.0
    CHAT_BURST = 3
    HOLD = 3

    def __init__(self) -> None:
        self._whole = Window(self.PER_SECOND, 1.0)
        self._held_until = 0.0

    def bucket(self) -> Bucket:
        """A chat's own share, kept by its phone."""
        return Bucket(self.CHAT_RATE, self.CHAT_BURST)

    def admit(self, chat: Bucket, now: float) -> int:
        """Count a send; 0 when it may go, else whole seconds to wait (`retry_after`)."""
        if now < self._held_until:
            return math.ceil(self._held_until - now)
        if self._whole.wait(now) > EPSILON:
            self._held_until = now + self.HOLD
            return self.HOLD
        if (wait := chat.wait(now)) > EPSILON:
            return math.ceil(wait)
        self._whole.add(now)
        chat.add(now)
        return 0


EPSILON = 1e-6
"""Clock times are floats of about 1.8e9: what is exactly due may look this much too early."""
