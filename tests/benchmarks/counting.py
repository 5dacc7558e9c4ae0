"""How much faster we count equal shares than pabutools: ratios of CPU time, in one run."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from bot.civic.ballots import Rule

DATA = "MONAWILE_DATA"


@dataclass(frozen=True, slots=True)
class Case:
    """An election and a rule; `goal` is how many times faster we should be."""

    name: str
    file: str
    rule: Rule
    goal: int


CASES = (
    Case("Łódź 2022, one run", "Poland_Lodz_2022.pb", Rule.EQUAL_SHARES, 50),
    Case("Wieliczka 2023, add 1", "Poland_Wieliczka_2023_Green_Budget.pb", Rule.ADD_ONE, 5),
    Case("Świecie 2023, add 1", "Poland_Swiecie_2023.pb", Rule.ADD_ONE, 5),
)


@dataclass(frozen=True, slots=True)
class Race:
    """What each counter took, in CPU seconds; `same`: equal winners in the same order."""

    case: Case
    ours: float
    theirs: float
    same: bool

    @property
    def ratio(self) -> float:
        return self.theirs / self.ours

    @property
    def won(self) -> bool:
        return self.same and self.ratio >= self.case.goal


def folder() -> Path | None:
    """Where the elections are, if anybody said."""
    return Path(os.environ[DATA]) / "pabulib" if DATA in os.environ else None


async def races(elections: Path) -> AsyncIterator[Race]:
    for case in CASES:
        ours = await _counted("ours", elections / case.file, case.rule)
        theirs = await _counted("pabutools", elections / case.file, case.rule)
        same = ours["winners"] == theirs["winners"]
        yield Race(case, ours["seconds"], theirs["seconds"], same)


async def _counted(who: str, file: Path, rule: Rule) -> dict:
    command = (sys.executable, "-m", "tests.benchmarks.counters", who, str(file), rule)
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    said, _ = await process.communicate()
    if process.returncode:
        raise RuntimeError(f"{who} did not finish {file.name}")
    found: dict = json.loads(said)
    return found


def table(found: list[Race]) -> Table:
    made = Table("equal shares", title="Exact count, CPU seconds")
    for heading in ("Monawile", "pabutools", "times faster", "goal", "same winners, same order"):
        made.add_column(heading, justify="right")
    for race in found:
        made.add_row(
            race.case.name,
            f"{race.ours:.3f}",
            f"{race.theirs:.1f}",
            f"{race.ratio:.0f}",
            str(race.case.goal),
            "yes" if race.same else "NO",
        )
    return made
