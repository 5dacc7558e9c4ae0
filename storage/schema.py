"""The version of the schema: bring it up to date, or refuse to work on another one."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import sqlite
from storage.engine import Database

FOLDER = Path(__file__).parent / "migrations"


class WrongSchema(Exception):
    """The database has another schema than this program knows; the message says what to do."""


async def upgrade(database: Database, target: str = "head") -> None:
    """Run every migration that is missing, all or none.  Raises WrongSchema on a newer schema."""
    async with (
        database.engine.connect() as connection,
        _copying(database, connection),
        connection.begin(),
    ):
        await connection.run_sync(_not_newer)
        await connection.run_sync(_with_alembic, lambda config: command.upgrade(config, target))


@asynccontextmanager
async def _copying(database: Database, connection: AsyncConnection) -> AsyncIterator[None]:
    """SQLite changes a table by copying it, and dropping the old one must not pull at others.

    Foreign keys can only be switched outside a transaction (sqlite.org/lang_altertable.html, 7).
    """
    if not database.is_sqlite:
        yield
        return
    raw = (await connection.get_raw_connection()).driver_connection
    assert isinstance(raw, sqlite.Connection)
    with raw.unchecked():
        yield


async def revise(database: Database, message: str) -> None:
    """Write a migration from this database's schema to the tables as they are in the code."""
    number = f"{len(list(_scripts().walk_revisions())) + 1:04}"
    async with database.engine.begin() as connection:
        await connection.run_sync(
            _with_alembic,
            lambda config: command.revision(config, message, autogenerate=True, rev_id=number),
        )


async def check(database: Database) -> None:
    """Raises WrongSchema unless the schema is exactly the one this program knows."""
    async with database.engine.connect() as connection:
        await connection.run_sync(_not_newer)
        if await connection.run_sync(_revision) != _scripts().get_current_head():
            raise WrongSchema(
                "The database is older than this program. Run: python run_bot.py migrate"
            )


def _not_newer(connection: Connection) -> None:
    revision = _revision(connection)
    known = {script.revision for script in _scripts().walk_revisions()}
    if revision is not None and revision not in known:
        raise WrongSchema(
            "The database is newer than this program. Install the version that made it."
        )


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return MigrationContext.configure(connection).get_current_revision()


def _with_alembic(connection: Connection, work: Callable[[Config], object]) -> None:
    config = _config()
    config.attributes["connection"] = connection
    work(config)


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "os")
    return config
