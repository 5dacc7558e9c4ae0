"""200 kills at random points of updates and sends: nothing lost, no effect twice."""

import os
import tempfile
from pathlib import Path

from tests.prove.report import Report
from tests.support import databases
from tests.support.lives import Killing
from tests.support.postgres import VARIABLE

TITLE = "Killed at random points, nothing is lost or doubled"
KILLS = 100  # on each database
PEOPLE = 20


async def prove(report: Report) -> None:
    with tempfile.TemporaryDirectory() as folder:
        await _kill(report, "SQLite", f"sqlite:///{folder}/chaos.db", Path(folder))
        given = os.environ[VARIABLE]
        url = await databases.copy(given, databases.sibling(given, "chaos"))
        await _kill(report, "PostgreSQL", url, Path(folder))
        await databases.drop(url)


async def _kill(report: Report, name: str, url: str, folder: Path) -> None:
    toll = await Killing(url, folder, people=PEOPLE).run(KILLS)
    report.line(
        f"{name}: {PEOPLE} people, half on Telegram and half on Viber, wrote {toll.words} words"
        f" while the process was killed with SIGKILL {toll.kills} times."
    )
    report.figure(f"{name}: words lost", len(toll.lost))
    report.figure(f"{name}: effects doubled", len(toll.doubled))
    report.figure(f"{name}: messages shown twice", toll.repeated_messages)
    if toll.lost or toll.doubled:
        report.fail(f"{name}: lost {toll.lost}, doubled {toll.doubled}")
