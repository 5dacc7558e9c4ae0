"""Calls for a cohort of the Academy and who applied; `admission_cohort` has what follows."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, delete, func, insert, select, update
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


@dataclass(frozen=True, slots=True)
class Applied:
    """Somebody's application."""

    id: int
    call: int
    person: int
    number: int
    name: str
    answers: dict[str, str]
    applied_at: datetime
    mark: str
    reason: str
    marked_at: datetime | None
    seat: int | None


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who applies, under which name ('' for none), and what they answer."""

    person: int
    name: str
    settlement: int | None
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a coordinator decides of an application, and why."""

    mark: str
    reason: str = ""


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
    if await of_call(session, id):
        raise NotAllowed("applied")
    await _remove(session, [id])
    await log(session, "admission-dropped", (id, call.municipality), by, now)


async def apply(session: AsyncSession, id: int, new: Applicant, now: datetime) -> int:
    """Keep an application; its number.  Raises NotAllowed.

    A second one of the same person violates a constraint.
    """
    call = await held(session, id)
    late = not call.days.takes_applications(await local_day(session, call, now))
    if late or call.told_at is not None:  # a message of the last evening may wait for its turn
        raise NotAllowed("late")
    last = select(func.max(Application.number)).where(Application.call_id == id)
    number = ((await session.execute(last)).scalar_one() or 0) + 1
    row = {"call_id": id, "person_id": new.person, "number": number, "name": new.name}
    told = {"settlement_id": new.settlement, "answers": dict(new.answers), "applied_at": now}
    await session.execute(insert(Application).values(**row, **told))
    return number


async def mine(session: AsyncSession, id: int, person_id: int) -> Applied | None:
    """Somebody's application to a call."""
    own = _applications().where(Application.call_id == id, Application.person_id == person_id)
    row = (await session.execute(own)).first()
    return Applied(*row) if row else None


async def one(session: AsyncSession, application: int) -> Applied | None:
    row = (await session.execute(_applications().where(Application.id == application))).first()
    return Applied(*row) if row else None


async def of_call(session: AsyncSession, id: int) -> list[Applied]:
    """All applications to a call, in the order in which they came."""
    query = _applications().where(Application.call_id == id).order_by(Application.number)
    return [Applied(*row) for row in await session.execute(query)]


async def by_settlement(session: AsyncSession, id: int) -> dict[int, int]:
    """How many have applied by where they live, as far as this is known."""
    query = select(Application.settlement_id, func.count()).where(Application.call_id == id)
    rows = await session.execute(query.group_by(Application.settlement_id))
    return {settlement: count for settlement, count in rows if settlement is not None}


async def mark(
    session: AsyncSession, application: int, by: int, decision: Decision, now: datetime
) -> None:
    """Decide on an application, until everybody is told.  Raises NotAllowed.

    The call's row is held: with it, the lowest free seat and `unique(call, seat)` nobody is
    accepted beyond the last place.
    """
    call, found = await held_one(session, application)
    if call.told_at is not None:
        raise NotAllowed("told")
    if found.person == by:
        raise NotAllowed("own")
    changes = asdict(decision)
    if decision.mark != found.mark:
        seat = await _free_seat(session, call) if decision.mark == ACCEPT else None
        changes |= {"seat": seat, "marked_at": now}
    await change(session, application, **changes)
    detail = {"mark": decision.mark, "application": application}
    await log(session, "admission-mark", (call.id, call.municipality), by, now, detail)


async def _free_seat(session: AsyncSession, call: Call) -> int:
    query = select(Application.seat).where(Application.call_id == call.id)
    taken = set((await session.execute(query)).scalars())
    free = next((seat for seat in range(1, call.places + 1) if seat not in taken), None)
    if free is None:
        raise NotAllowed("full")
    return free


async def held(session: AsyncSession, id: int) -> Call:
    """A call for whoever changes anything of it, with its row held.  Raises NotAllowed."""
    await session.execute(select(AdmissionCall.id).where(AdmissionCall.id == id).with_for_update())
    call = await find(session, id)
    if call is None:
        raise NotAllowed("gone")
    return call


async def held_one(session: AsyncSession, application: int) -> tuple[Call, Applied]:
    """The same for an application, with its call's row held.  Raises NotAllowed."""
    found = await one(session, application)
    call = await held(session, found.call) if found else None
    found = await one(session, application)  # it may have been taken back while we waited
    if call is None or found is None:
        raise NotAllowed("gone")
    return call, found


async def local_day(session: AsyncSession, call: Call, now: datetime) -> date:
    """The day where the call's municipality is."""
    return now.astimezone(await time_zone(session, call.municipality)).date()


async def change(session: AsyncSession, application: int, **values: Any) -> None:
    changed = update(Application).where(Application.id == application).values(**values)
    await session.execute(quiet(changed))


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


def _applications() -> Select[*tuple[Any, ...]]:
    return select(
        Application.id,
        Application.call_id,
        Application.person_id,
        Application.number,
        Application.name,
        Application.answers,
        Application.applied_at,
        Application.mark,
        Application.reason,
        Application.marked_at,
        Application.seat,
    )


def quiet(statement: Any) -> Any:
    return statement.execution_options(synchronize_session=False)
