"""A simulator for each test, and plain clients that speak to it over HTTP."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import ClientSession
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.clock import VirtualClock
from bot.simulator.server import Simulator
from tests.simulator.support import Hook, TelegramCaller, ViberCaller


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock()


@pytest.fixture
async def simulator(clock: VirtualClock) -> AsyncIterator[Simulator]:
    simulator = Simulator(clock)
    await simulator.start()
    yield simulator
    await simulator.stop()


@pytest.fixture
async def client() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


@pytest.fixture
def telegram(simulator: Simulator, client: ClientSession) -> TelegramCaller:
    return TelegramCaller(simulator, client)


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    await hook.start()
    yield hook
    await hook.stop()


@pytest.fixture
def viber(simulator: Simulator, client: ClientSession) -> ViberCaller:
    return ViberCaller(simulator, client)


@pytest.fixture
async def hooked(viber: ViberCaller, hook: Hook) -> Hook:
    """A Viber webhook that answers 200."""
    assert (await viber.call("set_webhook", url=hook.url))["status"] == 0
    hook.calls.clear()
    return hook


@pytest.fixture
async def ptb(simulator: Simulator, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[ExtBot[Any]]:
    """python-telegram-bot: the independent reader of the Bot API."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # else it warns of its own future
    base = f"{simulator.telegram_url}/bot"
    files = f"{simulator.telegram_url}/file/bot"
    request, polling = HTTPXRequest(), HTTPXRequest()
    bot: ExtBot[Any] = ExtBot(
        simulator.telegram.token,
        base_url=base,
        base_file_url=files,
        request=request,
        get_updates_request=polling,
    )
    async with bot:
        yield bot


@pytest.fixture
async def aiogram(simulator: Simulator) -> AsyncIterator[Bot]:
    """aiogram: the client the product itself uses."""
    server = TelegramAPIServer.from_base(simulator.telegram_url)
    async with Bot(simulator.telegram.token, session=AiohttpSession(api=server)) as bot:
        yield bot
