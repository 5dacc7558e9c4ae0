"""The count: official results reproduced, beside pabutools, and a million ballots."""

import asyncio
import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bot.exchange import recount
from bot.exchange.pabulib import read
from tests.benchmarks import counting, synthetic
from tests.prove.report import Report

TITLE = "Exact counts: official results, speed, a million ballots"
RULES = {
    "greedy-skip": "greedy",
    "min-score + greedy-skip": "greedy-threshold",
    "no-skip": "greedy-no-skip",
    "min-score + no-skip": "greedy-no-skip",
    "no-skip + 80 % rule": "greedy-no-skip",  # its extras are marked 2, paid by reserves
    "MES add1": "equal-shares/add1",
}
VOTERS = 1_000_000
SECONDS = 10  # of CPU, which is what an idle machine takes
MEGABYTES = 1_000
RUNS = 3


async def prove(report: Report) -> None:
    elections = counting.folder()
    if elections is None:
        report.line(f"Real elections left out: {counting.DATA} names no folder.")
    else:
        await _official(report, elections)
        await _faster(report, elections)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "million.pb"
        synthetic.write(file, VOTERS)
        for rule in ("greedy", "equal-shares"):
            await _large(report, file, rule)


async def _official(report: Report, elections: Path) -> None:
    """`budget count` with the rule that the index names, and with the file's own label."""
    with (elections / "index.csv").open(encoding="utf-8") as index:
        rows = [row for row in csv.DictReader(index) if row["reproduced_by"] in RULES]
    found = 0
    for row in rows:
        file = elections / row["file"]
        official = recount.selected(read(file.read_bytes()))
        for rule in (RULES[row["reproduced_by"]], "auto"):
            said, _ = await _count(file, rule)
            counted = json.loads(said)
            if set(counted["winners"]) == official:
                found += 1
            else:
                report.fail(f"{row['file']}, {rule}: other winners than the official ones")
    report.figure("Official results reproduced", f"{found} of {2 * len(rows)} counts")


async def _faster(report: Report, elections: Path) -> None:
    async for race in counting.races(elections):
        told = f"{race.ours:.2f} s, pabutools {race.theirs:.1f} s: {race.ratio:.0f} times faster"
        report.figure(f"Equal shares, {race.case.name}", told)
        if not race.same:
            report.fail(f"{race.case.name}: other winners than pabutools, or in another order")
        if not race.won:
            report.fail(f"{race.case.name}: not {race.case.goal} times faster")


async def _large(report: Report, file: Path, rule: str) -> None:
    """Reading and counting, by the command itself; of some runs the one least disturbed."""
    runs = [(await _count(file, rule))[1] for _ in range(RUNS)]
    seconds = min(used.ru_utime + used.ru_stime for used in runs)
    megabytes = max(used.ru_maxrss for used in runs) // 1024
    told = f"{seconds:.1f} s of CPU (best of {RUNS}), {megabytes} MB"
    report.figure(f"{VOTERS:,} ballots read and counted, {rule}", told)
    if seconds > SECONDS or megabytes > MEGABYTES:
        report.fail(f"{rule}: not within {SECONDS} s and {MEGABYTES:,} MB")


async def _count(file: Path, rule: str) -> tuple[bytes, resource.struct_rusage]:
    """What the command prints and what it used, at its peak and in all."""
    command = (sys.executable, "run_bot.py", "budget", "count", str(file), "--rule", rule, "--json")
    return await asyncio.to_thread(_run, command)


def _run(command: Sequence[str]) -> tuple[bytes, resource.struct_rusage]:
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        if process.returncode:
            raise RuntimeError(f"budget count ended with {process.returncode}")
        return said.read(), used
