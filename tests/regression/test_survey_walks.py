"""Real forms are answered at random on both messengers, over the simulator."""

from pathlib import Path

import pytest

from storage import demo
from tests.support.polling import poll
from tests.support.world import World
from tests.support.xlsforms import real

PEOPLE = {"reach_MSNA_2024_v11.xlsx": 2}  # `make prove` sends 1,000 to each
USUAL = 10


@pytest.fixture
async def demo_world(world: World) -> World:
    async with world.database.writing() as session:
        await demo.fill(session, world.clock.now())
    return world


async def test_what_is_stored_is_what_was_said(demo_world: World, data: Path):
    forms = real(data)
    for name, form in forms.items():
        found = await poll(demo_world, form, PEOPLE.get(name, USUAL))
        # In one form few guesses satisfy what all answers together must add up to.
        assert found.said, name
        assert found.stored == found.said, name
    assert len(forms) == 6
