"""`budget import`: a Pabulib election as a vote of ours."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.ballots import APPROVING, Kind, Rules
from bot.clock import SystemClock
from bot.commands.database import run_checked
from bot.commands.say import stop
from bot.exchange import recount
from bot.exchange.pabulib import SENTINEL, BadFile, Election, read
from storage import places
from storage.doors import Way, new_door
from storage.engine import Database
from storage.votes import WHOLE, add_projects, new_vote

UNCOUNTED = "unknown"


def import_file(
    file: Annotated[Path, typer.Argument(help="An approval election in Pabulib's .pb format.")],
    municipality: Annotated[str, typer.Option(help="Its id, as `places list` shows it.")],
    days: Annotated[int, typer.Option(min=1, help="How long the vote is open.")] = 14,
) -> None:
    """Make a vote from FILE: its projects, pot and rules.  A coordinator opens it in the chat."""
    try:
        election = read(file.read_bytes())
        rules_of(election)
    except OSError as problem:
        raise stop(f"{file}: {problem.strerror}") from None
    except BadFile as problem:
        raise stop(f"{file}: {problem}") from None
    made = run_checked(lambda database: _keep(database, municipality, election, days))
    if made is None:
        raise stop(f"No municipality {municipality!r}; `places list` shows them.")
    id, code = made
    typer.echo(f"Vote {id} of {municipality}: {len(election.projects)} projects, a draft.")
    typer.echo(f"Its code for posters: {code}.  A coordinator opens it in the chat.")


async def _keep(
    database: Database, municipality: str, election: Election, days: int
) -> tuple[int, str] | None:
    now = SystemClock().now()
    closes = now + timedelta(days=days)
    dates = {"opens_at": now, "closes_at": closes, "results_at": closes + timedelta(days=1)}
    async with database.writing() as session:
        if await places.municipality(session, municipality) is None:
            return None
        id = await import_election(session, municipality, election, **dates)
        return id, await new_door(session, Way(municipality, None, "vote", str(id)), now)


def rules_of(election: Election) -> Rules:
    """The rules to vote by in the chat.  Raises BadFile for ballots that are not approvals."""
    if election.kind not in APPROVING:
        raise BadFile(0, f"only approval ballots can be cast in the chat, not {election.kind}")
    label = election.meta.get("rule", UNCOUNTED)
    name = "greedy" if label == UNCOUNTED else recount.labelled(election)
    rules = recount.rules(election, name)
    return replace(rules, most=_most(election), least=_least(election))


async def import_election(
    session: AsyncSession, municipality: str, election: Election, **dates: datetime
) -> int:
    """A draft vote with the file's projects, numbered in its order; its id.

    `dates`: opens_at, closes_at, results_at.  Raises BadFile.
    """
    rules = rules_of(election)
    language = election.meta.get("language", "ka")
    about = {language: election.meta["description"]}
    name = {language: f"{election.meta['unit']} {election.meta['instance']}"}
    id = await new_vote(session, municipality, rules, name=name, about=about, **dates)
    await add_projects(session, id, _rows(election, language))
    return id


def _rows(election: Election, language: str) -> list[dict[str, Any]]:
    return [
        {
            "number": number,
            "code": entry.id,
            "title": {language: entry.more.get("name") or entry.id},
            "cost": entry.cost,
            "zone": WHOLE,
            "category": entry.more.get("category", "")[:40],
        }
        for number, entry in enumerate(election.projects, 1)
        if entry.cost != SENTINEL
    ]


def _most(election: Election) -> int:
    if election.kind is Kind.CHOOSE_ONE:
        return 1
    longest = max((len(vote.picks) for vote in election.votes), default=1)
    return max(election.longest or len(election.projects), longest)


def _least(election: Election) -> int:
    """The file's minimum, unless real ballots in it were let pass with less."""
    asked = int(election.meta.get("min_length") or 1)
    shortest = min((len(vote.picks) for vote in election.votes), default=1)
    return max(1, min(asked, shortest))
