"""One text to many people: written down once, expanded into letters in chunks, accounted for."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import case, exists, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.hours import QuietHours
from storage.audiences import addressed, conditions, count_people
from storage.digests import not_on_its_way
from storage.letters import UNFINISHED, is_unfinished
from storage.mail import LETTER
from storage.recipients import Recipient, people, recipients
from storage.tables.mail import BULK, BY_STAFF, Campaign, Letter
from storage.tables.people import Municipality, Person

HELD_FOR = timedelta(minutes=2)
CHUNK = 25  # people of one transaction, for whose end everybody's messages wait
STOPPABLE = ("held", "expanding", "sending")
WAITING = "waiting"
UNWRITTEN = {"stopped": "cancelled", "sending": "failed", "done": "failed"}
DONE = "campaign-done"
"""The due-row of a campaign whose last letter has ended: subject its id, person its maker."""


@dataclass(frozen=True, slots=True)
class NewCampaign:
    """What is sent to whom.  `bodies` has by language a list of `Outgoing` as JSON, in order.

    `audience` as in storage.audiences.  Without a `subject` the letters carry "campaign:<id>".
    """

    municipality_id: str
    kind: str
    bodies: Mapping[str, list[dict[str, Any]]]
    audience: Mapping[str, Any]
    made_by: int | None = None
    subject: str = ""
    version: int = 0
    topic: str = ""
    lane: int = BULK
    useful_until: datetime | None = None
    follows: int | None = None
    cost: int = 0


@dataclass(frozen=True, slots=True)
class Expanding:
    """A campaign whose next chunk is to be written, locked by this transaction."""

    id: int
    main_language: str
    subject: str
    version: int
    bodies: dict[str, list[dict[str, Any]]]
    audience: dict[str, Any]
    topic: str
    lane: int
    useful_until: datetime | None
    cursor: int
    kind: str
    follows: int | None


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a campaign; `counts` adds up to everybody it is for."""

    id: int
    state: str
    hold_until: datetime
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def people(self) -> int:
        return sum(self.counts.values())


async def create(
    session: AsyncSession, new: NewCampaign, now: datetime, *, hold_until: datetime | None = None
) -> int:
    """Write a campaign down; it begins at `hold_until`, or at the next tick.  Its id."""
    row = {
        "municipality_id": new.municipality_id,
        "kind": new.kind,
        "subject": new.subject,
        "version": new.version,
        "bodies": dict(new.bodies),
        "audience": dict(new.audience),
        "topic": new.topic,
        "lane": new.lane,
        "useful_until": new.useful_until,
        "hold_until": hold_until or now,
        "people": await count_people(session, new.audience),
        "made_by": new.made_by,
        "made_at": now,
        "follows_id": new.follows,
        "cost": new.cost,
    }
    added = insert(Campaign).values(row).returning(Campaign.id)
    return int((await session.execute(added)).scalar_one())


async def goes_out(
    session: AsyncSession, municipality_id: str, now: datetime, wanted: datetime | None = None
) -> datetime:
    """When an announcement confirmed now begins: at the hour that is wanted.

    It is two minutes from now at the earliest, and never in quiet hours.
    """
    earliest = now + HELD_FOR
    begins = max(earliest, wanted) if wanted else earliest
    return await awake(session, municipality_id, begins)


async def awake(session: AsyncSession, municipality_id: str, at: datetime) -> datetime:
    """This moment, or the end of the quiet hours in which it lies."""
    query = select(Municipality.quiet_from, Municipality.quiet_until, Municipality.time_zone).where(
        Municipality.id == municipality_id
    )
    quiet_from, quiet_until, zone = (await session.execute(query)).one()
    return QuietHours(quiet_from, quiet_until).postpone(at, ZoneInfo(zone))


async def claim_expanding(session: AsyncSession, now: datetime) -> Expanding | None:
    """The most urgent campaign that has letters to write, for this transaction alone."""
    query = (
        select(
            Campaign.id,
            Municipality.main_language,
            Campaign.subject,
            Campaign.version,
            Campaign.bodies,
            Campaign.audience,
            Campaign.topic,
            Campaign.lane,
            Campaign.useful_until,
            Campaign.cursor,
            Campaign.kind,
            Campaign.follows_id,
        )
        .join(Municipality, Municipality.id == Campaign.municipality_id)
        .where(_to_expand(now))
        .order_by(Campaign.lane, Campaign.id)
        .limit(1)
        .with_for_update(of=Campaign, skip_locked=True)
    )
    row = (await session.execute(query)).first()
    return Expanding(*tuple(row)) if row else None


async def lane_to_expand(session: AsyncSession, now: datetime) -> int | None:
    """The lane of that campaign; None where a claim is not worth a writing transaction."""
    query = select(func.min(Campaign.lane)).where(_to_expand(now))
    return (await session.execute(query)).scalar_one()


async def unwritten(session: AsyncSession, now: datetime) -> int:
    """How many have begun and still have letters to write."""
    query = select(func.count()).select_from(Campaign).where(_to_expand(now))
    return int((await session.execute(query)).scalar_one())


async def next_recipients(session: AsyncSession, campaign: Expanding) -> list[Recipient]:
    """The next chunk of people."""
    ahead = Person.id > campaign.cursor
    meant, only = conditions(campaign.audience), addressed(campaign.audience)
    return await recipients(session, *meant, ahead, only=only, limit=CHUNK)


