"""When everybody who works for a municipality is told what they owe."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.hours import next_midnight, next_morning
from storage import due
from storage.staff import OBSERVER, STAFF
from storage.tables.people import Municipality, Role

TODAY = "today"
"""The due-row of one morning: subject the municipality, occurrence the local day."""


async def plan_mornings(session: AsyncSession, now: datetime) -> None:
    """The next working morning of every member of staff; planned again it changes nothing."""
    query = (
        select(
            Role.person_id, Role.municipality_id, Municipality.quiet_until, Municipality.time_zone
        )
        .join(Municipality, Municipality.id == Role.municipality_id)
        .where(Role.role.in_(STAFF - {OBSERVER}))
        .distinct()
        .order_by(Role.person_id, Role.municipality_id)
    )
    rows = []
    for person, municipality, hour, name in await session.execute(query):
        zone = ZoneInfo(name)
        at = next_morning(now, hour, zone)
        rows.append(
            {
                "kind": TODAY,
                "subject": municipality,
                "person_id": person,
                "occurrence": at.astimezone(zone).date().isoformat(),
                "version": 0,
                "due_at": at,
                "useful_until": next_midnight(at, zone),
            }
        )
    await due.plan_all(session, rows)
