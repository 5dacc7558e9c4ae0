"""A plainly fictional municipality with something of everything, for trying the bot."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from storage.demo.edition import PLACE as BUDGET_PLACE
from storage.demo.edition import fill_edition
from storage.demo.ideas import fill_ideas
from storage.demo.meetings import fill_meetings
from storage.demo.place import (
    DEMO,
    fill_doors,
    fill_invitations,
    fill_place,
    fill_residents,
)
from storage.demo.questions import fill_questions
from storage.demo.surveys import fill_surveys
from storage.demo.votes import fill_ballots, fill_vote
from storage.doors import Way
from storage.ideas import listed
from storage.seeds import seed
from storage.surveys import open_now


@dataclass(frozen=True, slots=True)
class Link:
    """A page worth a look."""

    label: str
    path: str


__all__ = ["fill", "fill_ballots", "fill_cycle", "fill_questions"]

VOTE_DOOR, NEEDS_DOOR, HOUSE_DOOR, BUDGET_DOOR = "438120", "438121", "438122", "438123"
LABELS = {
    VOTE_DOOR: f"ხმის მიცემა · Vote: {VOTE_DOOR}",
    NEEDS_DOOR: f"გამოკითხვა · Survey: {NEEDS_DOOR}",
    HOUSE_DOOR: f"მუნიციპალიტეტი · Municipality: {HOUSE_DOOR}",
}
STAFF = (  # by the code that appoints them, on phones that the page calls so
    Link("კოორდინატორი · Coordinator", "/?telegram=CHEF-4KEY&person=2"),
    Link("პარტნიორი · Partner", "/?viber=PART-7NER&person=3"),
)
CYCLE = (
    Link(f"მთელი პროცესი · Whole cycle: {BUDGET_DOOR}", f"/s/{BUDGET_DOOR}"),
    Link("მთელი პროცესი: კოორდინატორი · Cycle: coordinator", "/?viber=CHEF-5KEY&person=2"),
    Link("მთელი პროცესი: პარტნიორი · Cycle: partner", "/?telegram=PART-5NER&person=3"),
)
ANSWERED = 30  # of the demo's people have answered its survey


@dataclass(frozen=True, slots=True)
class Guide:
    """What can be tried."""

    links: tuple[Link, ...]


async def fill(session: AsyncSession, now: datetime) -> Guide:
    """Add what is missing; running it again changes nothing that is there."""
    await seed(session)
    villages = await fill_place(session)
    people = await fill_residents(session, list(villages.values()), now)
    await fill_vote(session, people[0], now)
    if not await open_now(session, DEMO, now):
        await fill_surveys(session, DEMO, villages, now, people[:ANSWERED])
    if not await listed(session, DEMO):
        await fill_ideas(session, DEMO, villages, people, now)
    await fill_meetings(session, DEMO, villages, now)
    await fill_doors(session, _doors(villages), now)
    await fill_invitations(session, now)
    doors = tuple(Link(label, f"/s/{code}") for code, label in LABELS.items())
    return Guide((*doors, *STAFF))


async def fill_cycle(session: AsyncSession, now: datetime) -> tuple[Link, ...]:
    """Beside it, a municipality whose civil budget has just begun; the pages for it."""
    home = await fill_edition(session, now)
    await fill_doors(session, {BUDGET_DOOR: Way(BUDGET_PLACE, home, "", "")}, now)
    return CYCLE


def _doors(villages: dict[str, int]) -> dict[str, Way]:
    return {
        VOTE_DOOR: Way(DEMO, villages["S1"], "vote", ""),
        NEEDS_DOOR: Way(DEMO, villages["S2"], "needs", ""),
        HOUSE_DOOR: Way(DEMO, None, "", ""),
    }
