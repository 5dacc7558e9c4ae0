"""What the two simulated platforms share."""

from collections import deque
from dataclasses import dataclass, field

from aiohttp import ClientSession, ClientTimeout

from bot.clock import Clock
from bot.simulator.agenda import Agenda
from bot.simulator.bell import Bell
from bot.simulator.files import Files

CALLBACK = ClientTimeout(total=5)
"""Third parties report about 5 s for Viber's callbacks; Telegram is more patient."""


@dataclass
class World:
    """One clock, one store of files, one bell for the page, one list of complaints.

    `complaints` are things a bot did that no messenger would let pass: a test asserts it is empty.
    `past` is added to the first number of everything that a bot may remember.
    """

    clock: Clock
    past: int = 0
    files: Files = field(default_factory=Files)
    changed: Bell = field(default_factory=Bell)
    complaints: deque[str] = field(default_factory=lambda: deque(maxlen=1000))
    agenda: Agenda = field(init=False)
    _client: ClientSession | None = None

    def __post_init__(self) -> None:
        self.agenda = Agenda(self.clock)

    def seconds(self) -> float:
        """The clock's time as seconds since 1970."""
        return self.clock.now().timestamp()

    @property
    def client(self) -> ClientSession:
        """For calls to the bot's webhooks and media; opened at first use."""
        if self._client is None:
            self._client = ClientSession(timeout=CALLBACK)
        return self._client

    async def close(self) -> None:
        if self._client is not None:
            await self._client.close()
            self._client = None
