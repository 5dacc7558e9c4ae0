"""An announcement to 30,000 people under the messengers' real limits: nobody skipped, full pace."""

import asyncio
import tempfile
from collections import Counter
from collections.abc import Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.simulator.book import Entry
from bot.simulator.faults import Fault
from tests.prove.report import Report
from tests.support.hurried import LoopClock, hurried
from tests.support.talking import Talk, percentile
from tests.support.town import WORDS, Audit, Town, tables, town
from tests.support.town_apart import town_apart

TITLE = "An announcement to 30,000 people: each in one final state, at the messengers' pace"
PEOPLE, UNDISTURBED, REAL = 30_000, 10_000, 4_000
TALKERS = 20
IDLE_SECONDS = 60.0
RATES = {Fault.FLOOD: 0.003, Fault.BROKEN: 0.01, Fault.LOST: 0.005, Fault.UNSURE: 0.005}
HANG = 40.0  # seconds, longer than any caller waits
PACE, SHARE = 28.0, 0.99  # messages in a second on Telegram, and what of it must be reached
RECEIPTS = 5.0  # seconds until the last receipt has come and is written
SLOWER = 1.5  # times an answer may take longer while an announcement runs


@dataclass(slots=True)
class Run:
    """One announcement, and what the messengers saw of it."""

    audit: Audit = field(default_factory=Audit)
    seconds: float = 0.0
    idle: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    telegram: list[Entry] = field(default_factory=list)
    viber: list[Entry] = field(default_factory=list)

    def pace(self) -> float:
        """Calls in a second on Telegram, answers included, while the announcement went out."""
        first, *_, last = (entry.at for entry in self.telegram if entry.text == WORDS)
        calls = sum(first <= entry.at <= last for entry in self.telegram)
        return (calls - 1) / (last - first).total_seconds()

    def outcomes(self) -> Counter[str]:
        return Counter(entry.outcome for entry in (*self.telegram, *self.viber))


async def announced(clock: Clock, people: int, *, faults: bool = False) -> Run:
    """Talk for a while, then announce to everybody while others go on talking."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/town.db"
        await tables(url)
        async with town(url, Path(folder), clock, people) as made:
            return await _run(made, faults=faults)


async def _run(made: Town, *, faults: bool) -> Run:
    run, loop = Run(), asyncio.get_running_loop()
    phones = made.talkers(TALKERS)
    talk = Talk(phones)
    await asyncio.sleep(IDLE_SECONDS)
    run.idle = await talk.stop()
    platforms = made.simulator.telegram, made.simulator.viber
    for platform in platforms:
        platform.log.clear()
        platform.faults.hang = HANG
        platform.faults.rates = dict(RATES) if faults else {}
    talk, began = Talk(phones), loop.time()
    await made.done(await made.announce())
    run.seconds = loop.time() - began
    for platform in platforms:
        platform.faults.clear()
    run.telegram, run.viber = (list(platform.log.entries) for platform in platforms)
    run.busy = await talk.stop()
    await asyncio.sleep(RECEIPTS)
    run.audit = await made.audit(1)
    return run


async def prove(report: Report) -> None:
    """Hours of the clock pass in minutes in the first two; the third is in real time."""
    await _with_faults(report)
    await _undisturbed(report, await _hurried(announced(LoopClock(), UNDISTURBED)), UNDISTURBED)
    await _in_real_time(report)


async def _hurried(work: Coroutine[Any, Any, Run]) -> Run:
    return await asyncio.to_thread(hurried, work)


async def _with_faults(report: Report) -> None:
    report.line(
        f"{PEOPLE:,} people, half on Telegram and half on Viber, 3 % have blocked the bot, 1 %"
        " opted out; of the calls 0.3 % are answered 429, 1 % 500, 1 % not at all, half of which"
        " were taken."
    )
    run = await _hurried(announced(LoopClock(), PEOPLE, faults=True))
    _check(report, "with faults", run, PEOPLE)
    outcomes = ", ".join(f"{name} {count:,}" for name, count in run.outcomes().most_common())
    report.figure("with faults: what the messengers answered", outcomes)
    report.figure("with faults: messages shown twice", run.audit.repeated)
    unsure = run.outcomes()["unsure"]
    if run.audit.repeated > unsure:
        report.fail(f"{run.audit.repeated} repeated, only {unsure} were taken without an answer")


async def _undisturbed(report: Report, run: Run, people: int, name: str = "undisturbed") -> None:
    _check(report, name, run, people)
    report.figure(f"{name}: Telegram's pace, answers included", f"{run.pace():.2f} a second")
    refused = run.outcomes()["429"] + run.outcomes()["12"]
    report.figure(f"{name}: refused for our haste", refused)
    if run.pace() < SHARE * PACE:
        report.fail(f"{name}: {run.pace():.2f} a second are less than {SHARE:.0%} of {PACE:.0f}")
    if refused or run.audit.repeated:
        report.fail(f"{name}: {refused} refused for haste, {run.audit.repeated} repeated")


async def _in_real_time(report: Report) -> None:
    report.line(
        f"{REAL:,} people in real time, {TALKERS} of whom go on asking for the menu; the bot is a"
        " process of its own, the messengers and the phones another one."
    )
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/town.db"
        await tables(url)
        async with town_apart(url, Path(folder), REAL) as made:
            run = await _run(made, faults=False)
    await _undisturbed(report, run, REAL, "real time")
    idle, busy = percentile(run.idle, 0.99), percentile(run.busy, 0.99)
    report.figure(
        "real time: 99 % of answers, idle → meanwhile",
        f"{idle * 1000:.0f} → {busy * 1000:.0f} ms ({len(run.idle)} and {len(run.busy)} answers)",
    )
    if busy > SLOWER * idle:
        report.fail(f"answers take {busy / idle:.2f} times as long during an announcement")


def _check(report: Report, name: str, run: Run, people: int) -> None:
    audit = run.audit
    states = ", ".join(f"{state} {count:,}" for state, count in audit.states.most_common())
    report.figure(f"{name}: final states", states)
    report.figure(f"{name}: time on the clock", f"{run.seconds:.0f} s")
    report.figure(f"{name}: other than the messengers' record", len(audit.wrong))
    if audit.wrong or audit.people != people or sum(audit.states.values()) != people:
        report.fail(f"{name}: {audit.people} people, wrong: {audit.wrong[:5]}")
    if audit.unreported:
        report.fail(f"{name}: {audit.unreported} arrived on Viber without a noted receipt")
