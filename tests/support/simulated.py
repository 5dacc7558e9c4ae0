"""The settings of a bot that talks to the simulator."""

from pathlib import Path

from pydantic import SecretStr

from bot.settings import Settings
from bot.simulator.server import Simulator
from tests.support.serving import free_port


def settings(simulator: Simulator, database_url: str, folder: Path) -> Settings:
    """Both messengers, a free port, files in this folder."""
    port = free_port()
    return Settings(
        _env_file=None,
        database_url=database_url,
        telegram_token=SecretStr(simulator.telegram.token),
        telegram_api_url=simulator.telegram_url,
        viber_token=SecretStr(simulator.viber.token),
        viber_api_url=simulator.viber_url,
        public_url=f"http://127.0.0.1:{port}",
        port=port,
        secret_key=SecretStr("a key for tests, forty characters long..."),
        vote_keys_dir=folder / "vote-keys",
        data_dir=folder,
    )
