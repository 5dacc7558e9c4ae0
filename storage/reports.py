"""Everything that is told of a counted vote, in one value."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.amounts import Amount
from storage import results, turnout, votes
from storage.results import Placed
from storage.turnout import Turnout
from storage.votes import Vote


@dataclass(frozen=True, slots=True)
class Report:
    """`zones` are the names of the parts with their own pot."""

    vote: Vote
    found: tuple[Placed, ...]
    zones: dict[str, dict[str, str]]
    turnout: Turnout

    @property
    def costs(self) -> dict[str, Amount]:
        return {place.outcome.project: place.outcome.cost for place in self.found}

    def left(self, zone: str) -> Amount:
        """What remains of a pot."""
        spent = [p.outcome.cost for p in self.found if p.item.zone == zone and p.outcome.funded]
        return self.vote.rules.pots[zone] - sum(spent)


async def report(session: AsyncSession, vote: Vote) -> Report:
    """Of a counted vote; whoever asks sees to it that the hour has come."""
    return Report(
        vote,
        tuple(await results.placed(session, vote.id)),
        await votes.zones(session, vote.id),
        await turnout.turnout(session, vote.id),
    )
