"""The house with the demo's invented municipality in it."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

import pytest

from storage import demo
from tests.support.world import World

if TYPE_CHECKING:
    from tests.dialogues.hall import Hall


@pytest.fixture
async def demo_world(world: World) -> World:
    """Both messengers, and a municipality with a vote, a survey and ideas."""
    async with world.database.writing() as session:
        await demo.fill(session, world.clock.now())
    return world


@pytest.fixture
def hall(demo_world: World) -> Callable[[str], Awaitable["Hall"]]:
    """A town hall with an announced edition, on this messenger."""
    from tests.dialogues.hall import Hall

    return lambda messenger: Hall(demo_world, messenger).open()
