"""Plain clients of the two APIs, a webhook that listens, pictures."""

import asyncio
import json
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from aiohttp import ClientSession, FormData, web

from bot.simulator.server import Simulator

Data = dict[str, Any]


async def until(true: Callable[[], bool]) -> None:
    """Let the others run until it is true."""
    async with asyncio.timeout(5):
        while True:
            if true():
                return
            await asyncio.sleep(0)


def png(width: int = 4, height: int = 3) -> bytes:
    """A grey PNG of this size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int = 40, height: int = 30) -> bytes:
    """The beginning of a JPEG of this size: enough for whoever reads only its head."""
    frame = b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width)
    return b"\xff\xd8\xff\xe0\x00\x04ab" + frame + bytes(10)


class TelegramCaller:
    """Calls Bot API methods with JSON and gives the whole answer."""

    def __init__(self, simulator: Simulator, client: ClientSession) -> None:
        self.simulator = simulator
        self.client = client

    def url(self, method: str) -> str:
        return f"{self.simulator.telegram_url}/bot{self.simulator.telegram.token}/{method}"

    async def call(self, method: str, **params: Any) -> Data:
        async with self.client.post(self.url(method), json=params) as answer:
            body: Data = await answer.json()
            assert answer.status == body.get("error_code", 200)
            return body

    async def upload(self, method: str, name: str, data: bytes, **params: Any) -> Data:
        form = FormData({key: str(value) for key, value in params.items()})
        form.add_field(name, BytesIO(data), filename="file.png")
        async with self.client.post(self.url(method), data=form) as answer:
            body: Data = await answer.json()
            return body

    async def refused(self, method: str, **params: Any) -> str:
        """The description of a refusal."""
        body = await self.call(method, **params)
        assert not body["ok"]
        return str(body["description"])


class ViberCaller:
    """Calls Viber endpoints with the token in the header."""

    def __init__(self, simulator: Simulator, client: ClientSession) -> None:
        self.simulator = simulator
        self.client = client
        self.headers = {"X-Viber-Auth-Token": simulator.viber.token}

    async def call(self, endpoint: str, **body: Any) -> Data:
        url = f"{self.simulator.viber_url}/{endpoint}"
        raw = json.dumps(body, ensure_ascii=False).encode()  # Viber counts bytes
        async with self.client.post(url, data=raw, headers=self.headers) as answer:
            assert answer.status == 200
            told: Data = await answer.json()
            return told

    async def send(self, receiver: str, **message: Any) -> Data:
        base: Data = {"sender": {"name": "მონაწილე"}, "type": "text", "text": "გამარჯობა"}
        return await self.call("send_message", receiver=receiver, **{**base, **message})

    async def status(self, receiver: str, **message: Any) -> int:
        return int((await self.send(receiver, **message))["status"])


@dataclass
class Hook:
    """A bot's webhook that keeps what it is told, and answers as it is told."""

    calls: list[Data] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    queries: list[dict[str, str]] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    answer: Data | None = None
    picture: bytes = b""
    kind: str = "image/png"
    url: str = ""
    _came: asyncio.Condition = field(default_factory=asyncio.Condition)
    _runner: web.AppRunner | None = None

    async def start(self) -> None:
        app = web.Application()
        app.router.add_post("/hook", self._take)
        app.router.add_get("/{name}.png", self._show)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/hook"

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def picture_url(self) -> str:
        return self.url.replace("/hook", "/picture.png")

    async def until(self, count: int) -> list[Data]:
        """What was heard, once that many calls have come."""
        async with asyncio.timeout(10), self._came:
            await self._came.wait_for(lambda: len(self.calls) >= count)
        return self.calls

    async def event(self, name: str) -> Data:
        """The first Viber event of this name."""
        async with asyncio.timeout(10), self._came:
            await self._came.wait_for(lambda: any(call["event"] == name for call in self.calls))
        return next(call for call in self.calls if call["event"] == name)

    async def _take(self, request: web.Request) -> web.Response:
        status = self.statuses.pop(0) if self.statuses else 200
        self.bodies.append(await request.read())
        self.headers.append(dict(request.headers))
        self.queries.append(dict(request.query))
        async with self._came:
            self.calls.append(await request.json())
            self._came.notify_all()
        if self.answer is not None and status == 200:
            return web.json_response(self.answer)
        return web.Response(status=status)

    async def _show(self, request: web.Request) -> web.Response:
        return web.Response(body=self.picture, content_type=self.kind)
