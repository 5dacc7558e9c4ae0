"""What a process of tests makes once, not once for each test's house.

In production a process has one house: one database, whose engine keeps the statements it has
compiled, and one Telegram bot, which reads the world's certificates once.
"""

import functools
import ssl
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, event

DIALECTS: dict[type[Dialect], Dialect] = {}
COMPILED: dict[Any, Any] = {}


def share() -> None:
    """From now on, for every connection and every bot of this process."""
    ssl.create_default_context = functools.lru_cache(ssl.create_default_context)  # type: ignore[assignment]
    event.listen(Engine, "engine_connect", _share)


def _share(connection: Connection) -> None:
    """A statement is known by its dialect, which each engine makes for itself."""
    dialect = connection.dialect
    connection.dialect = DIALECTS.setdefault(type(dialect), dialect)
    connection.execution_options(compiled_cache=COMPILED)
