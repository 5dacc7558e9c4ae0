"""Fixtures that every kind of test may want.  What belongs to one folder stands in that folder."""

import gc
import os
import tempfile
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from hypothesis import settings

from storage import tables
from storage.engine import Database, Secrets
from tests.support import compiled, databases, ram
from tests.support.postgres import VARIABLE

if TYPE_CHECKING:
    from tests.support.world import World

NO_POSTGRES = f"no PostgreSQL: {VARIABLE} is not set (`make test` sets it)"
NUMBERS = count(1)
gc.set_threshold(50_000, 20, 50)  # a tenth of all time went into looking for cycles
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")


def pytest_configure() -> None:
    compiled.share()
    settings.register_profile("untimed", deadline=None)
    settings.load_profile("untimed")
    if folder := ram.folder():
        tempfile.tempdir = str(folder)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--every-pair",
        action="store_true",
        help="hold each dialogue on every messenger with every database",
    )


@pytest_asyncio.fixture(
    scope="session",
    loop_scope="session",
    params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)],
)
async def schema(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[str]:
    """A database with all tables and no rows, made once: the others are copies of it."""
    if request.param == "sqlite":
        address = f"sqlite:///{tmp_path_factory.mktemp('databases')}/schema.db"
    elif given := os.environ.get(VARIABLE):
        address = await databases.copy(given, databases.sibling(given, f"schema_{WORKER}"))
    else:
        pytest.skip(NO_POSTGRES)
    database = Database(address)
    async with database.engine.begin() as connection:
        await connection.run_sync(tables.Base.metadata.create_all)
    await database.close()
    yield address
    await databases.drop(address)


@pytest.fixture
async def database_url(schema: str) -> AsyncIterator[str]:
    """The address of this test's own database, all tables made: on SQLite, then on PostgreSQL."""
    address = await databases.copy(schema, databases.sibling(schema, str(next(NUMBERS))))
    yield address
    await databases.drop(address)


@pytest.fixture
async def database(database_url: str, tmp_path: Path) -> AsyncIterator[Database]:
    """This test's own database, opened with secrets for tests."""
    secrets = Secrets(b"an identity key for tests", tmp_path / "vote-keys")
    opened = Database(database_url, secrets=secrets)
    yield opened
    await opened.close()


@pytest.fixture
async def world(database_url: str, tmp_path: Path) -> AsyncIterator["World"]:
    """The whole house over both simulated messengers, in virtual time."""
    from tests.support.world import World

    opened = await World.open(database_url, tmp_path)
    yield opened
    await opened.close()
