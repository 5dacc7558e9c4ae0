"""The machine a figure was measured on, without its name or its paths."""

import os
import platform
import sqlite3

from sqlalchemy.engine import make_url

from tests.support import databases
from tests.support.postgres import VARIABLE


async def machine() -> str:
    """One line: system, processor cores, Python, databases."""
    parts = [
        f"{platform.system()} on {platform.machine()}",
        f"{os.cpu_count()} cores",
        f"Python {platform.python_version()}",
        f"SQLite {sqlite3.sqlite_version}",
        await _postgres(),
    ]
    return ", ".join(parts)


async def _postgres() -> str:
    address = os.environ.get(VARIABLE)
    if not address:
        return "no PostgreSQL"
    [version] = await databases.ask(make_url(address), "SHOW server_version")
    return f"PostgreSQL {version.split()[0]}"
