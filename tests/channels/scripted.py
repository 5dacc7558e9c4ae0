"""A server that answers what it is told to, for answers a working platform never gives."""

import json
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


@dataclass(frozen=True, slots=True)
class Call:
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def method(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def data(self) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(self.body)
        return data


@dataclass
class Scripted:
    """Gives the planned answers in order, then `usual` for ever; remembers every call."""

    usual: bytes = b'{"ok":true,"result":{"username":"test_bot"}}'
    calls: list[Call] = field(default_factory=list)
    url: str = ""
    _planned: deque[tuple[int, bytes]] = field(default_factory=deque)
    _runner: web.AppRunner | None = None

    def plan(self, answer: Any, status: int = 200) -> None:
        """The next call without a plan is answered so; `answer` is data or raw bytes."""
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self._planned.append((status, body))

    async def start(self) -> None:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"

    async def stop(self) -> None:
        if self._runner:
            await self._runner.cleanup()

    async def _answer(self, request: web.Request) -> web.Response:
        self.calls.append(Call(request.path, dict(request.headers), await request.read()))
        status, body = self._planned.popleft() if self._planned else (200, self.usual)
        return web.Response(status=status, body=body, content_type="application/json")
