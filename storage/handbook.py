"""What a municipality knows of the handbook: who confirmed which words, how many voters there are.

The texts themselves are files; here they have a name and a digest.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import delete, exists, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.hours import next_morning
from bot.civic.review import NotAllowed
from storage import due
from storage.cases import has_role, quiet
from storage.conduct import By
from storage.log import note
from storage.staff import COORDINATOR, LAWYER
from storage.tables.handbook import RightsConfirmation, VoterCount
from storage.tables.people import Municipality, Person, Role

LOOK = "rights-look"
"""The due-row of one month: subject the municipality, occurrence the month."""

USEFUL = timedelta(days=14)  # the staff page says the same all the time


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the handbook, by its words."""

    entry: str
    language: str
    digest: str


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Who stands for a text, and since when."""

    name: str
    at: datetime
    person: int


@dataclass(frozen=True, slots=True)
class Voters:
    """How many there were on a day."""

    count: int
    on: date


async def confirmations(session: AsyncSession, municipality: str) -> dict[str, Confirmed]:
    """What is confirmed in this municipality, by the digest of its words."""
    row = RightsConfirmation
    query = select(row.digest, row.name, row.at, row.person_id)
    found = await session.execute(query.where(row.municipality_id == municipality))
    return {digest: Confirmed(name, at, person) for digest, name, at, person in found}


async def lawyer_name(session: AsyncSession, person_id: int) -> str:
    """As people will read it."""
    query = select(Person.name).where(Person.id == person_id)
    return (await session.execute(query)).scalar_one()


async def confirm(session: AsyncSession, by: By, text: Text) -> None:
    """A lawyer stands for these words from now on; for them alone.  Raises NotAllowed."""
    name = await lawyer_name(session, by.person)
    if not name or not await has_role(session, by, LAWYER):
        raise NotAllowed("role")
    await _drop(session, by.municipality, text)
    await session.execute(
        insert(RightsConfirmation).values(
            municipality_id=by.municipality,
            entry=text.entry,
            digest=text.digest,
            language=text.language,
            person_id=by.person,
            name=name,
            at=by.now,
        )
    )
    await _log(session, "rights-confirm", by, text)


async def withdraw(session: AsyncSession, by: By, text: Text) -> None:
    """A lawyer no longer stands for these words, or a coordinator doubts them.

    Raises NotAllowed.
    """
    if not await has_role(session, by, LAWYER, COORDINATOR):
        raise NotAllowed("role")
    await _drop(session, by.municipality, text)
    await _log(session, "rights-withdraw", by, text)


async def _drop(session: AsyncSession, municipality: str, text: Text) -> None:
    gone = delete(RightsConfirmation).where(
        RightsConfirmation.municipality_id == municipality,
        RightsConfirmation.entry == text.entry,
        RightsConfirmation.digest == text.digest,
    )
    await session.execute(quiet(gone))


async def _log(session: AsyncSession, action: str, by: By, text: Text) -> None:
    await note(
        session,
        action,
        by.now,
        person=by.person,
        municipality=by.municipality,
        subject=f"rights:{text.entry}",
        detail={"language": text.language, "digest": text.digest},
    )


async def voters(
    session: AsyncSession, municipality: str, settlement: int | None = None
) -> Voters | None:
    """The latest count for the municipality, or for one settlement of it."""
    query = (
        select(VoterCount.voters, VoterCount.counted_on)
        .where(VoterCount.municipality_id == municipality)
        .where(VoterCount.settlement_id.is_not_distinct_from(settlement))
        .order_by(VoterCount.counted_on.desc(), VoterCount.id.desc())
        .limit(1)
    )
    row = (await session.execute(query)).first()
    return Voters(*row) if row else None


async def set_voters(
    session: AsyncSession, by: By, settlement: int | None, counted: Voters
) -> None:
    """A coordinator tells how many there are; raises NotAllowed for anybody else."""
    if not await has_role(session, by, COORDINATOR):
        raise NotAllowed("role")
    await session.execute(
        insert(VoterCount).values(
            municipality_id=by.municipality,
            settlement_id=settlement,
            voters=counted.count,
            counted_on=counted.on,
            made_by=by.person,
            made_at=by.now,
        )
    )
    await note(
        session,
        "voter-count",
        by.now,
        person=by.person,
        municipality=by.municipality,
        subject=f"settlement:{settlement}" if settlement else "",
        detail={"voters": counted.count, "on": counted.on.isoformat()},
    )


async def plan_looks(session: AsyncSession, now: datetime) -> None:
    """The next look at what has to be checked, on the first working morning of a month.

    Planned again it changes nothing.
    """
    staffed = exists().where(Role.municipality_id == Municipality.id, Role.role == COORDINATOR)
    query = select(Municipality.id, Municipality.quiet_until, Municipality.time_zone)
    rows = []
    for id, hour, name in await session.execute(query.where(staffed).order_by(Municipality.id)):
        at = _first_morning(now, hour, ZoneInfo(name))
        month = f"{at.astimezone(ZoneInfo(name)):%Y-%m}"
        rows.append(
            {
                "kind": LOOK,
                "subject": id,
                "person_id": 0,
                "occurrence": month,
                "version": 0,
                "due_at": at,
                "useful_until": at + USEFUL,
            }
        )
    await due.plan_all(session, rows)


def _first_morning(now: datetime, hour: time, zone: ZoneInfo) -> datetime:
    """Of this month if it is still to come, else of the next one."""
    first = now.astimezone(zone).date().replace(day=1)
    at = _morning_of(first, hour, zone)
    return at if at > now else _morning_of(_next_month(first), hour, zone)


def _morning_of(first: date, hour: time, zone: ZoneInfo) -> datetime:
    midnight = datetime.combine(first, time(), zone)
    return next_morning(midnight - timedelta(seconds=1), hour, zone)


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
