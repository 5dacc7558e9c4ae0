"""Statements are compiled once for a process of tests, not once for each test's database.

In production a process has one database, and its engine keeps what it has compiled.
"""

from typing import Any

from sqlalchemy import Connection, Dialect, Engine, event

DIALECTS: dict[type[Dialect], Dialect] = {}
COMPILED: dict[Any, Any] = {}


def share() -> None:
    """From now on, for every connection of this process."""
    event.listen(Engine, "engine_connect", _share)


def _share(connection: Connection) -> None:
    """A statement is known by its dialect, which each engine makes for itself."""
    dialect = connection.dialect
    connection.dialect = DIALECTS.setdefault(type(dialect), dialect)
    connection.execution_options(compiled_cache=COMPILED)
