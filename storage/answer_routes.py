"""By which days a municipality answers, and who gets questions on which topic."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete, exists, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.answering import Office
from bot.civic.hours import QuietHours
from bot.civic.workdays import add_working_days, is_working
from storage.conduct import By
from storage.log import note
from storage.staff import ANSWERING, EXPERT, TRAINING, Member, staff_of
from storage.tables.people import Municipality, Role
from storage.tables.questions import AnswerRoute, DayOff

BY_ADDRESSEE = {"office": ANSWERING - TRAINING, "expert": frozenset({EXPERT})}
"""Roles of those to whom questions are routed by their topic."""


@dataclass(frozen=True, slots=True)
class Hours:
    """The office, and when it is not written to."""

    office: Office
    quiet: QuietHours

    def reachable(self, now: datetime) -> datetime:
        """Now, or the next morning on which somebody works."""
        at = self.quiet.postpone(now, self.office.zone)
        day = self.office.day(at)
        if is_working(day, self.office.free):
            return at
        next_one = add_working_days(day, 1, self.office.free)
        return self.office.at(next_one, self.office.morning)


async def hours(session: AsyncSession, municipality: str) -> Hours:
    """The rules by which a municipality answers."""
    query = select(
        Municipality.time_zone,
        Municipality.quiet_from,
        Municipality.quiet_until,
        Municipality.answer_days,
    ).where(Municipality.id == municipality)
    zone, start, end, days = (await session.execute(query)).one()
    free = frozenset(await days_off(session, municipality))
    return Hours(Office(ZoneInfo(zone), end, days, free), QuietHours(start, end))


async def days_off(
    session: AsyncSession, municipality: str, since: date | None = None
) -> list[date]:
    """Its days off beside the law's, the earliest first."""
    query = select(DayOff.day).where(DayOff.municipality_id == municipality)
    if since:
        query = query.where(DayOff.day >= since)
    return list((await session.execute(query.order_by(DayOff.day))).scalars())


async def set_days(session: AsyncSession, by: By, days: int) -> None:
    """Answer within so many working days, beginning with the next question."""
    changed = update(Municipality).where(Municipality.id == by.municipality)
    await session.execute(changed.values(answer_days=days))
    await _log(session, "answer-days", by, "", {"days": days})


async def add_day_off(session: AsyncSession, by: By, day: date) -> None:
    """Nobody works on this day; what has been promised already stays promised."""
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    row = {"municipality_id": by.municipality, "day": day}
    await session.execute(engine.insert(DayOff).values(row).on_conflict_do_nothing())
    await _log(session, "day-off", by, "", {"day": day.isoformat()})


async def drop_day_off(session: AsyncSession, by: By, day: date) -> None:
    """It is a working day after all."""
    gone = delete(DayOff).where(DayOff.municipality_id == by.municipality, DayOff.day == day)
    await session.execute(gone)
    await _log(session, "day-off-dropped", by, "", {"day": day.isoformat()})


async def routes(session: AsyncSession, municipality: str) -> dict[tuple[str, str], int]:
    """By addressee and topic, who is asked."""
    query = (
        select(AnswerRoute.addressee, AnswerRoute.topic, AnswerRoute.person_id)
        .where(AnswerRoute.municipality_id == municipality, _works())
        .order_by(AnswerRoute.addressee, AnswerRoute.topic)
    )
    rows = await session.execute(query)
    return {(addressee, topic): person for addressee, topic, person in rows}


async def route(
    session: AsyncSession, by: By, addressee: str, topic: str, person: int | None
) -> None:
    """Questions on this topic go to this person from now on; None: to the coordinators."""
    place = by.municipality
    old = delete(AnswerRoute).where(
        AnswerRoute.municipality_id == place,
        AnswerRoute.addressee == addressee,
        AnswerRoute.topic == topic,
    )
    await session.execute(old.execution_options(synchronize_session=False))
    if person is not None:
        row = {"municipality_id": place, "addressee": addressee, "topic": topic}
        await session.execute(insert(AnswerRoute).values(person_id=person, **row))
    await _log(session, "answer-route", by, f"{addressee}:{topic}", {"to": person})


async def drop_routes(session: AsyncSession, municipality: str, person: int) -> None:
    """Nothing more is routed to this person here."""
    mine = (AnswerRoute.municipality_id == municipality, AnswerRoute.person_id == person)
    gone = delete(AnswerRoute).where(*mine)
    await session.execute(gone.execution_options(synchronize_session=False))


async def answerers(
    session: AsyncSession, municipality: str, roles: Collection[str] = ANSWERING
) -> list[Member]:
    """Everybody who may be asked, each once."""
    found: dict[int, Member] = {}
    for member in await staff_of(session, municipality):
        if member.role in roles:
            found.setdefault(member.person_id, member)
    return list(found.values())


def _works() -> Any:
    """A route to somebody who has left leads nowhere."""
    return exists().where(
        Role.person_id == AnswerRoute.person_id,
        Role.municipality_id == AnswerRoute.municipality_id,
        Role.role.in_(ANSWERING),
    )


async def _log(
    session: AsyncSession, action: str, by: By, subject: str, detail: dict[str, Any]
) -> None:
    await note(
        session,
        action,
        by.now,
        person=by.person,
        municipality=by.municipality,
        subject=subject,
        detail=detail,
    )
