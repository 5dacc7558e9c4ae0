"""Meetings: what people see of them, and changes, which everything that was planned follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.civic.hours import USUAL, reminders
from storage import due
from storage.log import note
from storage.tables.meetings import MEETING, SEMINAR, Meeting, Signup
from storage.tables.people import Municipality, Settlement
from storage.tables.seminars import SeminarTrainer

REMINDER = "meeting-reminder"
CHANGED = "meeting-changed"
OVER = "meeting-over"
LASTS = timedelta(hours=4)  # after its start a meeting counts as held
LISTED = 200
WAITING = (Signup.seat.is_(None), Signup.came_at.is_(None))


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """A meeting as its maker has confirmed it; `lesson` is that of a seminar, or ''."""

    municipality_id: str
    settlement_id: int | None
    title: dict[str, str]
    place: dict[str, str]
    starts_at: datetime
    pin: tuple[float, float] | None = None
    seats: int | None = None
    made_by: int | None = None
    reminders: Sequence[int] = USUAL
    kind: str = MEETING
    lesson: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A meeting as people see it; its hours are read in `zone`."""

    id: int
    municipality_id: str
    municipality: dict[str, str]
    settlement: dict[str, str] | None
    title: dict[str, str]
    place: dict[str, str]
    lat: float | None
    lon: float | None
    starts_at: datetime
    state: str
    version: int
    seats: int | None
    series_id: int | None
    lasts: int
    reminders: list[int]
    agenda: dict[str, str]
    made_at: datetime
    kind: str
    lesson: str
    signed_up: int
    waiting: int
    time_zone: str
    main_language: str

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def seminar(self) -> bool:
        return self.kind == SEMINAR

    @property
    def full(self) -> bool:
        return self.seats is not None and self.signed_up >= self.seats

    @property
    def pin(self) -> tuple[float, float] | None:
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)

    def coming(self, now: datetime) -> bool:
        """Whether one can still sign up for it."""
        return self.state == "planned" and now < self.starts_at

    def begun(self, now: datetime) -> bool:
        """Whether it takes place now or has taken place."""
        return self.state != "cancelled" and self.starts_at <= now


def shown() -> Select[*tuple[Any, ...]]:
    """Meetings with what `Shown` holds of them."""
    signed = select(func.count()).where(Signup.meeting_id == Meeting.id)
    return (
        select(
            Meeting.id,
            Meeting.municipality_id,
            Municipality.name,
            Settlement.name,
            Meeting.title,
            Meeting.place,
            Meeting.lat,
            Meeting.lon,
            Meeting.starts_at,
            Meeting.state,
            Meeting.version,
            Meeting.seats,
            Meeting.series_id,
            Meeting.lasts,
            Meeting.reminders,
            Meeting.agenda,
            Meeting.made_at,
            Meeting.kind,
            Meeting.lesson,
            signed.where(Signup.seat.is_not(None)).scalar_subquery(),
            signed.where(*WAITING).scalar_subquery(),
            Municipality.time_zone,
            Municipality.main_language,
        )
        .join(Municipality, Municipality.id == Meeting.municipality_id)
        .outerjoin(Settlement, Settlement.id == Meeting.settlement_id)
    )


async def find(session: AsyncSession, id: int) -> Shown | None:
    row = (await session.execute(shown().where(Meeting.id == id))).first()
    return Shown(*row) if row else None


async def held(session: AsyncSession, id: int) -> Shown | None:
    """The meeting, which nobody can fill or move until this transaction ends."""
    await session.execute(select(Meeting.id).where(Meeting.id == id).with_for_update())
    return await find(session, id)


async def coming(session: AsyncSession, municipality_id: str, now: datetime) -> list[Shown]:
    """The meetings ahead, the next one first; of a series its next one only."""
    query = (
        shown()
        .where(Meeting.municipality_id == municipality_id, *_ahead(Meeting, now))
        .where(~_another_before(now))
        .order_by(Meeting.starts_at, Meeting.id)
        .limit(LISTED)
    )
    return [Shown(*row) for row in await session.execute(query)]


async def past(session: AsyncSession, municipality_id: str, now: datetime) -> list[Shown]:
    """Meetings that have begun, the last one first."""
    query = (
        shown()
        .where(Meeting.municipality_id == municipality_id, Meeting.state != "cancelled")
        .where(Meeting.starts_at <= now)
        .order_by(Meeting.starts_at.desc(), Meeting.id.desc())
        .limit(LISTED)
    )
    return [Shown(*row) for row in await session.execute(query)]


