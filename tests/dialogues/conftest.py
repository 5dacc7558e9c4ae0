"""The house with the demo's invented municipality in it."""

import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from storage import demo
from tests.support.postgres import VARIABLE
from tests.support.world import World

if TYPE_CHECKING:
    from tests.dialogues.hall import Hall


PAIRS = {"telegram": "sqlite", "viber": "postgres" if VARIABLE in os.environ else "sqlite"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Each dialogue is held on both messengers and both databases, in two runs instead of four.

    `--every-pair` holds all four.
    """
    if config.getoption("every_pair"):
        return
    crossed = [item for item in items if _crossed(item)]
    config.hook.pytest_deselected(items=crossed)
    items[:] = [item for item in items if item not in set(crossed)]


def _crossed(item: pytest.Item) -> bool:
    """Whether this is the messenger's dialogue on the other one's database."""
    params = item.callspec.params if hasattr(item, "callspec") else {}
    if Path(__file__).parent not in item.path.parents or "schema" not in params:
        return False
    return bool(params["schema"] != PAIRS.get(params.get("messenger", ""), "sqlite"))


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
