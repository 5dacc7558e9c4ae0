"""Each real channel on the simulator, with one person's phone."""

import asyncio
import contextlib
import struct
import zlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from aiohttp import web

from bot.channel import Channel, Event
from bot.channels.telegram import Telegram, TelegramSettings
from bot.channels.viber import Viber, ViberSettings
from bot.clock import Clock
from bot.messages import Choice, Document, Html, Incoming, Outgoing, Picture, Receipt
from bot.simulator.faults import Faults
from bot.simulator.phone import Phone
from bot.simulator.server import Simulator

SECRET = "a-secret-of-ours"
COMMANDS = {"ka": {"menu": "მენიუ"}, "en": {"menu": "Menu"}}
WAIT = 5

HELLO = Outgoing(Html("გამარჯობა"), (Choice("go", "დაწყება"),), nonce="w")


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


PNG = b"\x89PNG\r\n\x1a\n" + b"".join(
    (
        _chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0)),
        _chunk(b"IDAT", zlib.compress(b"\x00\xff\xff" * 2)),
        _chunk(b"IEND", b""),
    )
)


PDF = b"%PDF-1.4\n%%EOF\n"


async def load(media: str) -> bytes:
    return PDF if media.startswith("d") else PNG


class PhoneWithId(Phone, Protocol):
    id: Any


class Doorstep:
    """The web server before a channel's webhook; it also serves a picture and a document."""

    def __init__(self) -> None:
        self.channel: Channel | None = None
        self.url = ""
        app = web.Application()
        app.router.add_post("/hook", self._called)
        app.router.add_get("/picture.png", self._picture)
        app.router.add_get("/document.pdf", self._document)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)

    async def start(self) -> None:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"

    async def stop(self) -> None:
        await self._runner.cleanup()

    async def _called(self, request: web.Request) -> web.Response:
        assert self.channel
        answer = await self.channel.hook(request.headers, request.query, await request.read())
        return web.Response(
            status=answer.status, body=answer.body, content_type=answer.content_type
        )

    async def _picture(self, request: web.Request) -> web.Response:
        return web.Response(body=PNG, content_type="image/png")

    async def _document(self, request: web.Request) -> web.Response:
        return web.Response(body=PDF, content_type="application/pdf")


@dataclass
class Rig:
    """A channel that runs; `heard` gives what came in, one by one.

    `failures` makes the store refuse so many batches.  `greeting` is the welcome.
    """

    name: str
    channel: Channel
    simulator: Simulator
    faults: Faults
    phone: PhoneWithId
    doorstep: Doorstep
    greeting: Outgoing | None = None
    failures: int = 0
    receipts: list[Receipt] = field(default_factory=list)
    _heard: asyncio.Queue[Incoming] = field(default_factory=asyncio.Queue)

    @property
    def chat(self) -> str:
        return str(self.phone.id)

    def picture(self, name: str = "m1") -> Picture:
        return Picture(name, f"{self.doorstep.url}/picture.png")

    def document(self, name: str = "ბიულეტენი.pdf") -> Document:
        return Document("d1", name, len(PDF), f"{self.doorstep.url}/document.pdf")

    async def heard(self) -> Incoming:
        async with asyncio.timeout(WAIT):
            return await self._heard.get()

    def nothing_heard(self) -> bool:
        return self._heard.empty()

    async def meet(self) -> None:
        """Open the chat and write, after which the bot may write, too."""
        await self.phone.start()
        await self.heard()
        await self.phone.say("გამარჯობა")
        await self.heard()

    async def receive(self, batch: Sequence[Event]) -> None:
        if self.failures:
            self.failures -= 1
            raise RuntimeError("the store is out of order")
        for event in batch:
            if isinstance(event, Receipt):
                self.receipts.append(event)
            else:
                self._heard.put_nowait(event)

    async def welcome(self, event: Incoming) -> Outgoing | None:
        return self.greeting


def channel(name: str, simulator: Simulator, doorstep: Doorstep, clock: Clock) -> Channel:
    """The channel of this name: "telegram", "telegram webhook" or "viber"."""
    hook = f"{doorstep.url}/hook"
    if name == "viber":
        account = ViberSettings(
            token=simulator.viber.token,
            sender="მონაწილე",
            api_url=simulator.viber_url,
            webhook_url=hook,
        )
        return Viber(account, clock)
    settings = TelegramSettings(
        token=simulator.telegram.token,
        api_url=simulator.telegram_url,
        webhook_url=hook if name == "telegram webhook" else "",
        webhook_secret=SECRET,
        commands=COMMANDS,
    )
    return Telegram(settings, clock, load)


NAMES = ("telegram", "telegram webhook", "viber")


@contextlib.asynccontextmanager
async def running(name: str, clock: Clock) -> AsyncIterator[Rig]:
    """A rig from start to stop; the simulator must have nothing to complain of at the end."""
    simulator, doorstep = Simulator(clock, limits=False), Doorstep()
    await simulator.start()
    await doorstep.start()
    platform = simulator.viber if name == "viber" else simulator.telegram
    phone: PhoneWithId = platform.phone()
    tested = channel(name, simulator, doorstep, clock)
    doorstep.channel = tested
    rig = Rig(name, tested, simulator, platform.faults, phone, doorstep)
    await tested.open(rig.receive, rig.welcome)
    work = asyncio.create_task(tested.run())
    try:
        yield rig
        assert not simulator.complaints
    finally:
        work.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await work
        await tested.close()
        await simulator.stop()
        await doorstep.stop()
