"""`rehearse`: a real election, its real voters, the real conversation on both messengers.

With --edition everything around the vote as well, from the staff's invitations to the open file.
"""

import asyncio
import random
import resource
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TextColumn,
    TimeElapsedColumn,
)
from sqlalchemy import select

from bot import logs
from bot.app import App
from bot.clock import Stopwatch, VirtualClock
from bot.commands.importing import import_election, rules_of
from bot.commands.rehearsing_compare import Found
from bot.commands.rehearsing_edition import STEPS, act
from bot.commands.rehearsing_house import opened
from bot.commands.say import stop
from bot.exchange.pabulib import SENTINEL, BadFile, Election, read
from bot.rehearsal import Intent, Tally, hold_vote
from bot.rehearsing.play import Play, cast_of, invented
from bot.simulator.server import Simulator
from bot.texts import Texts
from storage import conduct, votes
from storage.conduct import By
from storage.doors import Way, new_door
from storage.staff import COORDINATOR, PARTNER, grant
from storage.tables.people import Municipality, Person
from storage.tables.votes import SealedBallot, SealedReceipt

PLACE = "rehearsal"
AT_ONCE = 40
SEALING_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rehearsal found, beside what the file says."""

    expected: Counter[int]
    counted: Counter[int]
    ballots: int
    receipts: set[str]
    tally: Tally
    updates: int
    seconds: float
    cpu_seconds: float

    @property
    def lost(self) -> int:
        return len(set(self.tally.receipts.values()) - self.receipts) + len(self.tally.stuck)

    @property
    def doubled(self) -> int:
        return max(0, self.ballots - len(self.tally.receipts))

    @property
    def equal(self) -> bool:
        return self.expected == self.counted and not self.lost and not self.doubled


def rehearse(
    file: Annotated[
        Path | None, typer.Argument(help="An approval election in Pabulib's .pb format.")
    ] = None,
    edition: Annotated[
        bool,
        typer.Option("--edition", help="A whole edition; without FILE of an invented election."),
    ] = False,
    voters: Annotated[int, typer.Option(min=1, help="How many of its voters vote.")] = 500,
    paper: Annotated[int, typer.Option(min=0, help="With --edition: how many more on paper.")] = 50,
    seed: Annotated[int, typer.Option(help="Which voters are drawn.")] = 1,
    database_url: Annotated[
        str, typer.Option(help="An empty database; a temporary SQLite file if not given.")
    ] = "",
) -> None:
    """Let real voters of FILE cast their real ballots on the simulator; the counts must be equal.

    Half of them vote on Telegram, half on Viber.  The platforms' limits are kept in virtual time.
    With --edition the projects are proposed, reviewed and put on the list before, and paper,
    sealing, the referee, the results and the open file come after.  Exits 0 only where everything
    is equal and nothing was lost or doubled.
    """
    if file is None and not edition:
        raise stop("Name a FILE, or rehearse an --edition of an invented election.")
    try:
        election = read(file.read_bytes()) if file else invented(voters + paper, seed)
        rules_of(election)
        play = cast_of(election, voters, paper, seed) if edition else None
    except OSError as problem:
        raise stop(f"{file}: {problem.strerror}") from None
    except BadFile as problem:
        raise stop(f"{file}: {problem}") from None
    logs.set_up("text")
    with tempfile.TemporaryDirectory() as folder:
        url = database_url or f"sqlite:///{folder}/rehearsal.db"
        if play:
            found = asyncio.run(_act(election, play, (url, Path(folder))))
            raise typer.Exit(_report(found))
        intents = draw(election, voters, seed)
        outcome = asyncio.run(_run(election, intents, url, Path(folder)))
    _tell(outcome)
    raise typer.Exit(0 if outcome.equal else 1)


async def _act(election: Election, play: Play, where: tuple[str, Path]) -> Found:
    """The edition with a bar of its steps; the votes count one by one."""
    with Progress(*_columns(), console=Console(stderr=True)) as bar:
        task = bar.add_task("edition", total=len(STEPS) + len(play.chat))

        def told(step: str) -> None:
            bar.update(task, advance=1, description=step or None)

        return await act(election, play, where, told)


def _report(found: Found) -> int:
    """What was found; the exit code."""
    for name, value in found.figures.items():
        typer.echo(f"{name:<24} {value}")
    for problem in found.problems:
        typer.echo(f"NOT EQUAL: {problem}", err=True)
    typer.echo(f"{'everything equal':<24} {'NO' if found.problems else 'yes'}")
    return 1 if found.problems else 0


def _columns() -> tuple[ProgressColumn, ...]:
    name = TextColumn("{task.description}")
    return name, BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()


def draw(election: Election, voters: int, seed: int) -> list[Intent]:
    """So many voters of the file, with the numbers that the import gives their projects."""
    entries = enumerate(election.projects, 1)
    numbers = {entry.id: number for number, entry in entries if entry.cost != SENTINEL}
    wants = [
        Intent(place, tuple(numbers[pick] for pick in vote.picks if pick in numbers))
        for place, vote in enumerate(election.votes)
    ]
    able = [intent for intent in wants if intent.numbers]
    return random.Random(seed).sample(able, min(voters, len(able)))


async def _run(election: Election, intents: Sequence[Intent], url: str, folder: Path) -> Outcome:
    async with opened(url, folder) as house:
        app = house.app
        process, code, staff = await _prepare(app, election)
        watch, before = Stopwatch(), _cpu()
        most = rules_of(election).most
        tally = await _vote(house.simulator, intents, code, house.texts, most)
        seconds, cpu = watch.seconds(), _cpu() - before
        updates = app.dispatcher.handled
        await _seal(app, house.clock, process, staff)
        return await _compare(app, process, intents, tally, (updates, seconds, cpu))


async def _prepare(app: App, election: Election) -> tuple[int, str, tuple[int, int]]:
    """The vote, opened; the poster's code; the two people who will seal."""
    now = app.clock.now()
    closes = now + timedelta(days=7)
    dates = {"opens_at": now, "closes_at": closes, "results_at": closes + timedelta(days=1)}
    async with app.database.writing() as session:
        session.add(Municipality(id=PLACE, name={"ka": "რეპეტიცია"}, region={}, active=True))
        await session.flush()
        first, second = Person(created_at=now), Person(created_at=now)
        session.add_all((first, second))
        await session.flush()
        await grant(session, first.id, PLACE, COORDINATOR, now)
        await grant(session, second.id, PLACE, PARTNER, now)
        process = await import_election(session, PLACE, election, **dates)
        await conduct.open_vote(session, process, By(first.id, PLACE, now))
        code = await new_door(session, Way(PLACE, None, "vote", str(process)), now)
    return process, code, (first.id, second.id)


