"""Meetings, who has signed up, and reminders that follow the meeting wherever it is moved."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.hours import reminders
from storage import due
from storage.log import note
from storage.tables.meetings import Meeting, Signup
from storage.tables.people import Municipality, Settlement

REMINDER = "meeting-reminder"
CHANGED = "meeting-changed"
OVER = "meeting-over"
LASTS = timedelta(hours=4)  # after its start a meeting counts as held
LISTED = 50


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """A meeting as its maker has confirmed it."""

    municipality_id: str
    settlement_id: int | None
    title: dict[str, str]
    place: dict[str, str]
    starts_at: datetime
    pin: tuple[float, float] | None = None
    seats: int | None = None
    made_by: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A meeting as people see it; its hours are read in `zone`."""

    id: int
    municipality_id: str
    settlement: dict[str, str] | None
    title: dict[str, str]
    place: dict[str, str]
    lat: float | None
    lon: float | None
    starts_at: datetime
    state: str
    version: int
    seats: int | None
    signed_up: int
    time_zone: str
    main_language: str

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def full(self) -> bool:
        return self.seats is not None and self.signed_up >= self.seats

    def coming(self, now: datetime) -> bool:
        """Whether one can still sign up for it."""
        return self.state == "planned" and now < self.starts_at


def _shown() -> Select[*tuple[Any, ...]]:
    taken = select(func.count()).where(Signup.meeting_id == Meeting.id).scalar_subquery()
    return (
        select(
            Meeting.id,
            Meeting.municipality_id,
            Settlement.name,
            Meeting.title,
            Meeting.place,
            Meeting.lat,
            Meeting.lon,
            Meeting.starts_at,
            Meeting.state,
            Meeting.version,
            Meeting.seats,
            taken,
            Municipality.time_zone,
            Municipality.main_language,
        )
        .join(Municipality, Municipality.id == Meeting.municipality_id)
        .outerjoin(Settlement, Settlement.id == Meeting.settlement_id)
    )


async def find(session: AsyncSession, id: int) -> Shown | None:
    row = (await session.execute(_shown().where(Meeting.id == id))).first()
    return Shown(*row) if row else None


async def coming(session: AsyncSession, municipality_id: str, now: datetime) -> list[Shown]:
    """The meetings ahead, the next one first."""
    query = (
        _shown()
        .where(Meeting.municipality_id == municipality_id)
        .where(Meeting.state == "planned", Meeting.starts_at > now)
        .order_by(Meeting.starts_at, Meeting.id)
        .limit(LISTED)
    )
    return [Shown(*row) for row in await session.execute(query)]


async def mine(session: AsyncSession, person_id: int) -> set[int]:
    """The meetings that this person has signed up for."""
    query = select(Signup.meeting_id).where(Signup.person_id == person_id)
    return set((await session.execute(query)).scalars())


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
        "made_by": new.made_by,
        "made_at": now,
    }
    id = int(
        (await session.execute(insert(Meeting).values(row).returning(Meeting.id))).scalar_one()
    )
    await due.plan(session, OVER, str(id), new.starts_at + LASTS, version=1)
    return id


async def sign_up(session: AsyncSession, id: int, person_id: int, now: datetime) -> bool:
    """Keep a seat and plan the reminders still ahead; False if it is full, over or cancelled."""
    meeting = await _locked(session, id)
    if meeting is None or not meeting.coming(now):
        return False
    if id not in await mine(session, person_id):
        if meeting.full:
            return False
        engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
        added = engine.insert(Signup).values(meeting_id=id, person_id=person_id, at=now)
        await session.execute(added.on_conflict_do_nothing())
    await due.plan_all(session, _reminders(meeting, [person_id], now))
    return True


async def sign_off(session: AsyncSession, id: int, person_id: int) -> None:
    """Give the seat back; nothing more comes about this meeting."""
    seat = (Signup.meeting_id == id) & (Signup.person_id == person_id)
    await session.execute(delete(Signup).where(seat))
    await due.cancel(session, REMINDER, str(id), person_id=person_id)


async def move(
    session: AsyncSession, id: int, municipality_id: str, starts_at: datetime, now: datetime
) -> bool:
    """Another time: reminders follow, those signed up are told.  False if it is not ahead."""
    if not await _change(session, id, municipality_id, now, starts_at=starts_at):
        return False
    meeting = await find(session, id)
    assert meeting is not None
    query = select(Signup.person_id).where(Signup.meeting_id == id).order_by(Signup.person_id)
    people = list((await session.execute(query)).scalars())
    await due.plan_all(session, _reminders(meeting, people, now))
    await due.plan(session, OVER, str(id), starts_at + LASTS, version=meeting.version)
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


async def _change(
    session: AsyncSession, id: int, municipality_id: str, now: datetime, **values: Any
) -> bool:
    """The next version of a meeting: what was planned for the last one is taken back."""
    ahead = (Meeting.state == "planned") & (Meeting.starts_at > now)
    change = (
        update(Meeting)
        .where(Meeting.id == id, Meeting.municipality_id == municipality_id, ahead)
        .values(version=Meeting.version + 1, **values)
        .returning(Meeting.version)
        .execution_options(synchronize_session=False)
    )
    version = (await session.execute(change)).scalar_one_or_none()
    if version is None:
        return False
    await due.cancel(session, REMINDER, str(id))
    await due.plan(session, CHANGED, str(id), now, version=version)
    await note(
        session, "meeting-change", now, municipality=municipality_id, subject=f"meeting:{id}"
    )
    return True


async def _locked(session: AsyncSession, id: int) -> Shown | None:
    """The meeting, which nobody can fill or move until this transaction ends."""
    await session.execute(select(Meeting.id).where(Meeting.id == id).with_for_update())
    return await find(session, id)


def _reminders(meeting: Shown, people: list[int], now: datetime) -> list[dict[str, Any]]:
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
        for reminder in reminders(meeting.starts_at, meeting.zone, now)
        for person in people
    ]
