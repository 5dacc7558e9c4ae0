"""The house with the demo's invented municipality in it."""

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from storage import demo
from tests.support import databases
from tests.support.postgres import VARIABLE
from tests.support.world import World

if TYPE_CHECKING:
    from tests.dialogues.hall import Hall


COPIES = count(1)
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


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def filled(
    schema: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[tuple[str, Path]]:
    """A database with the demo's municipality, and the folder of its keys, made once."""
    address = await databases.copy(schema, databases.sibling(schema, "filled"))
    folder = tmp_path_factory.mktemp("filled")
    world = await World.open(address, folder)
    async with world.database.writing() as session:
        await demo.fill(session, world.clock.now())
    await world.close()
    yield address, folder
    await databases.drop(address)


@pytest.fixture
async def demo_world(filled: tuple[str, Path], tmp_path: Path) -> AsyncIterator[World]:
    """Both messengers, and a municipality with a vote, a survey and ideas."""
    source, folder = filled
    address = await databases.copy(source, databases.sibling(source, f"demo_{next(COPIES)}"))
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    opened = await World.open(address, tmp_path)
    yield opened
    await opened.close()
    await databases.drop(address)


@pytest.fixture
def hall(demo_world: World) -> Callable[[str], Awaitable["Hall"]]:
    """A town hall with an announced edition, on this messenger."""
    from tests.dialogues.hall import Hall

    return lambda messenger: Hall(demo_world, messenger).open()
