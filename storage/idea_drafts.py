"""Unfinished ideas are reminded of: once after some days, once before proposals close."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from storage import due
from storage.own_ideas import taking
from storage.people import DRAFT_DAYS, drop_draft, find_draft
from storage.tables.work import Due

REMIND = "idea-draft"
"""The due-row of a reminder; occurrence LATER or CLOSING, person the author."""

LATER, CLOSING = "later", "closing"
DAYS = 3  # after the last answer
AT = time(10)  # local: an hour at which nobody is asleep and few are in a hurry
SCRIPT = "idea"


async def remind(
    session: AsyncSession,
    person_id: int,
    municipality: str,
    moment: tuple[datetime, ZoneInfo],
    begun: bool,
) -> None:
    """Plan both reminders of a draft that was touched at this moment (an hour, and its zone).

    One that has been sent is not sent again for the same draft.
    """
    now, zone = moment
    vote = await taking(session, municipality, now)
    ends = vote.edition.calendar.propose_until if vote and vote.edition else None
    closing = _morning(ends, zone, -1) if ends else None
    later = _morning(now, zone, DAYS)
    plans = {LATER: later if closing is None or later < closing else None, CLOSING: closing}
    for occurrence, at in plans.items():
        if at is None or at <= now:
            continue
        # The second reminder says the same as the first; without one, drafts expire in time.
        until = ends if occurrence == CLOSING else closing or at + timedelta(days=DRAFT_DAYS)
        if begun:
            await due.plan(
                session,
                REMIND,
                SCRIPT,
                at,
                person_id=person_id,
                occurrence=occurrence,
                useful_until=until,
            )
        else:
            await due.put_off(session, REMIND, SCRIPT, (person_id, occurrence), (at, until))


async def forget(session: AsyncSession, person_id: int) -> None:
    """The draft is finished or dropped: the next one is reminded of anew."""
    await session.execute(delete(Due).where(Due.kind == REMIND, Due.person_id == person_id))


async def exists(session: AsyncSession, person_id: int) -> bool:
    """Whether the person still has an unfinished idea."""
    return await find_draft(session, person_id, SCRIPT, "") is not None


async def drop(session: AsyncSession, person_id: int) -> bool:
    """Throw the unfinished idea away; False if there is none."""
    await forget(session, person_id)
    found = await find_draft(session, person_id, SCRIPT, "")
    if found is None:
        return False
    await drop_draft(session, found[0], found[2])
    return True


def _morning(moment: datetime, zone: ZoneInfo, days: int) -> datetime:
    day = moment.astimezone(zone).date() + timedelta(days=days)
    return datetime.combine(day, AT, zone)
