"""Whether an announcement, beside the recent ones, would tell staff something of a few people."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import reduce
from operator import add
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, and_, case, func, literal, select
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
    audiences = [*known, audience]
    everybody = people(Person.municipality_id == municipality_id).order_by(None)
    each = everybody.with_only_columns(_in_which(audiences).label("which")).subquery()
    query = select(each.c.which, func.count()).group_by(each.c.which)
    found = {int(which): int(count) for which, count in await session.execute(query)}
    places = range(len(audiences))
    cells = {tuple(bool(which >> at & 1) for at in places): found[which] for which in found}
    return tells(cells, SMALLEST)


def _in_which(audiences: Sequence[Mapping[str, Any]]) -> ColumnElement[int]:
    """One bit for each audience: grouping by one number takes a fraction of the time."""
    bits: list[ColumnElement[int]] = [
        case((and_(*conditions(one)), literal(1 << at, BigInteger)), else_=literal(0, BigInteger))
        for at, one in enumerate(audiences)
    ]
    return reduce(add, bits)


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
