"""Run one bot as its own process under the load and read what it cost."""

import asyncio
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.load import Load

PEOPLE = 40
WARM_TALKS = 1
TALKS = 5
PATIENCE = 60.0  # seconds for one run; a dialogue that takes longer is stuck
FAREWELL = 10.0  # seconds
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a number of updates took of the bot's process."""

    updates: int
    cpu: float  # seconds, user and system
    seconds: float

    @property
    def per_update(self) -> float:
        """CPU milliseconds."""
        return 1000 * self.cpu / self.updates

    @property
    def per_second(self) -> float:
        return self.updates / self.seconds


async def measure(module: str, environment: dict[str, str]) -> Cost:
    """The cost of a bot that is started by `python -m module` and polls TELEGRAM_API_URL."""
    load = Load()
    server = await asyncio.get_running_loop().create_server(load.connection, "127.0.0.1", 0)
    address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    told = {"TELEGRAM_API_URL": address, "TELEGRAM_TOKEN": "1:bench", **environment}
    with tempfile.TemporaryFile() as said:
        bot = await asyncio.create_subprocess_exec(
            sys.executable, "-m", module, env=os.environ | told, stdout=said, stderr=said
        )
        talking = asyncio.create_task(_under(load, bot.pid))
        gone = asyncio.create_task(bot.wait())
        first = asyncio.FIRST_COMPLETED
        try:
            await asyncio.wait((talking, gone), timeout=PATIENCE, return_when=first)
            if talking.done():
                return talking.result()
        finally:
            talking.cancel()
            await end(bot)
            await gone
            server.close()
        said.seek(0)
        words = said.read()[-2000:].decode(errors="replace")
        raise RuntimeError(f"{module}: {load.stuck()}\n{words}")


async def end(bot: asyncio.subprocess.Process) -> None:
    """Ask it to stop; after a while, make it."""
    if bot.returncode is None:
        bot.terminate()
    try:
        async with asyncio.timeout(FAREWELL):
            await bot.wait()
    except TimeoutError:
        bot.kill()
        await bot.wait()


async def _under(load: Load, pid: int) -> Cost:
    await load.talk(PEOPLE, WARM_TALKS)
    before, cpu = load.updates, cpu_seconds(pid)
    loop = asyncio.get_running_loop()
    start = loop.time()
    await load.talk(PEOPLE, TALKS)
    seconds = loop.time() - start
    if load.strays:
        raise RuntimeError(f"wrong answers: {load.strays[:3]}")
    return Cost(load.updates - before, cpu_seconds(pid) - cpu, seconds)


def cpu_seconds(pid: int) -> float:
    """User and system time of a process with all its threads."""
    after_name = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / TICKS
