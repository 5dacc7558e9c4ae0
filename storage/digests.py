"""Letters of a day gathered for whoever wants them once a day, and what becomes of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, func, literal_column, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.civic.hours import QuietHours, next_time
from storage import due, letters, mail
from storage.letters import UNFINISHED, Claimed
from storage.tables.mail import Letter
from storage.tables.people import Account, Municipality, Person
from storage.tables.topics import DIGEST, OFF, TopicChoice

KIND = "digest"
"""The due-row of one person's evening, occurrence the local day; also the digest's topic."""

GATHERED = "gathered"
AT = time(18, 0)  # local time of the digest: people are back from work, and it is not yet quiet
VERSIONS = 2**31  # a due-row's version is an ordinary whole number

carrier = aliased(Letter)


@dataclass(frozen=True, slots=True)
class Evening:
    """When somebody's next digest goes out, and the local day whose it is."""

    person_id: int
    at: datetime
    day: str


@dataclass(frozen=True, slots=True)
class Told:
    """A text that a digest tells: the id of its first letter, and the letters as JSON."""

    id: int
    topic: str
    bodies: list[dict[str, Any]]


def by_text(parts: Iterable[Any]) -> list[list[Any]]:
    """Letters together with the other parts of the same text, in order."""
    texts: dict[tuple[int, ...], list[Any]] = {}
    for part in parts:
        whole = (part.campaign_id, part.account_id) if part.campaign_id else (part.id,)
        texts.setdefault(whole, []).append(part)
    return list(texts.values())


async def gather(session: AsyncSession, claimed: Sequence[Claimed], now: datetime) -> set[int]:
    """Put aside what people want once a day, unless it is of no use by then; the letters' ids.

    A change of a message that people have already is none of these.
    """
    wanted = [letter for letter in claimed if letter.choice == DIGEST and not letter.edit]
    if not wanted:
        return set()
    evenings = await _evenings(session, Account.id.in_({one.account_id for one in wanted}), now)
    aside = [
        letter
        for letter in wanted
        if letter.useful_until is None or letter.useful_until > evenings[letter.account_id].at
    ]
    if aside:
        await _put_aside(session, aside)
        await _plan(session, {evenings[letter.account_id]: letter.id for letter in aside})
    return {letter.id for letter in aside}


async def _put_aside(session: AsyncSession, aside: Sequence[Claimed]) -> None:
    """All parts of a long text together."""
    changed = {"state": GATHERED, "claim": "", "claimed_until": None, "attempts": 0}
    # Two statements: no index serves an "or" of both, and all that was ever sent would be read.
    await session.execute(_change(Letter.id.in_([one.id for one in aside])).values(changed))
    if texts := [(one.campaign_id, one.account_id) for one in aside if one.campaign_id]:
        rest = (
            Letter.account_id.in_([account for _, account in texts]),
            letters.is_open(),
            Letter.state == "queued",
            tuple_(Letter.campaign_id, Letter.account_id).in_(texts),
        )
        await session.execute(_change(*rest).values(changed))


async def _plan(session: AsyncSession, evenings: Mapping[Evening, int]) -> None:
    """By evening the letter that asks for it.

    Its id is the row's version: what was put aside while the digest was being written opens the
    row again.
    """
    rows = [
        {
            "kind": KIND,
            "subject": "",
            "person_id": evening.person_id,
            "occurrence": evening.day,
            "version": letter % VERSIONS,
            "due_at": evening.at,
            "useful_until": None,
        }
        for evening, letter in sorted(evenings.items(), key=lambda one: one[0].person_id)
    ]
    await due.plan_all(session, rows)


async def _evenings(session: AsyncSession, whose: Any, now: datetime) -> dict[int, Evening]:
    """By account the next digest."""
    query = (
        select(
            Account.id,
            Person.id,
            Municipality.time_zone,
            Municipality.quiet_from,
            Municipality.quiet_until,
        )
        .join(Person, Person.id == Account.person_id)
        .outerjoin(Municipality, Municipality.id == Person.municipality_id)
        .where(whose)
    )
    evenings = {}
    for account, person, name, quiet_from, quiet_until in await session.execute(query):
        zone = ZoneInfo(name or "Asia/Tbilisi")
        at = next_time(now, AT, zone)
        day = at.astimezone(zone).date().isoformat()
        if name is not None:
            at = QuietHours(quiet_from, quiet_until).postpone(at, zone)
        evenings[account] = Evening(person, at, day)
    return evenings


async def awake(session: AsyncSession, person_id: int, now: datetime) -> datetime:
    """Now, or the end of the quiet hours of the municipality where this person lives."""
    query = (
        select(Municipality.quiet_from, Municipality.quiet_until, Municipality.time_zone)
        .join(Person, Person.municipality_id == Municipality.id)
        .where(Person.id == person_id)
    )
    row = (await session.execute(query)).first()
    if row is None:
        return now
    return QuietHours(row.quiet_from, row.quiet_until).postpone(now, ZoneInfo(row.time_zone))


async def waiting(session: AsyncSession, person_id: int) -> list[Claimed]:
    """What is gathered for this person and in no digest yet, locked."""
    query = select(Letter.id).where(*_waiting(person_id)).order_by(Letter.id).with_for_update()
    return await _read(session, query)


