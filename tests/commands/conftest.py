"""A simulator for the process under test, and the settings that lead it there."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

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


@pytest.fixture
async def migrated(tmp_path: Path) -> str:
    """The address of a database that is up to date."""
    address = f"sqlite:///{tmp_path}/monawile.db"
    database = Database(address)
    await schema.upgrade(database)
    await database.close()
    return address


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
