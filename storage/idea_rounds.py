"""What an edition means for ideas: offered again when it opens, told when support has run out."""

from typing import Any

from sqlalchemy import and_, or_
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.edition import Calendar
from storage import due
from storage.tables.ideas import Idea

OFFER = "ideas-offer"
"""Due when proposals open: whoever kept an idea is asked whether to submit it again."""

ENDED = "ideas-ended"
"""Due when proposals close: authors whose ideas found too few supporters are told."""


async def plan(session: AsyncSession, process_id: int, calendar: Calendar) -> None:
    """Promise both for an edition that is public; again with other dates they move.

    Subject of both: the process's id.
    """
    begins, ends = calendar.propose_from, calendar.propose_until
    await due.plan(session, OFFER, str(process_id), begins, useful_until=ends)
    await due.plan(session, ENDED, str(process_id), ends)


def is_waiting() -> Any:
    """The condition for an idea that an edition may still take in."""
    standing = and_(Idea.state == "submitted", Idea.process_id.is_(None))
    return and_(or_(Idea.state == "kept", standing), Idea.merged_into.is_(None))
