"""What staff owe to a vote: the list of projects, its second look, sealing once it is closed."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.edition import Phase
from storage import ballot_lists, votes
from storage.conduct import WITNESSES
from storage.owed import Owed
from storage.reviews import SECONDS
from storage.staff import COORDINATOR, PARTNER
from storage.tables.electorate import PaperBatch, Voiding
from storage.votes import Vote, staff_roles

OPEN = ("open", "stopped", "objections")


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
    """Bundles and objections of others that wait for a second person; bundles that are held."""
    batches = select(func.count()).where(PaperBatch.process_id == vote.id)
    asked = select(func.count()).where(
        Voiding.process_id == vote.id,
        Voiding.agreed_at.is_(None),
        Voiding.refused.is_(False),
        Voiding.asked_by != person,
    )
    entered = (PaperBatch.state == "entered", PaperBatch.entered_by != person)
    counted = {
        "paper-check": batches.where(*entered),
        "objections": asked,
        "paper-held": batches.where(PaperBatch.state == "held"),
    }
    found = []
    for kind, query in counted.items():
        if count := int((await session.execute(query)).scalar_one()):
            journey = "process" if kind == "paper-held" else kind
            found.append(Owed(kind, count, vote.results_at, f"{journey}:{vote.id}"))
    return found


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
