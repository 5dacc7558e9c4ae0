"""CPU per update beside a plain aiogram bot, in one run."""

import asyncio
import sys

from tests.prove.report import Report

TITLE = "CPU per update, beside a plain aiogram bot"


async def prove(report: Report) -> None:
    command = (sys.executable, "-m", "tests.benchmarks")
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    said, _ = await process.communicate()
    table = said.decode().strip()
    report.line(
        f"One scripted dialogue, 40 people at once, every update durable:\n\n```\n{table}\n```"
    )
    if process.returncode:
        report.fail("the benchmark did not finish")
