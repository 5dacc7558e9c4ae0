"""Meetings of one series: further ones like the first, and changes to all that are to come."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.series import shifted
from storage import meetings, trainers
from storage.meetings import Shown, held, shown
from storage.tables.meetings import Meeting

LIKE_IT = (
    Meeting.municipality_id,
    Meeting.settlement_id,
    Meeting.title,
    Meeting.place,
    Meeting.lat,
    Meeting.lon,
    Meeting.seats,
    Meeting.lasts,
    Meeting.reminders,
    Meeting.agenda,
    Meeting.kind,
    Meeting.lesson,
    Meeting.made_by,
)


async def repeat(
    session: AsyncSession, id: int, municipality_id: str, moments: Iterable[datetime], now: datetime
) -> int:
    """Set meetings like this one at these hours; how many, for one that is there stays as it is."""
    meeting = await held(session, id)
    if meeting is None or meeting.municipality_id != municipality_id:
        return 0
    series = meeting.series_id or id
    await session.execute(update(Meeting).where(Meeting.id == id).values(series_id=series))
    query = select(*LIKE_IT).where(Meeting.id == id)
    like = dict((await session.execute(query)).mappings().one())
    query_there = select(Meeting.starts_at).where(Meeting.series_id == series)
    there = set((await session.execute(query_there)).scalars())
    new = sorted({moment for moment in moments if moment > now} - there)
    for moment in new:
        row = {**like, "starts_at": moment, "series_id": series, "made_at": now}
        await trainers.copy(session, id, await meetings.add(session, row), now)
    if new:
        await trainers.tell(session, id, now)
    return len(new)


async def ahead(session: AsyncSession, series: int, now: datetime) -> list[Shown]:
    """The meetings of a series that are to come, the next one first."""
    query = (
        shown()
        .where(Meeting.series_id == series)
        .where(Meeting.state == "planned", Meeting.starts_at > now)
        .order_by(Meeting.starts_at, Meeting.id)
    )
    return [Shown(*row) for row in await session.execute(query)]


async def move(
    session: AsyncSession, id: int, municipality_id: str, starts_at: datetime, now: datetime
) -> int:
    """This one to another time, and all later ones by as much on the wall; how many."""
    found = await _from(session, id)
    if not found:
        return 0
    first, *others = found
    times = [(first.id, starts_at)]
    times += [
        (one.id, shifted(one.starts_at, first.starts_at, starts_at, first.zone)) for one in others
    ]
    done = [await meetings.move(session, id, municipality_id, at, now) for id, at in times]
    return sum(done)


async def cancel(session: AsyncSession, id: int, municipality_id: str, now: datetime) -> int:
    """This one and all later ones will not take place; how many."""
    ids = [one.id for one in await _from(session, id)]
    return sum([await meetings.cancel(session, id, municipality_id, now) for id in ids])


async def _from(session: AsyncSession, id: int) -> list[Shown]:
    """A meeting and the later ones of its series, in order, all of them held."""
    first = await held(session, id)
    if first is None:
        return []
    later = (Meeting.series_id == first.series_id) & (Meeting.starts_at > first.starts_at)
    query = shown().where(or_(Meeting.id == id, later)).with_for_update(of=Meeting)
    rows = await session.execute(query.order_by(Meeting.starts_at, Meeting.id))
    return [Shown(*row) for row in rows]
