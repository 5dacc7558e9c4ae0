"""SQLite inside the event loop: one thread hop a commit instead of one a statement.

A statement on an embedded database takes microseconds, a hop to a thread takes ten times that.
What may really wait runs in a thread: taking the write lock from another process, and the commit
with its fsync.  In this process writers queue on one asyncio lock, so they never poll the file.

The class below looks like an aiosqlite connection to SQLAlchemy's own adapter.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")

BUSY_SECONDS = 20.0
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
)
BEGIN_WRITING = "BEGIN IMMEDIATE"


class Cursor:
    """A database cursor whose statements run at once, in the caller's own thread."""

    def __init__(self, connection: "Connection", cursor: sqlite3.Cursor) -> None:
        self._connection = connection
        self._cursor = cursor

    async def __aenter__(self) -> "Cursor":
        return self

    @property
    def description(self) -> Any:
        return self._cursor.description

    @property
    def rowcount(self) -> int:
        return self._cursor.rowcount

    @property
    def lastrowid(self) -> int | None:
        return self._cursor.lastrowid

    @property
    def arraysize(self) -> int:
        return self._cursor.arraysize

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> "Cursor":
        if sql == BEGIN_WRITING:
            await self._connection.begin_writing()
        else:
            self._cursor.execute(sql, parameters)
        return self

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> "Cursor":
        self._cursor.executemany(sql, parameters)
        return self

    async def fetchall(self) -> list[Any]:
        return self._cursor.fetchall()

    async def fetchone(self) -> Any:
        return self._cursor.fetchone()

    async def fetchmany(self, size: int | None = None) -> list[Any]:
        return self._cursor.fetchmany(size or self._cursor.arraysize)

    async def close(self) -> None:
        self._cursor.close()


class Connection:
    """One SQLite connection; at most one in the process writes at a time."""

    def __init__(self, path: str, writers: asyncio.Lock) -> None:
        self._writers = writers
        self._writing = False
        self._raw = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=0)
        self._raw.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000:.0f}")
        for pragma in PRAGMAS:
            self._raw.execute(pragma)
        self._raw.execute("PRAGMA busy_timeout=0")

    @property
    def isolation_level(self) -> str | None:
        return self._raw.isolation_level

    @isolation_level.setter
    def isolation_level(self, level: str | None) -> None:
        self._raw.isolation_level = None

    @property
    def _connection(self) -> sqlite3.Connection:
        """SQLAlchemy's adapter asks for it to see whether the connection is open."""
        return self._raw

    async def begin_writing(self) -> None:
        """BEGIN IMMEDIATE: the lock first, so that nobody changes what is read next."""
        try:
            async with asyncio.timeout(BUSY_SECONDS):
                await self._writers.acquire()
        except TimeoutError as late:
            raise sqlite3.OperationalError("database is locked") from late
        try:
            await self._lock_file()
        except BaseException:
            self._writers.release()
            raise
        self._writing = True

    async def _lock_file(self) -> None:
        """At once if no other process writes, which is nearly always; else wait in a thread."""
        try:
            self._raw.execute(BEGIN_WRITING)
        except sqlite3.OperationalError:
            await self._hop(self._wait_for_file)

    def _wait_for_file(self) -> None:
        self._raw.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000:.0f}")
        try:
            self._raw.execute(BEGIN_WRITING)
        finally:
            self._raw.execute("PRAGMA busy_timeout=0")

    async def rewrite(self) -> None:
        """Write the whole file anew, so that nothing deleted is left in it or in its log.

        Raises OperationalError while another process reads or writes for long.
        """
        async with self._writers:
            await self._hop(self._rewrite)

    def _rewrite(self) -> None:
        self._raw.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000:.0f}")
        try:
            self._raw.execute("VACUUM")
            busy = self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            self._raw.execute("PRAGMA busy_timeout=0")
        if busy:
            raise sqlite3.OperationalError("database is locked")

    @contextmanager
    def unchecked(self) -> Iterator[None]:
        """Without foreign keys, for a migration; begin the transaction inside."""
        self._raw.execute("PRAGMA foreign_keys=OFF")
        try:
            yield
        finally:
            self._raw.execute("PRAGMA foreign_keys=ON")

    def cursor(self) -> Cursor:
        return Cursor(self, self._raw.cursor())

    async def commit(self) -> None:
        try:
            if self._writing:
                await self._hop(self._raw.commit)
            else:
                self._raw.commit()
        finally:
            self._done_writing()

    async def rollback(self) -> None:
        try:
            self._raw.rollback()
        finally:
            self._done_writing()

    async def create_function(
        self, name: str, count: int, call: Callable[..., Any], **kw: Any
    ) -> None:
        self._raw.create_function(name, count, call, **kw)

    async def close(self) -> None:
        self._raw.close()
        self._done_writing()

    def stop(self) -> None:
        """Close without waiting; SQLAlchemy calls it for a connection dropped outside a loop."""
        self._raw.close()

    def _done_writing(self) -> None:
        if self._writing:
            self._writing = False
            self._writers.release()

    @staticmethod
    async def _hop(call: Callable[..., T], *args: Any) -> T:
        return await _finish(asyncio.to_thread(call, *args))


async def _finish(work: Awaitable[T]) -> T:
    """Wait for a thread to its end even when cancelled: a half-known commit is the worst."""
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as late:
            cancelled = late
    if cancelled:
        raise cancelled
    return task.result()


def creator(path: str) -> Callable[[], Awaitable[Connection]]:
    """An `async_creator` for one database file; its connections share one writers' lock."""
    writers = asyncio.Lock()

    async def connect() -> Connection:
        return Connection(path, writers)

    return connect
