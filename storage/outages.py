"""When nobody looked at what was due, and what became of the rows whose hour came meanwhile."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, String, cast, func, insert, literal, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage import due, edition_dates, idea_drafts, meetings, seats, survey_reminders, votes
from storage.tables.meetings import Meeting
from storage.tables.people import Municipality, Person
from storage.tables.surveys import Survey
from storage.tables.votes import Process
from storage.tables.work import Due, Heartbeat, Outage

BEAT = timedelta(minutes=1)
GAP = timedelta(minutes=15)
"""From when on a silence counts: an update takes minutes, and nothing is due to the minute."""

REPORT = "outage"
"""The due-row of a report; subject the municipality, occurrence the outage's id."""

SETTLED = timedelta(minutes=5)  # until then what was late has been worked off
DUE = "due"


@dataclass(frozen=True, slots=True)
class Late:
    """Of one kind and subject: rows worked off late, and dropped because it was too late.

    `name` is the subject's, by language; empty where the kind has none.
    """

    kind: str
    name: dict[str, str]
    sent: int
    dropped: int


@dataclass(frozen=True, slots=True)
class About:
    """Kinds of due rows whose subject is a row of this table, by its id after the prefix."""

    kinds: tuple[str, ...]
    table: Any
    name: Any
    prefix: str = ""


ABOUT = (
    About((meetings.REMINDER, meetings.CHANGED, seats.SEAT_FREE), Meeting, Meeting.title),
    About((survey_reminders.REMIND,), Survey, Survey.title, "survey:"),
    About(
        (edition_dates.PHASE, edition_dates.REMIND, votes.RESULTS),
        Process,
        Process.name,
        "process:",
    ),
)
"""What people expect at an hour, beside reminders of begun ideas, which have no subject."""


async def begin(session: AsyncSession, now: datetime) -> None:
    """A process begins to look at what is due.

    If none has looked for long, what fell due meanwhile is marked and reports are promised, once.
    """
    query = select(Heartbeat.at).where(Heartbeat.name == DUE).with_for_update()
    since = (await session.execute(query)).scalar_one_or_none()
    if since is None:
        engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
        first = engine.insert(Heartbeat).values(name=DUE, at=now)
        await session.execute(first.on_conflict_do_nothing())
        return
    if now - since > GAP:
        await _mark(session, since, now)
    await beat(session, now)


async def beat(session: AsyncSession, now: datetime) -> None:
    """Somebody looks."""
    alive = update(Heartbeat).where(Heartbeat.name == DUE, Heartbeat.at < now).values(at=now)
    await session.execute(_quiet(alive))


async def _mark(session: AsyncSession, since: datetime, now: datetime) -> None:
    added = insert(Outage).values(since=since, until=now).returning(Outage.id)
    id = int((await session.execute(added)).scalar_one())
    missed = (Due.state == "open", Due.due_at > since, Due.due_at <= now)
    marked = update(Due).where(*missed).values(outage_id=id).returning(Due.id)
    if not (await session.execute(_quiet(marked))).all():
        return
    active = select(Municipality.id).where(Municipality.active).order_by(Municipality.id)
    for municipality in (await session.execute(active)).scalars():
        await due.plan(session, REPORT, municipality, now + SETTLED, occurrence=str(id))


async def find(session: AsyncSession, id: int) -> tuple[datetime, datetime]:
    """From when until when it lasted."""
    row = (await session.execute(select(Outage.since, Outage.until).where(Outage.id == id))).one()
    return row[0], row[1]


async def late(session: AsyncSession, id: int, municipality: str, now: datetime) -> list[Late]:
    """What an outage has done to this municipality's reminders and notices."""
    marked = select(Due.kind, literal(None), *_fates(now)).where(Due.outage_id == id)
    drafts = (
        marked.join(Person, Person.id == Due.person_id)
        .where(Due.kind == idea_drafts.REMIND, Person.municipality_id == municipality)
        .group_by(Due.kind)
    )
    queries = [_of(about, id, municipality, now) for about in ABOUT]
    found = [
        Late(kind, name or {}, sent, dropped)
        for query in (*queries, drafts)
        for kind, name, sent, dropped in await session.execute(query)
    ]
    return [one for one in found if one.sent or one.dropped]


def _of(about: About, id: int, municipality: str, now: datetime) -> Select[Any]:
    subject = literal(about.prefix) + cast(about.table.id, String)
    return (
        select(Due.kind, about.name, *_fates(now))
        .join(about.table, Due.subject == subject)
        .where(Due.outage_id == id, Due.kind.in_(about.kinds))
        .where(about.table.municipality_id == municipality)
        .group_by(Due.kind, about.table.id)
        .order_by(about.table.id, Due.kind)
    )


def _fates(now: datetime) -> tuple[Any, Any]:
    """How many were worked off, and how many too late; others no longer held anyway."""
    sent = func.count().filter(Due.state == "done")
    return sent, func.count().filter(Due.state == "outdated", Due.useful_until <= now)


def _quiet(statement: Any) -> Any:
    return statement.execution_options(synchronize_session=False)
