"""The house with the demo's invented municipality in it."""

import pytest

from storage import demo
from tests.support.world import World


@pytest.fixture
async def demo_world(world: World) -> World:
    """Both messengers, and a municipality with a vote, a survey and ideas."""
    async with world.database.writing() as session:
        await demo.fill(session, world.clock.now())
    return world
