"""Applications to a call: one of each person, and what is decided of them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.admission import ACCEPT
from bot.civic.review import NotAllowed
from storage import admission
from storage.admission import Call, quiet
from storage.tables.admission import Application


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


async def apply(session: AsyncSession, id: int, new: Applicant, now: datetime) -> int:
    """Keep an application; its number.  Raises NotAllowed.

    A second one of the same person violates a constraint.
    """
    call = await admission.held(session, id)
    late = not call.days.takes_applications(await admission.local_day(session, call, now))
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
    await admission.log(session, "admission-mark", (call.id, call.municipality), by, now, detail)


async def _free_seat(session: AsyncSession, call: Call) -> int:
    query = select(Application.seat).where(Application.call_id == call.id)
    taken = set((await session.execute(query)).scalars())
    free = next((seat for seat in range(1, call.places + 1) if seat not in taken), None)
    if free is None:
        raise NotAllowed("full")
    return free


async def held_one(session: AsyncSession, application: int) -> tuple[Call, Applied]:
    """An application and its call, with the row of the call held.  Raises NotAllowed."""
    found = await one(session, application)
    call = await admission.held(session, found.call) if found else None
    found = await one(session, application)  # it may have been taken back while we waited
    if call is None or found is None:
        raise NotAllowed("gone")
    return call, found


async def change(session: AsyncSession, application: int, **values: Any) -> None:
    changed = update(Application).where(Application.id == application).values(**values)
    await session.execute(quiet(changed))


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
