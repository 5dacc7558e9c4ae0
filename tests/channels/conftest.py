"""Fixtures of the channel tests."""

from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram import Telegram, TelegramSettings
from bot.channels.viber import Viber, ViberSettings
from bot.clock import VirtualClock
from bot.simulator.viber import TOKEN
from tests.channels.rigs import COMMANDS, NAMES, SECRET, Rig, load, running
from tests.channels.scripted import Scripted


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock()


@pytest.fixture
async def scripted() -> AsyncIterator[Scripted]:
    server = Scripted()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture(params=NAMES)
async def rig(request: pytest.FixtureRequest, clock: VirtualClock) -> AsyncIterator[Rig]:
    async with running(request.param, clock) as running_rig:
        yield running_rig


@pytest.fixture
async def telegram(scripted: Scripted, clock: VirtualClock) -> AsyncIterator[Telegram]:
    settings = TelegramSettings(
        token="7:token", api_url=scripted.url, commands=COMMANDS, webhook_secret=SECRET
    )
    made = Telegram(settings, clock, load)
    yield made
    await made.close()


@pytest.fixture
async def viber(scripted: Scripted, clock: VirtualClock) -> AsyncIterator[Viber]:
    scripted.usual = b'{"status":0,"status_message":"ok","message_token":5711223344556677889}'
    made = Viber(ViberSettings(token=TOKEN, sender="მონაწილე", api_url=scripted.url), clock)
    yield made
    await made.close()
