"""`serve`: the bot on the real messengers."""

import asyncio
import errno
import logging
import signal

from pydantic import SecretStr
from sqlalchemy.exc import DBAPIError

from bot import logs
from bot.app import App, build
from bot.channel import SendError, TryAgain
from bot.clock import SystemClock
from bot.commands.say import stop
from bot.settings import BadSettings, Settings, read_settings
from bot.texts import Texts
from bot.working import WorkerProcess
from storage import schema
from storage.engine import BadDatabase

log = logging.getLogger(__name__)

SIMULATED = ("127.0.0.1", "localhost", "[::1]")
STOP_SECONDS = 30.0  # what an orchestrator usually grants after SIGTERM


def serve() -> None:
    """Run the bot on Telegram and Viber, as the environment says."""
    try:
        settings = read_settings()
    except BadSettings as bad:
        raise stop(*bad.problems) from None
    if problems := missing(settings):
        raise stop(*problems)
    logs.set_up(settings.log_format, secrets_of(settings))
    try:
        app = build(settings, SystemClock(), Texts(strict=False))
        app.work = WorkerProcess(app).run
        asyncio.run(run(app, settings.port))
    except BadDatabase as bad:
        raise stop(str(bad)) from None
    except schema.WrongSchema as wrong:
        raise stop(str(wrong)) from None
    except SendError as error:
        raise stop(_refused(error)) from None
    except (OSError, DBAPIError) as error:
        raise stop(_unreachable(error, settings.port)) from None


def missing(settings: Settings) -> list[str]:
    """What must be set before the bot can serve, a clear line each."""
    problems = []
    if not settings.telegram_token and not settings.viber_token:
        problems.append("Set TELEGRAM_TOKEN or VIBER_TOKEN (or run without `serve` for the demo).")
    if not settings.secret_key or len(settings.secret_key.get_secret_value()) < 32:
        problems.append("Set SECRET_KEY to at least 32 random characters and keep it for ever.")
    webhook = settings.telegram_mode == "webhook" and settings.telegram_token
    if (settings.viber_token or webhook) and not _reachable(settings.public_url):
        problems.append("Set PUBLIC_URL to the https:// address at which this server is reached.")
    if webhook and not settings.telegram_webhook_secret:
        problems.append("Set TELEGRAM_WEBHOOK_SECRET: 1 to 256 of A-Z a-z 0-9 _ -")
    return problems


def _reachable(url: str) -> bool:
    return url.startswith(("https://", *(f"http://{host}" for host in SIMULATED)))


def secrets_of(settings: Settings) -> list[str]:
    """Values that must never be logged."""
    given: list[SecretStr | None] = [
        settings.telegram_token,
        settings.viber_token,
        settings.secret_key,
        settings.telegram_webhook_secret,
    ]
    return [secret.get_secret_value() for secret in given if secret]


async def run(app: App, port: int) -> None:
    """Serve until SIGTERM or SIGINT, then finish what is in work."""
    try:
        await schema.check(app.database)
        await app.web.start("0.0.0.0", port)
        await app.start()
    except BaseException:
        await app.stop()
        raise
    log.info("serving on port %d", port)
    await until_told()
    log.info("stopping: finishing what is in work")
    async with asyncio.timeout(STOP_SECONDS):
        await app.stop()


async def until_told() -> None:
    """Wait for SIGTERM or SIGINT."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told.set)
    await told.wait()


def _refused(error: SendError) -> str:
    if isinstance(error, TryAgain):
        return (
            f"A messenger does not answer ({error.reason}). Check the network, "
            "TELEGRAM_API_URL and VIBER_API_URL."
        )
    return (
        f"A messenger refuses us ({error.reason}). Check TELEGRAM_TOKEN, VIBER_TOKEN "
        "and that PUBLIC_URL leads here."
    )


def _unreachable(error: Exception, port: int) -> str:
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use. Set PORT to a free one."
    if isinstance(error, PermissionError):
        return f"Not permitted: {error.filename or f'port {port}'}. Check PORT and DATA_DIR."
    return "The database does not answer. Check DATABASE_URL and that it is running."
