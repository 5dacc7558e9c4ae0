"""A Pabulib election as a vote of ours."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.ballots import APPROVING, Kind, Rules
from bot.exchange import recount
from bot.exchange.pabulib import SENTINEL, BadFile, Election
from storage.votes import WHOLE, add_projects, new_vote

UNCOUNTED = "unknown"


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
