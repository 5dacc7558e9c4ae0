"""What staff owe to a vote: the list of projects, its second look, sealing once it is closed."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.edition import Phase
from storage import ballot_lists, bundles, papers, votes
from storage.conduct import WITNESSES
from storage.owed import Owed
from storage.reviews import SECONDS
from storage.staff import COORDINATOR, PARTNER
from storage.tables.electorate import Voiding
from storage.votes import Vote, staff_roles

OPEN = ("open", "stopped", "objections")
OPENS = {"paper-held": "process", "paper-refusal": "paper-check"}
"""The journey of a duty that is not called as the duty is."""


async def owed(session: AsyncSession, person: int, municipality: str, now: datetime) -> list[Owed]:
    """Of all votes of the municipality."""
    roles = await staff_roles(session, person, municipality)
    found = []
    for vote in await votes.all_of(session, municipality):
        if one := await _of_list(session, vote, person, roles, now):
            found.append(one)
        if vote.state in OPEN and roles & WITNESSES:
            found += await _of_papers(session, vote, person)
        if one := _of_seal(vote, person, roles):
            found.append(one)
    return found


async def _of_papers(session: AsyncSession, vote: Vote, person: int) -> list[Owed]:
    """Bundles, refusals and objections of others that wait for a second person; held bundles."""
    asked = select(func.count()).where(
        Voiding.process_id == vote.id,
        Voiding.agreed_at.is_(None),
        Voiding.refused.is_(False),
        Voiding.asked_by != person,
    )
    entered = await bundles.batches(session, vote.id, "entered")
    held = await bundles.batches(session, vote.id, "held")
    refusals = await papers.refusals(session, vote.id) if held else {}
    found = {
        "paper-check": sum(batch.entered_by != person for batch in entered),
        "objections": int((await session.execute(asked)).scalar_one()),
        "paper-held": len(held),
        "paper-refusal": sum(
            refusals[batch.number].asked_by != person for batch in held if batch.number in refusals
        ),
    }
    return [
        Owed(kind, count, vote.results_at, f"{OPENS.get(kind, kind)}:{vote.id}")
        for kind, count in found.items()
        if count
    ]


async def _of_list(
    session: AsyncSession, vote: Vote, person: int, roles: set[str], now: datetime
) -> Owed | None:
    if vote.edition is None or vote.state not in ballot_lists.BEFORE_VOTING:
        return None
    opens, open = vote.edition.calendar.opens_at, f"ballot-list:{vote.id}"
    waiting = await ballot_lists.proposed(session, vote.id)
    if waiting is not None:
        mine = waiting.agreed_at is None and waiting.made_by != person and roles & SECONDS
        return Owed("list-second", 1, opens, open) if mine else None
    late = vote.phase(now) in (Phase.SHOWING, Phase.VOTING)
    return Owed("list-make", 1, opens, open) if late and COORDINATOR in roles else None


def _of_seal(vote: Vote, person: int, roles: set[str]) -> Owed | None:
    if vote.state != "objections":
        return None
    first = vote.seal_by is None and COORDINATOR in roles
    second = vote.seal_by not in (None, person) and roles & {COORDINATOR, PARTNER}
    return Owed("seal", 1, vote.results_at, f"process:{vote.id}") if first or second else None
