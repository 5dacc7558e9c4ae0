"""The demo: the whole product with two simulated phones and a clock to move, in a browser."""

import asyncio
import os
import secrets
from pathlib import Path

import typer
from pydantic import SecretStr

from bot import logs
from bot.app import build
from bot.clock import MovableClock
from bot.commands.say import stop
from bot.commands.serve import secrets_of, until_told
from bot.settings import Settings
from bot.simulator.server import Simulator
from bot.texts import Texts
from storage import demo as content
from storage import schema

HOST = "127.0.0.1"
FOLDER = Path("data/demo")


def demo() -> None:
    """Open the demo on http://127.0.0.1:8080 (PORT to change): no token, no real people."""
    port = int(os.environ.get("PORT", "8080"))
    try:
        asyncio.run(_run(port))
    except OSError as error:
        if error.errno != 98:
            raise
        raise stop(f"Port {port} is in use. Try: PORT={port + 1} make run") from None


async def _run(port: int) -> None:
    clock = MovableClock()
    simulator = Simulator(clock, links=())
    settings = _settings(simulator, port)
    logs.set_up("text", secrets_of(settings))
    app = build(settings, clock, Texts())
    simulator.app.add_routes(app.web.routes())
    await schema.upgrade(app.database)
    async with app.database.writing() as session:
        guide = await content.fill(session, clock.now())
    simulator.links.extend(_links(guide, port))
    try:
        await simulator.start(HOST, port)
        await app.start()
        typer.echo(f"\n  Monawile: http://{HOST}:{port}\n\n  Ctrl-C stops it.\n")
        await until_told()
    finally:
        await app.stop()
        await simulator.stop()


def _settings(simulator: Simulator, port: int) -> Settings:
    base = f"http://{HOST}:{port}"
    return Settings(
        _env_file=None,
        database_url=f"sqlite:///{FOLDER}/monawile.db",
        telegram_token=SecretStr(simulator.telegram.token),
        telegram_api_url=base,
        viber_token=SecretStr(simulator.viber.token),
        viber_api_url=f"{base}/pa",
        public_url=base,
        port=port,
        secret_key=SecretStr(_key()),
        vote_keys_dir=FOLDER / "vote-keys",
        data_dir=FOLDER,
    )


def _key() -> str:
    """The demo's own secret, made once and kept beside its data."""
    path = FOLDER / "secret-key"
    FOLDER.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.write_text(secrets.token_hex(32))
    return path.read_text()


def _links(guide: content.Guide, port: int) -> list[tuple[str, str]]:
    return [(link.label, f"http://{HOST}:{port}{link.path}") for link in guide.links]
