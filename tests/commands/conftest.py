"""A simulator for the process under test, and the settings that lead it there."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.clock import SystemClock
from bot.simulator.server import Simulator
from storage import schema
from storage.engine import Database
from tests.support.serving import free_port

Env = dict[str, str]

SECRET = "only-for-tests-and-forty-characters-long"


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    simulator = Simulator(SystemClock())
    await simulator.start()
    yield simulator
    await simulator.stop()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def newest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that is up to date, made once: the others are copies of it."""
    file = tmp_path_factory.mktemp("newest") / "monawile.db"
    database = Database(f"sqlite:///{file}")
    await schema.upgrade(database)
    await database.close()
    return file


@pytest.fixture
def migrated(newest: Path, tmp_path: Path) -> str:
    """The address of a database that is up to date."""
    return f"sqlite:///{shutil.copy(newest, tmp_path)}"


@pytest.fixture
def telegram(simulator: Simulator, migrated: str) -> Env:
    """What `serve` needs for Telegram alone, by polling."""
    return {
        "DATABASE_URL": migrated,
        "SECRET_KEY": SECRET,
        "PORT": str(free_port()),
        "TELEGRAM_TOKEN": simulator.telegram.token,
        "TELEGRAM_API_URL": simulator.telegram_url,
    }


@pytest.fixture
def both(simulator: Simulator, telegram: Env) -> Env:
    return {
        **telegram,
        "PUBLIC_URL": f"http://127.0.0.1:{telegram['PORT']}",
        "VIBER_TOKEN": simulator.viber.token,
        "VIBER_API_URL": simulator.viber_url,
    }
