"""The simulator: both messengers, their phones and the page, as one local HTTP server."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress

from aiohttp import web

from bot import listening
from bot.clock import Clock
from bot.simulator.page import Page
from bot.simulator.telegram import TOKEN as TELEGRAM_TOKEN
from bot.simulator.telegram import Telegram
from bot.simulator.telegram_api import TelegramApi
from bot.simulator.viber import TOKEN as VIBER_TOKEN
from bot.simulator.viber import Viber
from bot.simulator.viber_api import ViberApi
from bot.simulator.world import World

LARGEST = 60_000_000
"""Bytes of one request: Telegram takes documents of 50 MB."""


class Simulator:
    """A Telegram Bot API and a Viber REST API for one bot each, kept in memory.

    `limits` switches both platforms' rate limits, kept in the clock's time; `links` are shown on
    the page as (label, address).  With a virtual clock nothing here moves the time: after moving
    it by hand, `tick()` does what has become due.  A bot that remembers an earlier simulator wants
    a `past` larger than the number of events there: then nobody and nothing looks known to it.

    Alone: `start`, once, and `stop`.  Inside another application, whose `client_max_size` must be
    LARGEST: mount `app`, and say with `live_at` where the outside finds it.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        telegram_token: str = TELEGRAM_TOKEN,
        viber_token: str = VIBER_TOKEN,
        limits: bool = True,
        links: Sequence[tuple[str, str]] = (),
        past: int = 0,
    ) -> None:
        self.world = World(clock, past)
        self.links = list(links)
        self.telegram = Telegram(self.world, telegram_token, limits=limits)
        self.viber = Viber(self.world, viber_token, limits=limits)
        self.app = web.Application(client_max_size=LARGEST)
        self.app.add_routes(TelegramApi(self.telegram).routes())
        self.app.add_routes(ViberApi(self.viber).routes())
        self.app.add_routes(Page(self.world, self.telegram, self.viber, self.links).routes())
        self.app.cleanup_ctx.append(self._alive)
        self.port = 0
        self._base = ""
        self._runner: web.AppRunner | None = None

    @property
    def complaints(self) -> deque[str]:
        """What a bot did that no messenger knows; a test asserts it is empty."""
        return self.world.complaints

    @property
    def telegram_url(self) -> str:
        return self._base

    @property
    def viber_url(self) -> str:
        return f"{self._base}/pa"

    def live_at(self, base: str) -> None:
        """Tell the address under which `app` is reached, without a slash at the end."""
        self._base = base
        self.viber.media_url = f"{base}/viber-media"

    def tick(self) -> None:
        """Do what has become due on the clock: callbacks to repeat."""
        self.world.agenda.tick()

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Listen; with port 0 on any free one, see `port`."""
        self._runner = web.AppRunner(self.app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        self.port = self._runner.addresses[0][1]
        self.live_at(f"http://{host}:{self.port}")

    async def stop(self) -> None:
        if self._runner is not None:
            await listening.close(self._runner)
            self._runner = None

    async def _alive(self, app: web.Application) -> AsyncIterator[None]:
        agenda = asyncio.create_task(self.world.agenda.run())
        yield
        agenda.cancel()
        with suppress(asyncio.CancelledError):
            await agenda
        await self.telegram.updates.close()
        await self.viber.close()
        await self.world.close()
