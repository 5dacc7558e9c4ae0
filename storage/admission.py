"""Calls for a cohort of the Academy; `applications` has who applies."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.admission import ACCEPT, KEPT, Days
from bot.civic.review import NotAllowed
from bot.civic.survey.written import Written
from storage.log import note
from storage.places import time_zone
from storage.tables.admission import AdmissionCall, Application
from storage.tables.people import Door

DOOR = "admission"
"""The journey behind a call's door; its subject is the call's id."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call.  `figures` are those of the day on which everybody was told, at `told_at`."""

    id: int
    municipality: str
    course: str
    track: str
    title: dict[str, str]
    places: int
    digest: str
    told_at: datetime | None
    figures: dict[str, Any] | None
    days: Days


@dataclass(frozen=True, slots=True)
class NewCall:
    """A call as a coordinator has prepared it."""

    municipality: str
    course: str
    track: str
    title: dict[str, str]
    places: int
    days: Days


async def publish(
    session: AsyncSession, new: NewCall, form: Written, made_by: int, now: datetime
) -> int:
    """Everybody of the municipality may apply from now on; the call's id."""
    row = {
        "municipality_id": new.municipality,
        "course": new.course,
        "track": new.track,
        "title": new.title,
        "places": new.places,
        "last_day": new.days.last,
        "starts_on": new.days.starts,
        "ends_on": new.days.ends,
        "form": form.text,
        "digest": form.digest,
    }
    added = insert(AdmissionCall).values(**row, made_by=made_by, made_at=now)
    id = int((await session.execute(added.returning(AdmissionCall.id))).scalar_one())
    await log(session, "admission-call", (id, new.municipality), made_by, now)
    return id


async def find(session: AsyncSession, id: int) -> Call | None:
    row = (await session.execute(_calls().where(AdmissionCall.id == id))).first()
    return _call(row) if row else None


async def listed(session: AsyncSession, municipality: str) -> list[Call]:
    """A municipality's calls, the newest first."""
    here = _calls().where(AdmissionCall.municipality_id == municipality)
    return [_call(row) for row in await session.execute(here.order_by(AdmissionCall.id.desc()))]


async def offered(
    session: AsyncSession, municipality: str, person_id: int, today: date
) -> list[Call]:
    """What somebody may apply to, and what they have applied to; the newest first."""
    own = select(Application.call_id).where(Application.person_id == person_id)
    mine = set((await session.execute(own)).scalars())
    calls = _calls().where(
        (AdmissionCall.municipality_id == municipality) & (AdmissionCall.last_day >= today)
        | AdmissionCall.id.in_(mine)
    )
    return [_call(row) for row in await session.execute(calls.order_by(AdmissionCall.id.desc()))]


async def drop(session: AsyncSession, id: int, by: int, now: datetime) -> None:
    """A call to which nobody has applied.  Raises NotAllowed."""
    call = await held(session, id)
    query = select(Application.id).where(Application.call_id == id).limit(1)
    if (await session.execute(query)).first():
        raise NotAllowed("applied")
    await _remove(session, [id])
    await log(session, "admission-dropped", (id, call.municipality), by, now)


async def held(session: AsyncSession, id: int) -> Call:
    """A call for whoever changes anything of it, with its row held.  Raises NotAllowed."""
    await session.execute(select(AdmissionCall.id).where(AdmissionCall.id == id).with_for_update())
    call = await find(session, id)
    if call is None:
        raise NotAllowed("gone")
    return call


async def local_day(session: AsyncSession, call: Call, now: datetime) -> date:
    """The day where the call's municipality is."""
    return now.astimezone(await time_zone(session, call.municipality)).date()


async def log(
    session: AsyncSession,
    act: str,
    call: tuple[int, str],
    by: int,
    now: datetime,
    detail: dict[str, Any] | None = None,
) -> None:
    """One line of the log of a call (its id and its municipality)."""
    id, place = call
    subject = f"admission:{id}"
    await note(session, act, now, person=by, municipality=place, subject=subject, detail=detail)


async def tidy(session: AsyncSession, now: datetime) -> None:
    """Applications whose time is over: as applicants were told before their first answer."""
    refused = select(AdmissionCall.id).where(AdmissionCall.told_at < now - KEPT)
    old = delete(Application).where(Application.call_id.in_(refused), Application.mark != ACCEPT)
    await session.execute(quiet(old))
    over = select(AdmissionCall.id).where(AdmissionCall.ends_on < (now - KEPT).date())
    await _remove(session, list((await session.execute(over)).scalars()))


async def _remove(session: AsyncSession, ids: list[int]) -> None:
    await session.execute(quiet(delete(AdmissionCall).where(AdmissionCall.id.in_(ids))))
    doors = delete(Door).where(Door.journey == DOOR, Door.subject.in_([str(id) for id in ids]))
    await session.execute(quiet(doors))


def _calls() -> Select[*tuple[Any, ...]]:
    return select(
        AdmissionCall.id,
        AdmissionCall.municipality_id,
        AdmissionCall.course,
        AdmissionCall.track,
        AdmissionCall.title,
        AdmissionCall.places,
        AdmissionCall.digest,
        AdmissionCall.told_at,
        AdmissionCall.figures,
        AdmissionCall.last_day,
        AdmissionCall.starts_on,
        AdmissionCall.ends_on,
    )


def _call(row: Any) -> Call:
    told: list[Any] = [*row[:-3], Days(*row[-3:])]
    return Call(*told)


def quiet(statement: Any) -> Any:
    return statement.execution_options(synchronize_session=False)
