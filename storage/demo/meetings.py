"""The demo's two meetings: one in three days for everybody, one next week in a village."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from storage.meetings import NewMeeting, coming, create

ZONE = ZoneInfo("Asia/Tbilisi")


async def fill_meetings(
    session: AsyncSession, municipality_id: str, settlements: Mapping[str, int], now: datetime
) -> None:
    """Two invented meetings, unless there are some ahead."""
    if await coming(session, municipality_id, now):
        return
    projects = NewMeeting(
        municipality_id,
        None,
        {"ka": "სამოქალაქო ბიუჯეტის პროექტების განხილვა", "en": "Talking over the projects"},
        {"ka": "მერიის სხდომათა დარბაზი, პირველი სართული", "en": "City hall, ground floor"},
        _local(now, 3, time(18, 0)),
    )
    road = NewMeeting(
        municipality_id,
        settlements["S2"],
        {"ka": "გზის შეკეთება მაგალითაში", "en": "Mending the road in Magalita"},
        {"ka": "სკოლის სააქტო დარბაზი", "en": "The school's assembly hall"},
        _local(now, 9, time(15, 0)),
        seats=40,
    )
    for meeting in (projects, road):
        await create(session, meeting, now)


def _local(now: datetime, days: int, at: time) -> datetime:
    """That hour on the wall, so many days from now."""
    return datetime.combine(now.astimezone(ZONE).date() + timedelta(days=days), at, ZONE)
