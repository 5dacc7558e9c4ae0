"""What a coordinator owes to applicants: a decision, and that everybody hears of it."""

from datetime import datetime, time

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.owed import Owed
from storage.places import time_zone
from storage.staff import is_staff
from storage.tables.admission import AdmissionCall, Application


async def owed(session: AsyncSession, person: int, municipality: str, now: datetime) -> list[Owed]:
    """Calls that take no more applications and have told nobody; due on the cohort's first day."""
    if not await is_staff(session, person, municipality):
        return []
    zone = await time_zone(session, municipality)
    today = now.astimezone(zone).date()
    query = (
        select(
            AdmissionCall.id,
            AdmissionCall.starts_on,
            func.count().filter(Application.mark == ""),
        )
        .join(Application, Application.call_id == AdmissionCall.id)
        .where(
            AdmissionCall.municipality_id == municipality,
            AdmissionCall.told_at.is_(None),
            AdmissionCall.last_day < today,
            AdmissionCall.ends_on >= today,
        )
        .group_by(AdmissionCall.id, AdmissionCall.starts_on)
        .order_by(AdmissionCall.id)
    )
    return [
        Owed(
            "admission-decide" if undecided else "admission-tell",
            undecided or 1,
            datetime.combine(first, time(), zone),
            f"admission-call:{id}",
        )
        for id, first, undecided in await session.execute(query)
    ]
