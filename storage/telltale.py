"""Whether an announcement, beside the recent ones, would tell staff something of a few people."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.telltale import tells
from storage.audiences import SMALLEST, conditions
from storage.recipients import people
from storage.tables.mail import ANNOUNCEMENT, Campaign
from storage.tables.people import Person

RECENT = timedelta(days=30)
COMPARED = 40  # different audiences, the newest first


async def telltale(
    session: AsyncSession, municipality_id: str, audience: Mapping[str, Any], now: datetime
) -> bool:
    """Whether a number about fewer than ten people would follow from the numbers of reports.

    Compared are the announcements of the last 30 days, and the whole municipality, whose number
    is no secret.  The same audience once more tells nothing new.
    """
    whole: dict[str, Any] = {"municipality": municipality_id}
    known = [whole, *await _recent(session, municipality_id, now)]
    flags = [
        case((and_(*conditions(one)), 1), else_=0).label(f"audience_{at}")
        for at, one in enumerate([*known, audience])
    ]
    everybody = people(Person.municipality_id == municipality_id).order_by(None)
    each = everybody.with_only_columns(*flags).subquery()
    query = select(*each.c, func.count()).group_by(*each.c)
    cells = {tuple(map(bool, row[:-1])): row[-1] for row in await session.execute(query)}
    return tells(cells, SMALLEST)


async def _recent(
    session: AsyncSession, municipality_id: str, now: datetime
) -> list[dict[str, Any]]:
    """Each audience once; of one that was stopped the report told the number too."""
    query = (
        select(Campaign.audience)
        .where(Campaign.municipality_id == municipality_id, Campaign.kind == ANNOUNCEMENT)
        .where(Campaign.hold_until > now - RECENT)
        .order_by(Campaign.hold_until.desc())
    )
    found: dict[str, dict[str, Any]] = {}
    for (audience,) in await session.execute(query):
        found.setdefault(json.dumps(audience, sort_keys=True), audience)
    return list(found.values())[:COMPARED]