async def post(session: AsyncSession, letters: Sequence[Mapping[str, Any]]) -> None:
    """Put a chunk's letters into the outbox.

    An account that has its letter gets no second one, though it may have come to another person.
    """
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    once = engine.insert(Letter).on_conflict_do_nothing(
        index_elements=["campaign_id", "account_id", "part"]
    )
    await session.execute(once, [{**LETTER, **letter} for letter in letters])


async def advance(session: AsyncSession, id: int, cursor: int) -> None:
    """A chunk is written, up to this person."""
    await session.execute(_change(id).values(state="expanding", cursor=cursor))


async def end_expanding(session: AsyncSession, id: int) -> None:
    """Everybody has a letter: from now on `people` is exactly their number."""
    await session.execute(_change(id).values(state="sending", people=_written(id)))


async def give_up(session: AsyncSession, id: int) -> None:
    """Write no more letters: those who have none are reported as failed once the others ended."""
    await session.execute(_change(id).values(state="sending"))


async def any_sent(session: AsyncSession) -> bool:
    """Whether a campaign waits to be closed."""
    return (await session.execute(select(Campaign.id).where(*_sent()).limit(1))).first() is not None


async def end_sending(session: AsyncSession) -> list[tuple[int, int | None]]:
    """Campaigns none of whose letters is open any more are done: (id, made by) of each."""
    done = (
        update(Campaign)
        .where(*_sent())
        .values(state="done")
        .returning(Campaign.id, Campaign.made_by)
        .execution_options(synchronize_session=False)
    )
    return [(row[0], row[1]) for row in await session.execute(done)]


async def stop(session: AsyncSession, id: int, municipality_id: str) -> bool:
    """Send nothing more.  False if there was nothing left to stop."""
    query = (
        select(Campaign.state, Campaign.audience, Campaign.cursor)
        .where(Campaign.id == id, Campaign.municipality_id == municipality_id)
        .where(Campaign.state.in_(STOPPABLE))
        .with_for_update()
    )
    row = (await session.execute(query)).first()
    if row is None:
        return False
    unwritten = 0 if row.state == "sending" else await _unwritten(session, row.audience, row.cursor)
    await session.execute(_change(id).values(state="stopped", people=_written(id) + unwritten))
    await session.execute(
        update(Letter)
        .where(Letter.campaign_id == id, or_(Letter.state == "queued", not_on_its_way()))
        .values(state="cancelled", reason="stopped")
        .execution_options(synchronize_session=False)
    )
    return True


async def report(session: AsyncSession, id: int, municipality_id: str) -> Report | None:
    """How many people are in each final state, or still `waiting`; None in another municipality."""
    query = select(Campaign.state, Campaign.hold_until, Campaign.people).where(
        Campaign.id == id, Campaign.municipality_id == municipality_id
    )
    row = (await session.execute(query)).first()
    if row is None:
        return None
    counts = await _by_state(session, id)
    unwritten = max(0, row.people - sum(counts.values()))
    counts[UNWRITTEN.get(row.state, WAITING)] += unwritten
    return Report(id, row.state, row.hold_until, {s: n for s, n in counts.items() if n})


async def municipality_of(session: AsyncSession, id: int) -> str | None:
    """Whose announcement it is: the staff of that municipality may see and stop it.

    Nobody does so with what the bot writes by itself: letters to voters would tell the turnout.
    """
    query = select(Campaign.municipality_id).where(Campaign.id == id, Campaign.kind.in_(BY_STAFF))
    return (await session.execute(query)).scalar_one_or_none()


async def not_stopped(session: AsyncSession, id: int) -> bool:
    """Whether letters of this campaign may still go out."""
    query = select(Campaign.state).where(Campaign.id == id)
    return (await session.execute(query)).scalar_one_or_none() != "stopped"


async def _unwritten(session: AsyncSession, audience: Mapping[str, Any], cursor: int) -> int:
    left = people(*conditions(audience), Person.id > cursor).order_by(None).subquery()
    return int((await session.execute(select(func.count()).select_from(left))).scalar_one())


async def _by_state(session: AsyncSession, id: int) -> Counter[str]:
    """People by what became of their letter; in several parts, by the part that fared worst."""
    unsent = func.min(case((Letter.state != "sent", Letter.state)))
    fate = (
        select(func.coalesce(unsent, "sent").label("state"))
        .where(Letter.campaign_id == id)
        .group_by(Letter.account_id)
        .subquery()
    )
    rows = await session.execute(select(fate.c.state, func.count()).group_by(fate.c.state))
    counts: Counter[str] = Counter()
    for state, count in rows:
        counts[WAITING if state in UNFINISHED else state] += count
    return counts


def _to_expand(now: datetime) -> Any:
    begins = (Campaign.state == "held") & (Campaign.hold_until <= now)
    return or_(begins, Campaign.state == "expanding")


def _sent() -> tuple[Any, ...]:
    unfinished = exists().where(Letter.campaign_id == Campaign.id, is_unfinished())
    return Campaign.state == "sending", ~unfinished


def _written(id: int) -> Any:
    """How many people have a letter of this campaign."""
    return (
        select(func.count(Letter.account_id.distinct()))
        .where(Letter.campaign_id == id)
        .scalar_subquery()
    )


def _change(id: int) -> Any:
    return update(Campaign).where(Campaign.id == id).execution_options(synchronize_session=False)
