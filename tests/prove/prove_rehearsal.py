"""500 real voters of a real election, through the real conversation; needs MONAWILE_DATA."""

import asyncio
import os
import sys
from pathlib import Path

from tests.prove.report import Report

TITLE = "500 real voters cast their real ballots on both messengers"
FILES = ("Poland_Warszawa_2026_Wesola.pb",)
VOTERS = "500"


async def prove(report: Report) -> None:
    folder = os.environ.get("MONAWILE_DATA")
    if not folder:
        report.line("Left out: MONAWILE_DATA names no folder with elections.")
        return
    for name in FILES:
        await _rehearse(report, Path(folder) / "pabulib" / name)


async def _rehearse(report: Report, file: Path) -> None:
    command = (sys.executable, "run_bot.py", "rehearse", str(file), "--voters", VOTERS)
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    said, _ = await process.communicate()
    report.line(f"{file.stem.replace('_', ' ')}:")
    for line in said.decode().splitlines():
        name, _, value = line.partition("  ")
        report.figure(f"{file.stem[:24]}: {name}", value.strip())
    if process.returncode != 0:
        report.fail(f"{file.stem}: exit {process.returncode}")
