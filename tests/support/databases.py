"""New databases, cheap enough to give every test its own."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy.engine import URL, make_url


async def execute(server: URL, *statements: str) -> None:
    """Run statements outside a transaction, as databases are created and dropped."""
    async with _connected(server) as connection:
        for statement in statements:
            await connection.execute(statement)


async def ask(server: URL, query: str) -> list[Any]:
    """The first column of a query's rows."""
    async with _connected(server) as connection:
        return [row[0] for row in await connection.fetch(query)]


async def copy(template: str, name: str) -> str:
    """The address of a new database `name` that begins as `template`, an address, stands."""
    origin = make_url(template)
    if origin.get_backend_name() == "sqlite":
        return _copy_file(origin, name)
    await execute(
        origin.set(database="postgres"),
        f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)',
        f'CREATE DATABASE "{name}" TEMPLATE "{origin.database}"',
    )
    return text(origin.set(database=name))


async def drop(address: str) -> None:
    """Remove a database that `copy` made, whoever still holds a connection to it."""
    url = make_url(address)
    if url.get_backend_name() == "sqlite":
        return  # the temporary folder takes the file with it
    server = url.set(database="postgres")
    await execute(server, f'DROP DATABASE IF EXISTS "{url.database}" WITH (FORCE)')


def text(url: URL) -> str:
    """The address as DATABASE_URL takes it."""
    return url.render_as_string(hide_password=False)


@asynccontextmanager
async def _connected(server: URL) -> AsyncIterator[Any]:
    connection = await asyncpg.connect(text(server.set(drivername="postgresql")))
    try:
        yield connection
    finally:
        await connection.close()


def _copy_file(origin: URL, name: str) -> str:
    source = Path(origin.database or "")
    target = source.with_name(f"{name}.db")
    if source.exists():
        shutil.copyfile(source, target)
    return text(origin.set(database=str(target)))
