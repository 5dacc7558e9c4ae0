"""`python -m tests.benchmarks`: the best of three runs of each bot, turn by turn, as a ratio.

Before it the count of equal shares beside pabutools, where MONAWILE_DATA names real elections.
"""

import asyncio
import os
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks import counting
from tests.benchmarks.measure import Cost, measure
from tests.benchmarks.parts import VARIABLE, shares
from tests.support import databases
from tests.support.postgres import VARIABLE as POSTGRES

RUNS = 3
BASELINE = "tests.benchmarks.baseline"
SUBJECT = "tests.benchmarks.subject"


@dataclass
class Bot:
    """One bot of the comparison; `goal` is the ratio it should not exceed."""

    name: str
    module: str
    database: str = ""
    goal: float | None = None
    runs: list[Cost] = field(default_factory=list)
    parts: dict[str, float] = field(default_factory=dict)

    @property
    def best(self) -> Cost:
        return min(self.runs, key=lambda run: run.per_update)

    async def run(self, folder: Path, environment: dict[str, str] | None = None) -> Cost:
        """One run on an empty database."""
        told = dict(environment or {})
        if not self.database:
            return await measure(self.module, told)
        address = await fresh(self.database, folder)
        try:
            return await measure(self.module, {**told, "DATABASE_URL": address})
        finally:
            await databases.drop(address)

    async def take_apart(self, folder: Path) -> None:
        """One more run, sampled; it is slower and does not count."""
        sampled = folder / "parts.json"
        await self.run(folder, {VARIABLE: str(sampled)})
        self.parts = shares(sampled)


async def fresh(database: str, folder: Path) -> str:
    """An empty database for one run."""
    if database == "sqlite":
        return f"sqlite:///{folder}/run.db"
    return await databases.copy(database, databases.sibling(database, "run"))


def contenders() -> list[Bot]:
    bots = [
        Bot("plain aiogram, state in memory", BASELINE),
        Bot("Monawile, SQLite", SUBJECT, "sqlite", 1.3),
    ]
    if address := os.environ.get(POSTGRES):
        bots.append(Bot("Monawile, PostgreSQL", SUBJECT, address, 1.0))
    return bots


def table(bots: list[Bot]) -> Table:
    made = Table("bot", title=f"Eight-step dialogue, best of {RUNS} runs")
    for heading in ("CPU per update", "all runs", "updates/s", "ratio", "goal"):
        made.add_column(heading, justify="right")
    base = bots[0].best.per_update
    for bot in bots:
        best = bot.best
        runs = " ".join(f"{run.per_update:.2f}" for run in bot.runs)
        goal = f"{bot.goal:.1f}" if bot.goal else ""
        ratio = f"{best.per_update / base:.2f}"
        speed = f"{best.per_second:.0f}"
        made.add_row(bot.name, f"{best.per_update:.2f} ms", runs, speed, ratio, goal)
    return made


def dissection(bots: list[Bot]) -> Table:
    made = Table("part", title="Where the CPU of one update goes, ms")
    for bot in bots:
        made.add_column(bot.name, justify="right")
    for part in bots[-1].parts:
        times = (bot.parts.get(part, 0) * bot.best.per_update for bot in bots)
        made.add_row(part, *(f"{time:.2f}" for time in times))
    return made


async def count(console: Console, elections: Path) -> None:
    with console.status("counting beside pabutools"):
        found = [race async for race in counting.races(elections)]
    console.print(counting.table(found))


async def main() -> int:
    console = Console()
    if elections := counting.folder():
        await count(console, elections)
    bots = contenders()
    ours = [bot for bot in bots if bot.database]
    with tempfile.TemporaryDirectory() as folder:
        for number in range(RUNS):  # in turn, so that a busy minute of the machine hits all
            for bot in bots:
                with console.status(f"run {number + 1} of {RUNS}: {bot.name}"):
                    bot.runs.append(await bot.run(Path(folder)))
        for bot in ours:
            with console.status(f"taking apart: {bot.name}"):
                await bot.take_apart(Path(folder))
    console.print(table(bots), dissection(ours))
    console.print(
        "CPU of the bot's own process, user and system; a database server's is not in it."
    )
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