async def carried(session: AsyncSession, digest: int) -> list[Claimed]:
    """What this digest tells, until it has gone out."""
    return await _read(session, select(Letter.id).where(Letter.part_of == digest, _gathered()))


async def told_with(session: AsyncSession, person_id: int, id: int) -> list[Told]:
    """All that the digest with this letter has told this person, of what is still kept."""
    theirs = select(Account.id).where(Account.person_id == person_id)
    digest = select(Letter.part_of).where(Letter.id == id, Letter.account_id.in_(theirs))
    query = (
        select(Letter.id, Letter.topic, Letter.campaign_id, Letter.account_id, Letter.body)
        .where(Letter.part_of == digest.scalar_subquery(), Letter.body.is_not(None))
        .order_by(Letter.id)
    )
    rows = (await session.execute(query)).all()
    texts = by_text(rows)
    return [Told(parts[0].id, parts[0].topic, [part.body for part in parts]) for parts in texts]


async def end(session: AsyncSession, fates: Mapping[int, str]) -> None:
    """The final states of these letters, which no digest tells."""
    for state in sorted(set(fates.values())):
        ids = [id for id, fate in fates.items() if fate == state]
        await session.execute(_change(Letter.id.in_(ids)).values(state=state, reason=state))


async def send(session: AsyncSession, digest: Mapping[str, Any], told: Sequence[int]) -> None:
    """Put a digest into the outbox.  The letters it tells end as it ends (`settle`)."""
    id = await mail.post_one(session, {**digest, "topic": KIND, "version": len(told)})
    await session.execute(_change(Letter.id == id).values(subject=f"{KIND}:{id}"))
    await session.execute(_change(Letter.id.in_(told)).values(part_of=id))


CARRY = (
    update(Letter)
    .where(Letter.part_of == bindparam("digest"), Letter.state == literal_column("'gathered'"))
    .values(
        state=bindparam("to"),
        reason=bindparam("why"),
        sent_ref=bindparam("ref"),
        sent_at=bindparam("at"),
    )
    .execution_options(synchronize_session=False)
)


async def settle(session: AsyncSession, digests: Collection[int], now: datetime) -> None:
    """What these digests told shares their fate, as far as they have ended.

    A digest that was no longer true is written anew, at once, from what still is.
    """
    query = select(Letter).where(Letter.id.in_(digests), Letter.state.not_in(UNFINISHED))
    ended = list((await session.execute(query)).scalars())
    untrue = [digest for digest in ended if digest.state == "outdated"]
    fates = [
        {
            "digest": digest.id,
            "to": digest.state,
            "why": digest.reason,
            "ref": digest.sent_ref,
            "at": digest.sent_at,
        }
        for digest in ended
        if digest not in untrue
    ]
    if fates:
        await (await session.connection()).execute(CARRY, fates)
    if untrue:
        ids = [digest.id for digest in untrue]
        await session.execute(_change(Letter.part_of.in_(ids), _gathered()).values(part_of=None))
        evenings = await _evenings(
            session, Account.id.in_([digest.account_id for digest in untrue]), now
        )
        again = {evenings[one.account_id].person_id: one.id for one in untrue}
        await _plan(session, {Evening(who, now, f"again:{id}"): id for who, id in again.items()})


async def follow(session: AsyncSession, person_id: int, now: datetime) -> None:
    """What waits for a digest goes the way that its person now wants."""
    modes = select(TopicChoice.topic).where(TopicChoice.person_id == person_id)
    off = modes.where(TopicChoice.mode == OFF)
    mine = _waiting(person_id)
    ended = {"state": "opted_out", "reason": "opted_out"}
    await session.execute(_change(*mine, Letter.topic.in_(off)).values(ended))
    at_once = {"state": "queued", "due_at": now}
    await session.execute(_change(*mine, Letter.topic.not_in(modes)).values(at_once))
    left = select(func.max(Letter.id)).where(*mine)
    if (last := (await session.execute(left)).scalar_one()) is not None:
        evenings = await _evenings(session, Person.id == person_id, now)
        await _plan(session, {next(iter(evenings.values())): last})


def not_on_its_way() -> Any:
    """Gathered, and not in a digest that the messenger has in hand."""
    in_hand = select(carrier.id).where(carrier.id == Letter.part_of, carrier.state == "claimed")
    return _gathered() & ~in_hand.exists()


def _waiting(person_id: int) -> tuple[Any, ...]:
    theirs = select(Account.id).where(Account.person_id == person_id)
    return _gathered(), Letter.part_of.is_(None), Letter.account_id.in_(theirs)


def _gathered() -> Any:
    """Spelt out as in the partial index."""
    return Letter.state == literal_column("'gathered'")


async def _read(session: AsyncSession, query: Any) -> list[Claimed]:
    ids = list((await session.execute(query)).scalars())
    found = await letters.read(session, ids) if ids else []
    return sorted(found, key=lambda letter: letter.id)


def _change(*which: Any) -> Any:
    return update(Letter).where(*which).execution_options(synchronize_session=False)