async def _vote(
    simulator: Simulator, intents: Sequence[Intent], code: str, texts: Texts, most: int
) -> Tally:
    with Progress(*_columns(), console=Console(stderr=True)) as bar:
        task = bar.add_task("voting", total=len(intents))
        return await hold_vote(
            simulator, intents, code, texts,
            most=most, at_once=AT_ONCE, done=lambda: bar.advance(task),
        )  # fmt: skip


async def _seal(app: App, clock: VirtualClock, process: int, staff: tuple[int, int]) -> None:
    """The hour passes, two people seal, the job does it."""
    clock.move(timedelta(days=7, minutes=5))
    await app.schedule.tick()
    async with app.database.writing() as session:
        await conduct.propose_seal(session, process, By(staff[0], PLACE, clock.now()))
    async with app.database.writing() as session:
        await conduct.confirm_seal(session, process, By(staff[1], PLACE, clock.now()))
    for _ in range(SEALING_SECONDS):
        if await _sealed(app, process):
            return
        await asyncio.sleep(1)
    raise TimeoutError("the vote was not sealed in time")


async def _sealed(app: App, process: int) -> bool:
    async with app.database.reading() as session:
        vote = await votes.find(session, process)
    return vote is not None and vote.seal_step == "done"


async def _compare(
    app: App, process: int, intents: Sequence[Intent], tally: Tally, cost: tuple[int, float, float]
) -> Outcome:
    expected = Counter(number for intent in intents for number in set(intent.numbers))
    async with app.database.reading() as session:
        sealed = select(SealedBallot.choices).where(SealedBallot.process_id == process)
        ballots = list((await session.execute(sealed)).scalars())
        public = select(SealedReceipt.receipt).where(SealedReceipt.process_id == process)
        receipts = set((await session.execute(public)).scalars())
    counted = Counter(int(pick) for ballot in ballots for pick in ballot)
    return Outcome(expected, counted, len(ballots), receipts, tally, *cost)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _tell(outcome: Outcome) -> None:
    voters = len(outcome.tally.receipts)
    typer.echo(f"voters with a receipt  {voters}")
    typer.echo(f"ballots after sealing  {outcome.ballots}")
    typer.echo(f"counts equal the file  {'yes' if outcome.expected == outcome.counted else 'NO'}")
    typer.echo(f"lost                   {outcome.lost}")
    typer.echo(f"doubled                {outcome.doubled}")
    typer.echo(f"updates                {outcome.updates}")
    typer.echo(f"updates per second     {outcome.updates / outcome.seconds:.0f}")
    per_update = outcome.cpu_seconds / max(1, outcome.updates) * 1000
    typer.echo(f"CPU per update         {per_update:.2f} ms (bot, both messengers and all phones)")
    for line in outcome.tally.stuck[:5]:
        typer.echo(line, err=True)
