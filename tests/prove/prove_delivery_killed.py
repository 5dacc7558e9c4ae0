"""Fifty kills during one announcement: nobody skipped, and what is shown twice is counted."""

import os
import tempfile
from pathlib import Path

from tests.prove.report import Report
from tests.support import databases
from tests.support.killed_town import WINDOW, KilledTown
from tests.support.postgres import VARIABLE
from tests.support.town import tables

TITLE = "Killed fifty times while it announces, the bot skips nobody"
KILLS, PEOPLE = 50, 3_000


async def prove(report: Report) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/killed.db"
        await _kill(report, "one process on SQLite", url, 1)
        given = os.environ[VARIABLE]
        url = await databases.copy(given, databases.sibling(given, "killed"))
        await _kill(report, "three on PostgreSQL", url, 3)
        await databases.drop(url)


async def _kill(report: Report, name: str, url: str, processes: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        await tables(url)
        town = KilledTown(url, Path(folder), people=PEOPLE, processes=processes)
        toll = await town.run(KILLS)
    audit = toll.audit
    states = ", ".join(f"{state} {count:,}" for state, count in audit.states.most_common())
    report.line(f"{name}: {KILLS} × SIGKILL while {PEOPLE:,} people were written to: {states}.")
    report.figure(f"{name}: not written to at the last kill", toll.unsent)
    report.figure(f"{name}: other than the messengers' record", len(audit.wrong))
    report.figure(f"{name}: messages shown twice", audit.repeated)
    for messenger, most in toll.most_repeated.items():
        report.figure(f"{name}: of them by one kill, on {messenger}, at most", most)
        if most > WINDOW[messenger]:
            report.fail(f"{name}: more than the {WINDOW[messenger]} that stand to be marked")
    if audit.wrong or audit.people != PEOPLE:
        report.fail(f"{name}: {audit.people} people, wrong: {audit.wrong[:5]}")
    if toll.unexplained:
        report.fail(f"{name}: shown twice without a kill between: {toll.unexplained[:5]}")
    if not toll.unsent:
        report.fail(f"{name}: all were written to before the last kill")
