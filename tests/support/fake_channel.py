"""A messenger in memory: the channels' sibling for tests of everything behind them."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import count

from bot.channel import HookAnswer, Limits, Receive, Sent, Welcome
from bot.messages import Heard, Incoming, Outgoing

LIMITS = Limits(
    text=4096, caption=1024, choices=12, label=60, edits=True, every_keyboard=False,
    per_second=100_000, per_chat=100_000, chat_burst=1000, phone_proves=True,
)  # fmt: skip


class FakeChannel:
    """Remembers what was sent; `before_send` may raise a send error or wait."""

    def __init__(self, bot: str = "fake", limits: Limits = LIMITS) -> None:
        self.bot = bot
        self.limits = limits
        self.sent: list[tuple[str, Outgoing]] = []
        self.before_send: Callable[[str, Outgoing], Awaitable[None]] | None = None
        self.receive: Receive | None = None
        self._refs = count(1)
        self._events = count(1)

    async def open(self, receive: Receive, welcome: Welcome) -> None:
        self.receive = receive

    async def run(self) -> None: ...

    async def hook(
        self, headers: Mapping[str, str], query: Mapping[str, str], body: bytes
    ) -> HookAnswer:
        return HookAnswer()

    async def send(self, chat: str, message: Outgoing) -> Sent:
        if self.before_send:
            await self.before_send(chat, message)
        self.sent.append((chat, message))
        return Sent(str(next(self._refs)))

    async def acknowledge(self, event: Incoming) -> None: ...

    def link(self, code: str) -> str:
        return f"https://example.org/{code}"

    async def fetch(self, media: str) -> bytes:
        return b""

    async def close(self) -> None: ...

    def event(self, chat: str, at: datetime, heard: Heard = Heard.TEXT, **more: object) -> Incoming:
        """An event that has not been seen before."""
        base = Incoming(self.bot, f"e{next(self._events)}", chat, heard, at)
        return replace(base, **more)  # type: ignore[arg-type]
