"""Viber's calls to the bot's webhook: signed, repeated until 200, one person's in order."""

import asyncio
import hashlib
import hmac
import json
from collections import defaultdict, deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import Any

from aiohttp import ClientError

from bot.simulator.faults import Faults
from bot.simulator.viber_rules import ViberRules
from bot.simulator.world import World

Event = dict[str, Any]
Answer = Callable[[bytes], None]

ALWAYS = ("subscribed", "unsubscribed", "webhook", "message")
ON_REQUEST = ("conversation_started", "client_status", "action", "delivered", "failed", "seen")
SCHEDULE = (10, 60, 300, 600, 900, 900, 900, 900, 900, 900)
"""Seconds between tries; known from one public note only, the total is about an hour and a half."""

FIRST_TOKEN = 5_711_223_344_556_677_890
"""Above 2^53, where careless JSON readers lose digits."""


@dataclass(frozen=True, slots=True)
class Call:
    user: str
    body: bytes
    answered: Answer | None


def sign(token: str, body: bytes) -> str:
    """X-Viber-Content-Signature: lower-case hex HMAC-SHA256 of exactly these bytes."""
    return hmac.new(token.encode(), body, hashlib.sha256).hexdigest()


class Callbacks:
    """The webhook and what is on its way to it."""

    def __init__(self, world: World, faults: Faults, token: str, rules: ViberRules) -> None:
        self.url = ""
        self.events: tuple[str, ...] = ()
        self._world = world
        self._faults = faults
        self._token = token
        self._rules = rules
        self._lines: defaultdict[str, deque[Call]] = defaultdict(deque)
        self._tokens = count(FIRST_TOKEN + world.past)
        self._running: set[asyncio.Task[None]] = set()
        self._random = Random(12)

    def token(self) -> int:
        return next(self._tokens)

    async def verify(self, url: str) -> str:
        """Call a new webhook; empty when it answered 200, else what Viber says."""
        _, status, error = await self._post(url, self._body({"event": "webhook"}))
        if status == 200:
            return ""
        seen = (
            f"HttpResponse[HTTP/1.1 {status} unknown status]"
            if status
            else "HttpResponse[null 0 null]"
        )
        return f"Result[HttpRequest[POST HTTP/1.1] > {seen}] {error or 'null'}"

    def send(self, user: str, event: Event, answered: Answer | None = None) -> int:
        """Deliver an event; returns its message_token.  `answered` gets the body of a 200."""
        event = {"event": event["event"], "message_token": self.token(), **event}
        if self.url and event["event"] in self.events:
            call = Call(user, self._body(event), answered)
            self._faults.mix(lambda: self._queue(call))
        return int(event["message_token"])

    def later(self, seconds: float, user: str, event: Event) -> None:
        """Deliver after real seconds: what takes its way over a phone."""
        asyncio.get_running_loop().call_later(seconds, lambda: self.send(user, event))

    async def close(self) -> None:
        self.url = ""  # what still comes off a timer goes nowhere
        for task in list(self._running):
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    def _body(self, event: Event) -> bytes:
        stamp: Event = {"event": event["event"], "timestamp": int(self._world.seconds() * 1000)}
        if self._random.random() < 0.5:
            stamp["chat_hostname"] = f"SN-CHAT-{self._random.randrange(10):02d}_"
        if self._rules.noise:
            stamp["udid"] = None
        event = {"message_token": self.token(), **event} if "message_token" not in event else event
        return json.dumps({**stamp, **event}, ensure_ascii=False, separators=(",", ":")).encode()

    def _queue(self, call: Call) -> None:
        line = self._lines[call.user]
        line.append(call)
        if len(line) == 1:
            self._run(self._drain(call.user))

    async def _drain(self, user: str) -> None:
        line = self._lines[user]
        while line:
            await self._try(line[0], 0)
            line.popleft()
        self._lines.pop(user, None)

    async def _try(self, call: Call, tried: int) -> None:
        """One attempt; a failed one comes again later, overtaken by what follows it."""
        answer, status, _ = await self._post(self.url, call.body)
        if status == 200:
            if call.answered is not None:
                call.answered(answer)
        elif tried < len(SCHEDULE):
            again = self._try
            self._world.agenda.after(SCHEDULE[tried], lambda: self._run(again(call, tried + 1)))

    async def _post(self, url: str, body: bytes) -> tuple[bytes, int, str]:
        signature = sign(self._token, body)
        headers = {"X-Viber-Content-Signature": signature, "Content-Type": "application/json"}
        query = {"sig": signature} if self._rules.sig_in_query else None
        try:
            async with self._world.client.post(
                url, data=body, headers=headers, params=query
            ) as answer:
                return await answer.read(), answer.status, ""
        except (ClientError, TimeoutError, ValueError) as exc:
            return b"", 0, f"java.net.ConnectException: {type(exc).__name__}"

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
