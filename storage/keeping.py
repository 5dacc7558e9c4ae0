"""How long people's data is kept, who is told that it will be deleted, and that it is.

The rule stands in docs/architecture.md.  `Person.kept_from` is somebody's last day with us or that
of the last result of a vote that reached them; the months of the municipality run from it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import and_, bindparam, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.keeping import MONTHS, NOTICE, last_start, next_day
from storage import due, electorate
from storage.base import table
from storage.engine import core
from storage.farewell import part
from storage.people import Conflict
from storage.recipients import Recipient, recipients
from storage.tables.ideas import Idea
from storage.tables.mail import Campaign, Letter
from storage.tables.people import Account, Municipality, Person, Role
from storage.tables.votes import Electorate, Process

LOOK = "keeping"
"""The due-row of one day; subject the municipality, '' for those who live in none that we know.

Occurrence is the local day, with "+1" and so on for those who did not fit into one transaction.
"""
END = "keeping-end"
"""The due-row of one person's deletion; occurrence the local day they were told."""

RENEW = "keeping-renew"
"""The due-row after a result was told; subject its campaign, occurrence the last letter seen."""

CHUNK = 50  # people of one transaction
LETTERS = 500  # of a campaign, looked at in one transaction
SETTLED = timedelta(days=1)  # after a result is told its letters have come to their end
OBJECTIONS = timedelta(days=30)  # after the result of an edition somebody may still contest it


@dataclass(frozen=True, slots=True)
class Terms:
    """A municipality's rule: months, and by whose clock a day begins."""

    months: int
    zone: ZoneInfo
    morning: time


STRANGERS = Terms(MONTHS, ZoneInfo("Asia/Tbilisi"), time(9))
"""Of people who have not said where they live."""

RULE = (Municipality.keep_months, Municipality.time_zone, Municipality.quiet_until)


@dataclass(frozen=True, slots=True)
class Ending:
    """Whose data will be deleted on which day; `who` is None where they cannot be told."""

    person: int
    on: date
    at: datetime
    who: Recipient | None


people = table(Person)

CAME = (
    update(people)
    .where(
        # Whoever is writing this row at the moment is not waited for: a turn takes it last of all.
        people.c.id
        == select(people.c.id)
        .where(
            people.c.id == bindparam("person"),
            people.c.kept_from < bindparam("today"),
            people.c.deleted_at.is_(None),
        )
        .with_for_update(skip_locked=True, key_share=True)
        .scalar_subquery()
    )
    .values(kept_from=bindparam("today"), delete_on=None)
)


async def came(session: AsyncSession, person_id: int, today: date) -> None:
    """The person was here: the months run anew.  Once a day is enough."""
    await core(session).execute(CAME, {"person": person_id, "today": today})


async def keep(session: AsyncSession, person_id: int, today: date) -> None:
    """The same for a person who asks for it.  Raises Conflict if their data is being deleted."""
    kept = (
        update(Person)
        .where(Person.id == person_id, Person.deleted_at.is_(None))
        .values(kept_from=today, delete_on=None)
        .returning(Person.id)
        .execution_options(synchronize_session=False)
    )
    if (await session.execute(kept)).first() is None:
        raise Conflict


async def terms(session: AsyncSession, municipality: str) -> Terms:
    """The rule of this municipality, or that for people of none."""
    query = select(*RULE).where(Municipality.id == municipality)
    row = (await session.execute(query)).first()
    return _terms(*row) if row else STRANGERS


def _terms(months: int, zone: str, morning: time) -> Terms:
    return Terms(months, ZoneInfo(zone), morning)


async def longest(session: AsyncSession, municipality: str | None) -> int:
    """Months at most, for somebody who joins here, or who has not said where."""
    query = select(func.max(Municipality.keep_months)).where(Municipality.active)
    if municipality:
        query = select(Municipality.keep_months).where(Municipality.id == municipality)
    return (await session.execute(query)).scalar_one() or MONTHS


async def set_months(session: AsyncSession, municipality: str, months: int) -> None:
    """Keep people's data for so many months, beginning with those who are told from now on."""
    changed = update(Municipality).where(Municipality.id == municipality)
    await session.execute(changed.values(keep_months=months))


async def plan_days(session: AsyncSession, now: datetime) -> None:
    """The next look in every municipality that has people; planned again it changes nothing."""
    inhabited = exists().where(_lives_in(Municipality.id))
    rules = select(Municipality.id, *RULE).where(inhabited).order_by(Municipality.id)
    rows = [_look(row[0], _terms(*row[1:]), now) for row in await session.execute(rules)]
    if (await session.execute(select(Person.id).where(_lives_in("")).limit(1))).first():
        rows.append(_look("", STRANGERS, now))
    await due.plan_all(session, rows)


