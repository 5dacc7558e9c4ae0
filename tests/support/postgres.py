"""Lend a PostgreSQL to a command: `python -m tests.support.postgres python -m pytest`.

The command finds its address in TEST_DATABASE_URL.  It is, in this order: the one already set
there, a new database on a private server that forgets everything when it is stopped, one on a
server that runs here and lets us in.  Where none can be had, the command runs without it.

`--lasting` before the command is for what measures: a server that runs here comes first, and a
private one writes to the disk as in production.
"""

import asyncio
import getpass
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy.engine import URL

from tests.support import databases, ram

VARIABLE = "TEST_DATABASE_URL"
DEBIAN = Path(__file__).parents[2] / ".ci" / "debian"
LASTING = "--lasting"
FORGETFUL = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "autovacuum=off",  # it would look after hundreds of databases that live for a second
    "jit=off",
)
PLACES = ("/var/run/postgresql", "127.0.0.1")
LOCALE = "--locale=C.UTF-8"
MAY_CREATE = "SELECT rolcreatedb FROM pg_roles WHERE rolname = current_user"


@contextmanager
def lent(*, lasting: bool) -> Iterator[str]:
    """The address of an empty database, or an empty string where there is none."""
    if given := os.environ.get(VARIABLE):
        yield given
        return
    with ExitStack() as stack:
        if server := _server(stack, lasting):
            yield stack.enter_context(database(server))
        else:
            say("No PostgreSQL here: the tests that need one are skipped")
            yield ""


def _server(stack: ExitStack, lasting: bool) -> URL | None:
    if not lasting and (programs := binaries()):
        with suppress(subprocess.CalledProcessError):
            return stack.enter_context(private(programs, lasting=False))
    if server := asyncio.run(running()):
        return server
    if programs := installed():
        return stack.enter_context(private(programs, lasting=lasting))
    return None


async def running() -> URL | None:
    """A server that answers at its usual place and lets us make databases without a password."""
    for place in PLACES:
        for user in dict.fromkeys(("postgres", getpass.getuser())):
            server = address_of(place, user)
            try:
                allowed = await databases.ask(server, MAY_CREATE)
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
                continue
            if allowed == [True]:
                return server
    return None


@contextmanager
def database(server: URL) -> Iterator[str]:
    """An empty database; whatever was named after it goes away with it."""
    name = f"monawile_{secrets.token_hex(4)}"
    create = f'CREATE DATABASE "{name}" ENCODING UTF8 TEMPLATE template0'
    asyncio.run(databases.execute(server, create))
    try:
        yield databases.text(server.set(database=name))
    finally:
        asyncio.run(sweep(server, name))


async def sweep(server: URL, prefix: str) -> None:
    """Drop the database and every other whose name begins as its name does."""
    names = await databases.ask(server, "SELECT datname FROM pg_database")
    left = [name for name in names if name.startswith(prefix)]
    await databases.execute(server, *(f'DROP DATABASE "{name}" WITH (FORCE)' for name in left))


def installed() -> Path | None:
    """The folder of the server's programs, installed from Debian where we may."""
    if found := binaries():
        return found
    if os.geteuid() == 0 and subprocess.run([DEBIAN, "postgresql"], check=False).returncode == 0:
        return binaries()
    return None


def binaries() -> Path | None:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda it: float(it.parts[4]))
    if on_path := shutil.which("initdb"):
        folders.append(Path(on_path).resolve().parent)
    return next((path for path in reversed(folders) if (path / "initdb").exists()), None)


@contextmanager
def private(programs: Path, *, lasting: bool) -> Iterator[URL]:
    """A server of our own on a socket in a temporary folder: no port to collide, nothing left."""
    say("Starting a private PostgreSQL")
    place = None if lasting else ram.folder()
    with tempfile.TemporaryDirectory(
        prefix="monawile-pg-", dir=place, ignore_cleanup_errors=True
    ) as folder:
        call = partial(run, programs, folder, owner(Path(folder)))
        data = f"{folder}/data"
        call("initdb", "-N", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", LOCALE)
        settings = ["listen_addresses=''", *(() if lasting else FORGETFUL)]
        options = " -c ".join([f"-k {folder}", *settings])
        call("pg_ctl", "-D", data, "-w", "-l", f"{folder}/log", "-o", options, "start")
        try:
            yield address_of(folder, "postgres")
        finally:
            call("pg_ctl", "-D", data, "-w", "-m", "fast", "stop")


def owner(folder: Path) -> dict[str, Any]:
    """Whom the server runs as: it refuses to be root."""
    if os.geteuid() != 0:
        return {}
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    user = known.get("postgres") or known["nobody"]
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def run(programs: Path, folder: str, who: dict[str, Any], program: str, *args: str) -> None:
    command = [str(programs / program), *args]
    null = subprocess.DEVNULL
    subprocess.run(command, check=True, cwd=folder, stdin=null, stdout=null, **who)


def address_of(host: str, user: str) -> URL:
    return URL.create("postgresql", username=user, database="postgres", query={"host": host})


def say(text: str) -> None:
    sys.stderr.write(text + "\n")


def main() -> int:
    # The command gets the signal too and ends by itself; we stay to tidy up after it.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    lasting = sys.argv[1:2] == [LASTING]
    command = sys.argv[2:] if lasting else sys.argv[1:]
    with lent(lasting=lasting) as address:
        environment = os.environ | ({VARIABLE: address} if address else {})
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
