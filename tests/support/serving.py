"""The command line as a process of its own: its signals, its exit and what it prints."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientError, ClientSession

from bot.commands import app
from tests.support.forked import PROCESSES

PATIENCE = 60.0  # real seconds until a process must be up or over
OUT, ERR = "stdout", "stderr"


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


class Process:
    """One run of the command line in a folder, with no settings but those given."""

    def __init__(self, folder: Path, settings: Mapping[str, str], *words: str) -> None:
        self._folder = folder
        given = (folder, dict(settings), words)
        self._process = PROCESSES.Process(target=_main, args=given, daemon=True)
        self._process.start()

    async def holds(self, bots: int, url: str) -> None:
        """Wait until the process at this address receives and sends for so many bots."""
        async with asyncio.timeout(PATIENCE), ClientSession() as client:
            while await _held(client, f"{url}/healthz") < bots:
                assert self._process.exitcode is None, await self.ended()
                await asyncio.sleep(0.05)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        assert self._process.pid is not None
        os.kill(self._process.pid, number)

    async def ended(self) -> Ended:
        await asyncio.to_thread(self._process.join, PATIENCE)
        code = self._process.exitcode
        assert code is not None, "the process did not end"
        return Ended(code, *((self._folder / name).read_text("utf-8") for name in (OUT, ERR)))

    def kill(self) -> None:
        self._process.kill()
        self._process.join()


async def run(folder: Path, settings: Mapping[str, str], *words: str) -> Ended:
    """A command from its start to its end."""
    return await Process(folder, settings, *words).ended()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _main(folder: Path, settings: dict[str, str], words: tuple[str, ...]) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(settings, NO_COLOR="1", PYTHONWARNINGS="error")
    for name, stream in ((OUT, sys.stdout), (ERR, sys.stderr)):
        os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream.fileno())
    sys.argv = ["run_bot.py", *words]
    app()


async def _held(client: ClientSession, url: str) -> int:
    try:
        async with client.get(url) as answer:
            return int((await answer.json()).get("bots_held", 0))
    except ClientError:
        return 0