def _lives_in(municipality: Any) -> Any:
    """Whoever is here and lives there; '' for those who live nowhere that we know."""
    nowhere = isinstance(municipality, str) and not municipality
    home = Person.municipality_id.is_(None) if nowhere else Person.municipality_id == municipality
    return and_(home, Person.deleted_at.is_(None))


def _look(municipality: str, terms: Terms, now: datetime) -> dict[str, Any]:
    at = next_day(now, terms.morning, terms.zone)
    return {
        "kind": LOOK,
        "subject": municipality,
        "person_id": 0,
        "occurrence": at.date().isoformat(),
        "version": 0,
        "due_at": at,
        "useful_until": None,
    }


async def look(session: AsyncSession, municipality: str, now: datetime) -> list[Ending]:
    """Set the day for the next people whose term ends in some weeks; they are to be told now.

    Fewer than CHUNK means that these were all.
    """
    rule = await terms(session, municipality)
    on = now.astimezone(rule.zone).date() + NOTICE
    at = datetime.combine(on, rule.morning, rule.zone)
    over = await _nearly_over(session, municipality, last_start(on, rule.months), now)
    able = await _reachable(session, over) if municipality else {}
    found = []
    for person in over:
        await _set(session, person, delete_on=on)
        day = on.isoformat()
        await due.plan(session, END, municipality, at, person_id=person, occurrence=day)
        found.append(Ending(person, on, at, able.get(person)))
    return found


async def _nearly_over(
    session: AsyncSession, municipality: str, latest: date, now: datetime
) -> list[int]:
    """The next people who were last here by this day and whose day is not set."""
    query = (
        select(Person.id)
        .where(_lives_in(municipality), Person.kept_from <= latest)
        .where(Person.delete_on.is_(None), ~needed(now))
        .order_by(Person.id)
        .limit(CHUNK)
        .with_for_update(of=Person, skip_locked=True, key_share=True)
    )
    return list((await session.execute(query)).scalars())


def needed(now: datetime) -> Any:
    """The condition for people whose data has a purpose whatever their last day was.

    They work for a municipality, or have voted or proposed in an edition that may be contested.
    """
    running = Process.results_at > now - OBJECTIONS
    voted = exists().where(
        Electorate.process_id == Process.id, Electorate.person_id == Person.id, running
    )
    proposed = exists().where(Idea.process_id == Process.id, Idea.author_id == Person.id, running)
    return or_(exists().where(Role.person_id == Person.id), voted, proposed)


async def _reachable(session: AsyncSession, ids: Sequence[int]) -> dict[int, Recipient]:
    willing = (Account.reachable, ~Account.opted_out)
    found = await recipients(session, Person.id.in_(ids), only=willing)
    return {who.person_id: who for who in found}


async def end(session: AsyncSession, person: int, on: date, now: datetime) -> bool:
    """The day has come.  False if the person was here meanwhile.

    False as well if their data has become needed: they will be told anew.
    """
    await electorate.hold(session, person, person)
    query = select(Person.delete_on, needed(now)).where(Person.id == person)
    row = (await session.execute(query.with_for_update(of=Person))).first()
    if row is None or row[0] != on:
        return False
    if row[1]:
        await _set(session, person, delete_on=None)
        return False
    await part(session, person, now)
    return True


async def plan_renewal(session: AsyncSession, campaign: int, now: datetime) -> None:
    """Promise to keep the data of those anew whom this result will have reached."""
    await due.plan(session, RENEW, str(campaign), now + SETTLED, occurrence="0")


async def renew(session: AsyncSession, campaign: int, after: int) -> int | None:
    """The months run anew for the next people whom this campaign has reached, from that day on.

    The last letter that was looked at; None when there are no more.
    """
    query = (
        select(Letter.id, Letter.state, Account.person_id)
        .join(Account, Account.id == Letter.account_id)
        .where(Letter.campaign_id == campaign, Letter.id > after)
        .order_by(Letter.id)
        .limit(LETTERS)
    )
    rows = (await session.execute(query)).all()
    day = await _day_of(session, campaign)
    reached = [person for _, state, person in rows if state == "sent"]
    renewed = update(Person).where(Person.id.in_(reached), Person.kept_from < day)
    renewed = renewed.where(Person.deleted_at.is_(None)).values(kept_from=day, delete_on=None)
    await session.execute(renewed.execution_options(synchronize_session=False))
    return rows[-1][0] if len(rows) == LETTERS else None


async def _day_of(session: AsyncSession, campaign: int) -> date:
    """The local day on which its letters began to be written."""
    query = select(Campaign.hold_until, Municipality.time_zone).join(Municipality)
    at, zone = (await session.execute(query.where(Campaign.id == campaign))).one()
    day: date = at.astimezone(ZoneInfo(zone)).date()
    return day


async def _set(session: AsyncSession, person: int, **values: Any) -> None:
    changed = update(Person).where(Person.id == person).values(**values)
    await session.execute(changed.execution_options(synchronize_session=False))
