"""A whole edition with 1,000 real voters and 50 papers; needs MONAWILE_DATA."""

import asyncio
import os
import sys
from pathlib import Path

from tests.prove.report import Report

TITLE = "A whole edition: ideas, review, appeal, 1,000 real voters, 50 papers, results, open file"
FILE = "Poland_Warszawa_2026_Wesola.pb"
VOTERS, PAPER = "1000", "50"


async def prove(report: Report) -> None:
    folder = os.environ.get("MONAWILE_DATA")
    if not folder:
        report.line("Left out: MONAWILE_DATA names no folder with elections.")
        return
    file = Path(folder) / "pabulib" / FILE
    command = ("rehearse", "--edition", str(file), "--voters", VOTERS, "--paper", PAPER)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "run_bot.py", *command, stdout=asyncio.subprocess.PIPE
    )
    said, _ = await process.communicate()
    report.line(f"{file.stem.replace('_', ' ')}: staged from the staff's invitations to the file.")
    for line in said.decode().splitlines():
        name, _, value = line.partition("  ")
        report.figure(name, value.strip())
    if process.returncode != 0:
        report.fail(f"exit {process.returncode}")
