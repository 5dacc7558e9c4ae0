"""`python -m tests.benchmarks`: the best of three runs of each bot, turn by turn, as a ratio."""

import asyncio
import os
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks.measure import Cost, measure
from tests.support import databases
from tests.support.postgres import VARIABLE

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

    @property
    def best(self) -> Cost:
        return min(self.runs, key=lambda run: run.per_update)

    async def run(self, number: int, folder: Path) -> None:
        if not self.database:
            self.runs.append(await measure(self.module, {}))
            return
        address = await fresh(self.database, folder, number)
        try:
            self.runs.append(await measure(self.module, {"DATABASE_URL": address}))
        finally:
            await databases.drop(address)


async def fresh(database: str, folder: Path, number: int) -> str:
    """An empty database for one run."""
    if database == "sqlite":
        return f"sqlite:///{folder}/run{number}.db"
    return await databases.copy(database, databases.sibling(database, f"run{number}"))


def contenders() -> list[Bot]:
    bots = [
        Bot("plain aiogram, state in memory", BASELINE),
        Bot("Monawile, SQLite", SUBJECT, "sqlite", 1.3),
    ]
    if address := os.environ.get(VARIABLE):
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


async def main() -> int:
    console = Console()
    bots = contenders()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(RUNS):  # in turn, so that a busy minute of the machine hits all
            for bot in bots:
                with console.status(f"run {number + 1} of {RUNS}: {bot.name}"):
                    await bot.run(number, Path(folder))
    console.print(table(bots))
    console.print(
        "CPU of the bot's own process, user and system; a database server's is not in it."
    )
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
