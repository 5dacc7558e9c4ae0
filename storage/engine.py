"""Opening the database: SQLite in a file, or PostgreSQL.  Same code above, same tests."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import (
    AsyncConnection,
    AsyncEngine,
    AsyncSession,
    create_async_engine,
)

from storage import sqlite

RETRIES = 3
BUSY = ("40001", "40P01")  # PostgreSQL: serialization failure, deadlock detected


class BadDatabase(ValueError):
    """DATABASE_URL cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """What is kept outside the database: the key of identity codes, the folder of vote keys."""

    identity_key: bytes = field(repr=False)
    vote_keys: Path


class Database:
    """One database and the sessions on it; `secrets_of(session)` gives what they may need."""

    def __init__(self, url: str, *, secrets: Secrets | None = None, pool_size: int = 10) -> None:
        self.url = _checked(url)
        self.engine = _engine(self.url, pool_size)
        self._secrets = secrets
        self._reading = self.engine.execution_options(reading=True)

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """One transaction, committed at the end; on SQLite it holds the write lock throughout."""
        async with self.engine.begin() as connection:
            session = self._session(connection)
            try:
                yield session
                if session.in_transaction():
                    await session.commit()  # flushes; the connection's own commit follows
            finally:
                await session.close()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """One transaction for reading."""
        async with self._reading.connect() as connection, self._session(connection) as session:
            yield session

    def _session(self, connection: AsyncConnection) -> AsyncSession:
        info = {"secrets": self._secrets, "connection": connection}
        return AsyncSession(connection, expire_on_commit=False, info=info)

    async def close(self) -> None:
        await self.engine.dispose()


def core(session: AsyncSession) -> AsyncConnection:
    """The session's connection, in the same transaction.

    What every turn runs goes through it: the ORM would double the cost of a statement.
    """
    connection = session.info["connection"]
    assert isinstance(connection, AsyncConnection)
    return connection


@asynccontextmanager
async def savepoint(session: AsyncSession) -> AsyncIterator[None]:
    """What is written inside is taken back if it raises, whichever way it was written."""
    async with session.begin_nested():
        # Left alone, the session sets it at its own first statement, and `core` may write before.
        await session.connection()
        yield


def secrets_of(session: AsyncSession) -> Secrets:
    """The secrets this database was opened with."""
    secrets = session.info["secrets"]
    assert isinstance(secrets, Secrets), "this database was opened without secrets"
    return secrets


def is_busy(error: DBAPIError) -> bool:
    """Whether running the same transaction again may succeed."""
    state = getattr(error.orig, "sqlstate", None) or getattr(error.orig, "pgcode", None)
    return state in BUSY or "database is locked" in str(error.orig)


def _checked(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise BadDatabase("DATABASE_URL is not a database address") from error
    drivers = {
        "sqlite": "sqlite+aiosqlite",
        "postgresql": "postgresql+asyncpg",
        "postgres": "postgresql+asyncpg",
    }
    name = parsed.drivername.split("+")[0]
    if name not in drivers:
        raise BadDatabase("DATABASE_URL must start with sqlite:// or postgresql://")
    return parsed.set(drivername=drivers[name])


def _engine(url: URL, pool_size: int) -> AsyncEngine:
    if url.get_backend_name() != "sqlite":
        # Every session ends with a commit or a rollback of its own, so the pool need not send one
        # more; a connection that died is noticed at its first statement, and the turn runs again.
        return create_async_engine(
            url,
            pool_size=pool_size,
            max_overflow=pool_size,
            pool_reset_on_return=None,
            hide_parameters=True,  # they are what citizens wrote, and errors are logged
        )
    if not url.database or url.database == ":memory:":
        raise BadDatabase("SQLite needs a file: sqlite:///data/monawile.db")
    Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(
        url,
        async_creator=sqlite.creator(url.database),
        pool_size=pool_size,
        max_overflow=pool_size,
        hide_parameters=True,
    )
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """The driver would begin at the first write, which loses read-then-write races."""
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if reading else sqlite.BEGIN_WRITING)