def _ahead(table: Any, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return table.state == "planned", table.starts_at > now


def _another_before(now: datetime) -> ColumnElement[bool]:
    first = aliased(Meeting)
    earlier = or_(
        first.starts_at < Meeting.starts_at,
        and_(first.starts_at == Meeting.starts_at, first.id < Meeting.id),
    )
    same = first.series_id == Meeting.series_id
    return select(first.id).where(same, *_ahead(first, now), earlier).exists()


async def create(session: AsyncSession, new: NewMeeting, now: datetime) -> int:
    """Add a meeting; its id."""
    lat, lon = new.pin or (None, None)
    row = {
        "municipality_id": new.municipality_id,
        "settlement_id": new.settlement_id,
        "title": new.title,
        "place": new.place,
        "lat": lat,
        "lon": lon,
        "starts_at": new.starts_at,
        "seats": new.seats,
        "reminders": list(new.reminders),
        "kind": new.kind,
        "lesson": new.lesson,
        "made_by": new.made_by,
        "made_at": now,
    }
    return await add(session, row)


async def add(session: AsyncSession, row: dict[str, Any]) -> int:
    """Add a meeting from its columns; its id."""
    added = insert(Meeting).values(row).returning(Meeting.id)
    id = int((await session.execute(added)).scalar_one())
    await due.plan(session, OVER, str(id), row["starts_at"] + LASTS, version=1)
    return id


async def move(
    session: AsyncSession, id: int, municipality_id: str, starts_at: datetime, now: datetime
) -> bool:
    """Another time: reminders follow, those signed up are told.  False if it is not ahead."""
    if not await _change(session, id, municipality_id, now, starts_at=starts_at):
        return False
    await remind(session, id, now)
    query = select(Meeting.version).where(Meeting.id == id)
    version = (await session.execute(query)).scalar_one()
    await due.plan(session, OVER, str(id), starts_at + LASTS, version=version)
    return True


async def cancel(session: AsyncSession, id: int, municipality_id: str, now: datetime) -> bool:
    """It will not take place; those signed up are told at once.  False if it is not ahead."""
    return await _change(session, id, municipality_id, now, state="cancelled")


async def end(session: AsyncSession, id: int, version: int) -> None:
    """Its time has passed: it was held, unless it was moved or cancelled."""
    still = (Meeting.id == id) & (Meeting.version == version) & (Meeting.state == "planned")
    await session.execute(update(Meeting).where(still).values(state="held"))


async def is_version(session: AsyncSession, id: int, version: int) -> bool:
    """Whether nothing about the meeting has changed since that version."""
    query = select(Meeting.id).where(Meeting.id == id, Meeting.version == version)
    return (await session.execute(query)).first() is not None


async def remind(
    session: AsyncSession, id: int, now: datetime, people: Sequence[int] | None = None
) -> None:
    """Plan the reminders still to come: these people's, or of everybody who has a seat or leads."""
    meeting = await find(session, id)
    assert meeting is not None
    if people is None:
        people = await _concerned(session, id, Signup.seat.is_not(None))
    await due.plan_all(session, _reminders(meeting, people, now))


async def _change(
    session: AsyncSession, id: int, municipality_id: str, now: datetime, **values: Any
) -> bool:
    """The next version of a meeting: what was planned for the last one is taken back."""
    ahead = (Meeting.state == "planned") & (Meeting.starts_at > now)
    change = (
        update(Meeting)
        .where(Meeting.id == id, Meeting.municipality_id == municipality_id, ahead)
        .values(version=Meeting.version + 1, **values)
        .returning(Meeting.version, Meeting.starts_at)
        .execution_options(synchronize_session=False)
    )
    row = (await session.execute(change)).first()
    if row is None:
        return False
    version, starts_at = row
    await due.cancel(session, REMINDER, str(id))
    people = await _concerned(session, id)
    # One row a person: news of a later change takes the place of what has not gone out.
    news = {"kind": CHANGED, "subject": str(id), "occurrence": "", "version": version}
    until = {"due_at": now, "useful_until": starts_at}
    await due.plan_all(session, [{**news, **until, "person_id": person} for person in people])
    await note(
        session, "meeting-change", now, municipality=municipality_id, subject=f"meeting:{id}"
    )
    return True


async def _concerned(session: AsyncSession, id: int, *conditions: ColumnElement[bool]) -> list[int]:
    """Who has signed up, of them those for whom this holds, and who leads a seminar."""
    signed = select(Signup.person_id).where(Signup.meeting_id == id, *conditions)
    leads = select(SeminarTrainer.person_id).where(SeminarTrainer.meeting_id == id)
    return sorted((await session.execute(signed.union(leads))).scalars())


def _reminders(meeting: Shown, people: Sequence[int], now: datetime) -> list[dict[str, Any]]:
    return [
        {
            "kind": REMINDER,
            "subject": str(meeting.id),
            "person_id": person,
            "occurrence": reminder.occurrence,
            "version": meeting.version,
            "due_at": reminder.at,
            "useful_until": reminder.until,
        }
        for reminder in reminders(meeting.starts_at, meeting.zone, now, meeting.reminders)
        for person in people
    ]
