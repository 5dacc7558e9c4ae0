"""Fixtures of the channel tests."""

from collections.abc import AsyncIterator

import pytest

from bot.clock import VirtualClock
from tests.channels.rigs import NAMES, Rig, running
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
