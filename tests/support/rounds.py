"""An edition that takes ideas, put straight into the tables."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.ballots import Rules
from bot.civic.edition import Calendar, Edition
from storage import idea_rounds, votes
from storage.votes import WHOLE, Vote

NAME = {"ka": "სამოქალაქო ბიუჯეტი 2027", "en": "Civil budget 2027"}
ABOUT = {"ka": "წყდება, რა გაკეთდეს.", "en": "What is to be done is decided."}


def calendar(begins: datetime) -> Calendar:
    """Ideas for twenty days, review for thirty, and so on."""
    days = (0, 20, 50, 60, 74, 80)
    return Calendar(*(begins + timedelta(days=day) for day in days))


async def announce(
    session: AsyncSession,
    place: str,
    begins: datetime,
    pots: dict[str, int] | None = None,
    **settings: Any,
) -> int:
    """A public edition whose ideas are taken from `begins`; its id."""
    dates = calendar(begins)
    edition = replace(Edition(dates), **settings)
    id = await votes.new_vote(
        session,
        place,
        Rules(pots=pots or {WHOLE: 60_000}),
        name=NAME,
        about=ABOUT,
        opens_at=dates.opens_at,
        closes_at=dates.closes_at,
        results_at=dates.results_at,
        edition=edition.to_json(),
        state="announced",
    )
    await idea_rounds.plan(session, id, dates)
    return id


async def edition(session: AsyncSession, id: int) -> Vote:
    """It, as stored."""
    found = await votes.find(session, id)
    assert found is not None
    return found
