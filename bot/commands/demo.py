"""The demo: the whole product with two simulated phones and a clock to move, in a browser."""

import asyncio
import errno
import secrets
import time
from datetime import timedelta
from pathlib import Path

import typer
from pydantic import SecretStr
from sqlalchemy.exc import DBAPIError

from bot import logs
from bot.app import App, build
from bot.clock import MovableClock
from bot.commands.say import stop
from bot.commands.serve import secrets_of, until_told
from bot.settings import BadSettings, Settings, read_settings
from bot.simulator.server import Simulator
from bot.texts import Texts
from storage import demo as content
from storage import schema

HOST = "127.0.0.1"
FOLDER = Path("data/demo")


def demo() -> None:
    """Open the demo on http://127.0.0.1:8080 (PORT to change): no token, no real people.

    What was done in it is kept in data/demo; delete that folder to begin anew.
    """
    try:
        port = read_settings().port
        FOLDER.mkdir(parents=True, exist_ok=True)
        asyncio.run(_run(port))
    except BadSettings as bad:
        raise stop(*bad.problems) from None
    except schema.WrongSchema:
        raise stop(f"{FOLDER} was made by another version. Delete it and start again.") from None
    except OSError as error:
        raise stop(_unusable(error, port)) from None
    except DBAPIError:
        raise stop(f"The database in {FOLDER} cannot be opened. Is another demo running?") from None


class KeptClock(MovableClock):
    """The demo's time goes on where it was left: what it keeps must not lie in the future."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        if path.exists():
            self.offset = timedelta(seconds=float(path.read_text()))

    def move(self, by: timedelta) -> None:
        super().move(by)
        self._path.write_text(str(self.offset.total_seconds()))


async def _run(port: int) -> None:
    clock = KeptClock(FOLDER / "clock")
    simulator = Simulator(clock, past=int(time.time() * 1000))
    settings = _settings(simulator, f"http://{HOST}:{port}")
    logs.set_up("text", secrets_of(settings))
    app = build(settings, clock, Texts())
    app.doors.link = lambda bot, code: f"{settings.public_url}/?{bot}={code}"
    simulator.app.add_routes(app.web.routes())
    try:
        await simulator.start(HOST, port)
        simulator.links.extend(await _prepare(app))
        await app.start()
        typer.echo(f"\n  Monawile: {settings.public_url}\n\n  Ctrl-C stops it.\n")
        await until_told()
    finally:
        await app.stop()
        await simulator.stop()


async def _prepare(app: App) -> list[tuple[str, str]]:
    """Fill the database; the pages worth a look."""
    await schema.upgrade(app.database)
    async with app.database.writing() as session:
        guide = await content.fill(session, app.clock.now())
        await content.fill_ballots(session, app.clock.now())
        await content.fill_questions(session, app.clock.now())
        cycle = await content.fill_cycle(session, app.clock.now())
    return [(link.label, link.path) for link in (*guide.links, *cycle)]


def _settings(simulator: Simulator, base: str) -> Settings:
    """Without the environment's: a demo never meets a real token."""
    return Settings.model_construct(
        database_url=f"sqlite:///{FOLDER}/monawile.db",
        telegram_token=SecretStr(simulator.telegram.token),
        telegram_api_url=base,
        viber_token=SecretStr(simulator.viber.token),
        viber_api_url=f"{base}/pa",
        public_url=base,
        secret_key=SecretStr(_key()),
        vote_keys_dir=FOLDER / "vote-keys",
        data_dir=FOLDER,
    )


def _key() -> str:
    """The demo's own secret, made once and kept beside its data."""
    path = FOLDER / "secret-key"
    if not path.exists():
        path.write_text(secrets.token_hex(32))
    return path.read_text()


def _unusable(error: OSError, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use. Try: PORT={port + 1} make run"
    return f"The demo cannot start: {error.strerror}."
