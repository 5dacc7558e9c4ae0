"""Updates on their way to the bot: getUpdates or a webhook, never both."""

import asyncio
import hmac
import re
from collections import defaultdict, deque
from dataclasses import dataclass
from itertools import islice
from typing import Any

from aiohttp import ClientError

from bot.simulator.bell import Bell
from bot.simulator.faults import Faults
from bot.simulator.telegram_errors import Rejected, bad
from bot.simulator.world import World

FIRST = 710_000_001
KEPT = 86_400  # seconds: "updates are stored for 24 hours at most" (Bot API, getUpdates)
LATER = (1, 2, 4, 8, 16, 32, 60)  # seconds between tries; Telegram says "a reasonable number"
BATCH = 100
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LEFT_OUT = {"chat_member", "message_reaction", "message_reaction_count"}  # unless asked for

CONFLICT = Rejected(
    409,
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running",
)
HOOKED = Rejected(
    409,
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first",
)

Update = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update to be polled, and when it came."""

    at: float
    chat: int
    update: Update


@dataclass(slots=True)
class Hook:
    """A webhook as the bot set it."""

    url: str
    secret: str = ""
    connections: int = 40
    error: str = ""
    error_at: int = 0


class Updates:
    """At-least-once: an update stays until a getUpdates offset or a 2xx answer confirms it."""

    def __init__(self, world: World, faults: Faults) -> None:
        self._world = world
        self._faults = faults
        self._next = FIRST + world.past
        self._pending: deque[Waiting] = deque()
        self._came = Bell()
        self._reader = 0
        self._allowed: set[str] = set()
        self.hook: Hook | None = None
        self._lines: defaultdict[int, deque[Update]] = defaultdict(deque)
        self._pushing: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(40)

    @property
    def waiting(self) -> int:
        return len(self._pending) + sum(map(len, self._lines.values()))

    @property
    def reading(self) -> bool:
        """Whether a long poll is open."""
        return self._came.waiting > 0

    def add(self, kind: str, chat: int, content: dict[str, Any]) -> None:
        """A new update of this kind, unless the bot does not want such ones."""
        if kind in LEFT_OUT if not self._allowed else kind not in self._allowed:
            return
        update = {"update_id": self._next, kind: content}
        self._next += 1
        self._faults.mix(lambda: self._deliver(chat, update))

    def allow(self, kinds: list[str] | None) -> None:
        """`allowed_updates`: an earlier list stays in force until another one is given."""
        if kinds is not None:
            self._allowed = set(kinds)

    def drop(self) -> None:
        """drop_pending_updates."""
        self._pending.clear()
        self._lines.clear()

    async def poll(self, offset: int, limit: int, patience: float) -> list[Update]:
        """getUpdates: long polling in real time.  A newer reader ends this one with 409."""
        if self.hook is not None:
            raise HOOKED
        self._reader += 1
        me = self._reader
        self._came.ring()
        self._confirm(offset)
        try:
            async with asyncio.timeout(patience):
                while not self._pending and self._reader == me and self.hook is None:
                    await self._came.wait()
        except TimeoutError:
            return []
        if self.hook is not None or self._reader != me:
            raise HOOKED if self.hook is not None else CONFLICT
        return [row.update for row in islice(self._pending, min(limit, BATCH) or BATCH)]

    def _confirm(self, offset: int) -> None:
        oldest, pending = self._world.seconds() - KEPT, self._pending
        while pending and (pending[0].at < oldest or pending[0].update["update_id"] < offset):
            pending.popleft()
        while offset < 0 and len(pending) > -offset:  # "all previous updates will be forgotten"
            pending.popleft()

    def set_hook(self, hook: Hook | None) -> None:
        """Start or stop pushing; what is undelivered goes the new way."""
        undelivered = [(chat, update) for chat, line in self._lines.items() for update in line]
        undelivered += [(row.chat, row.update) for row in self._pending]
        self.drop()
        self.hook = hook
        self._slots = asyncio.Semaphore(hook.connections if hook else 1)
        for chat, update in sorted(undelivered, key=lambda row: int(row[1]["update_id"])):
            self._deliver(chat, update)
        self._came.ring()

    def _deliver(self, chat: int, update: Update) -> None:
        if self.hook is None:
            self._pending.append(Waiting(self._world.seconds(), chat, update))
            self._came.ring()
            return
        line = self._lines[chat]
        line.append(update)
        if len(line) == 1:
            self._start(chat, self.hook)

    def _start(self, chat: int, hook: Hook, tried: int = 0) -> None:
        task = asyncio.get_running_loop().create_task(self._push(chat, hook, tried))
        self._pushing.add(task)
        task.add_done_callback(self._pushing.discard)

    async def _push(self, chat: int, hook: Hook, tried: int) -> None:
        """Push one chat's updates in order; a failure is tried again later, the rest waits."""
        line = self._lines[chat]
        while line and hook is self.hook:
            async with self._slots:
                delivered = await self._post(hook, line[0])
            if not delivered:
                self._retry(chat, hook, tried)
                return
            tried = 0
            line.popleft()
        if not line and hook is self.hook:
            self._lines.pop(chat, None)

    def _retry(self, chat: int, hook: Hook, tried: int) -> None:
        pause = LATER[min(tried, len(LATER) - 1)]
        self._world.agenda.after(pause, lambda: self._start(chat, hook, tried + 1))

    async def _post(self, hook: Hook, update: Update) -> bool:
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
        try:
            async with self._world.client.post(hook.url, json=update, headers=headers) as answer:
                ok = answer.status // 100 == 2
                error = "" if ok else f"Wrong response from the webhook: {answer.status}"
        except (ClientError, TimeoutError) as exc:
            ok, error = False, type(exc).__name__
        if error:
            hook.error, hook.error_at = error, int(self._world.seconds())
        return ok

    async def close(self) -> None:
        self.hook = None  # what still comes off a timer waits to be polled
        for task in list(self._pushing):
            task.cancel()
        await asyncio.gather(*self._pushing, return_exceptions=True)


def hook_of(url: str, secret: str, connections: int) -> Hook:
    """A webhook, checked.  http is taken for this machine only.  Raises Rejected."""
    local = re.match(r"http://(127\.0\.0\.1|localhost|\[::1\])(:\d+)?/", url)
    if not url.startswith("https://") and not local:
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    if not 1 <= connections <= 100:
        raise bad("max_connections is 1 to 100")
    return Hook(url, secret, connections)


def same_token(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode(), token.encode())
