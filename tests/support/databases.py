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
        target = Path(origin.database or "").with_name(f"{name}.db")
        shutil.copyfile(origin.database or "", target)
        return text(origin.set(database=str(target)))
    async with _connected(origin.set(database="postgres")) as connection:
        await connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        create = f'CREATE DATABASE "{name}" TEMPLATE "{origin.database}"'
        await connection.execute(create + await _strategy(connection))
    return text(origin.set(database=name))


async def drop(address: str) -> None:
    """Remove a database that `copy` made, whoever still holds a connection to it."""
    url = make_url(address)
    if url.get_backend_name() == "sqlite":
        for path in Path(url.database or "").parent.glob(f"{Path(url.database or '').name}*"):
            path.unlink()
        return
    server = url.set(database="postgres")
    await execute(server, f'DROP DATABASE IF EXISTS "{url.database}" WITH (FORCE)')


def sibling(address: str, suffix: str) -> str:
    """The name of a database beside this one; it goes when its origin is swept away."""
    return f"{Path(make_url(address).database or '').stem}_{suffix}"


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


async def _strategy(connection: Any) -> str:
    """Files are copied for half the price of the log, where their checkpoints cost nothing."""
    forgets = await connection.fetchval("SHOW fsync") == "off"
    chooses = connection.get_server_version() >= (15,)
    return " STRATEGY file_copy" if forgets and chooses else ""
