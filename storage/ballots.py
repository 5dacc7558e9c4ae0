"""Casting a ballot: one person, one ballot, the last confirmed one counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.ballots import Refusal, check_picks
from storage import box, electorate, proofs, votes
from storage.box import Counted as Counted
from storage.box import Elsewhere as Elsewhere
from storage.box import NotTaken as NotTaken
from storage.box import Paused as Paused
from storage.engine import secrets_of
from storage.keys import code
from storage.proofs import OF_PERSON, ZONED
from storage.tables.votes import Electorate
from storage.votes import Item, Vote


class Closed(NotTaken):
    """It reached us outside the hours, or while voting was stopped."""


class Unproven(NotTaken):
    """The proof of identity that this vote asks for is missing."""


class BadPicks(NotTaken):
    """The picks are no ballot by the rules."""

    def __init__(self, flaws: Sequence[Refusal]) -> None:
        super().__init__("not a ballot")
        self.flaws = tuple(flaws)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a voter confirmed: project numbers, and the zone they live in."""

    picks: Sequence[str]
    zone: str = votes.WHOLE


async def cast(
    session: AsyncSession, id: int, person: int, choices: Choices, received: datetime
) -> Counted:
    """Take a confirmed ballot; the last confirmed one counts.  Raises NotTaken."""
    vote = await votes.locked(session, id, share=True)
    if not vote.takes(received):
        raise Closed
    key = box.key_of(session, vote)
    mine = await proofs.voter(session, vote, person, received, hold=True)
    if mine is None:
        raise Unproven
    zone = mine.zone if vote.identity in ZONED else mine.zone or choices.zone
    picks = await _checked(session, vote, Choices(choices.picks, zone))
    await electorate.mark_voted(session, vote, person, mine)
    if vote.identity in OF_PERSON:
        await electorate.gather(session, vote, person, mine.key)
    elif mine.card:
        await electorate.put_down(session, id, person)
    values = {
        "process_id": id,
        "pseudonym": code(key, mine.key),
        "choices": picks,
        "zone": zone,
        "receipt": await box.fresh_receipt(session, id),
        "confirmed_at": received,
        "version": 1,
    }
    return await box.keep(session, values)


async def has_voted(session: AsyncSession, id: int, person: int) -> bool:
    """Whether a ballot of this person is counted at the moment; never which."""
    query = select(Electorate.state).where(
        Electorate.process_id == id,
        Electorate.person_id == person,
        Electorate.state == "voted",
    )
    return (await session.execute(query)).first() is not None


async def ready(session: AsyncSession, vote: Vote) -> bool:
    """Whether the vote's key is at hand; if not, an alarm has been logged."""
    try:
        box.key_of(session, vote)
    except Paused:
        return False
    return True


async def order(
    session: AsyncSession, vote: Vote, person: int, items: Sequence[Item]
) -> list[Item]:
    """The projects in this person's own order: no project gains from standing first.

    The order follows from a secret and is stored nowhere, so a list of choices betrays nobody.  A
    withdrawn project leaves the others where they were.
    """
    key = secrets_of(session).identity_key
    return sorted(items, key=lambda item: code(key, "order", vote.id, person, item.number))


async def _checked(session: AsyncSession, vote: Vote, choices: Choices) -> list[str]:
    """The picks by number: the order of tapping would betray the order they were shown in."""
    items = await votes.projects(session, vote.id, list({votes.WHOLE, choices.zone}))
    flaws = check_picks(vote.rules, [item.eligible for item in items], choices.picks)
    if flaws:
        raise BadPicks(flaws)
    return sorted(choices.picks, key=int)
