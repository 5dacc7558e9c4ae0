"""What every command needs that works on the database and then ends."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from sqlalchemy.exc import DBAPIError

from bot.app import open_database
from bot.commands.say import stop
from bot.settings import BadSettings, read_settings
from storage import schema
from storage.engine import BadDatabase, Database

T = TypeVar("T")

Work = Callable[[Database], Awaitable[T]]


def run(work: Work[T]) -> T:
    """Do it on the database of the settings; what cannot be done ends the command in one line."""
    try:
        return asyncio.run(_on_database(work))
    except BadSettings as bad:
        raise stop(*bad.problems) from None
    except (BadDatabase, schema.WrongSchema) as bad:
        raise stop(str(bad)) from None
    except (OSError, DBAPIError):
        raise stop(
            "The database does not answer. Check DATABASE_URL and that it is running."
        ) from None


def run_checked(work: Work[T]) -> T:
    """The same, on a database whose schema this program knows."""

    async def checked(database: Database) -> T:
        await schema.check(database)
        return await work(database)

    return run(checked)


def run_with_secrets(work: Work[T]) -> T:
    """The same, where codes of people's proofs are made: they need SECRET_KEY."""
    try:
        known = read_settings().secret_key
    except BadSettings as bad:
        raise stop(*bad.problems) from None
    if known is None:
        raise stop("SECRET_KEY is missing: it must be the one that `serve` has.")
    return run_checked(work)


async def _on_database(work: Work[T]) -> T:
    settings = read_settings()
    database = open_database(settings) if settings.secret_key else Database(settings.database_url)
    try:
        return await work(database)
    finally:
        await database.close()
