"""A plainly fictional municipality with something of everything, for trying the bot."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from storage.demo.place import (
    DEMO,
    fill_doors,
    fill_invitations,
    fill_place,
    fill_residents,
)
from storage.demo.votes import fill_vote
from storage.doors import Way
from storage.seeds import seed

VOTE_DOOR, NEEDS_DOOR, HOUSE_DOOR = "438120", "438121", "438122"


@dataclass(frozen=True, slots=True)
class Link:
    """A page worth a look."""

    label: str
    path: str


@dataclass(frozen=True, slots=True)
class Guide:
    """What can be tried."""

    links: tuple[Link, ...]


async def fill(session: AsyncSession, now: datetime) -> Guide:
    """Add what is missing; running it again changes nothing that is there."""
    await seed(session)
    villages = await fill_place(session)
    people = await fill_residents(session, villages, now)
    vote = await fill_vote(session, people[0], now)
    doors = {
        VOTE_DOOR: Way(DEMO, villages[0], "vote", str(vote)),
        NEEDS_DOOR: Way(DEMO, villages[1], "needs", ""),
        HOUSE_DOOR: Way(DEMO, None, "", ""),
    }
    await fill_doors(session, doors, now)
    await fill_invitations(session, now)
    return Guide((Link(f"ხმის მიცემა · {VOTE_DOOR}", f"/s/{VOTE_DOOR}"),))
