"""The outbox: claiming letters, marking what became of them, and who holds a bot."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, case, exists, func, literal_column, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from storage.engine import core
from storage.sessions import FREE_FROM
from storage.tables.mail import BULK, Letter
from storage.tables.people import Account
from storage.tables.topics import NOW, TopicChoice
from storage.tables.work import Lease

DEVICE = "failed on the device"  # why the messenger took a letter back
QUEUED = ("queued", "claimed")
UNFINISHED = (*QUEUED, "gathered")


@dataclass(frozen=True, slots=True)
class Held:
    """A bot in one process's hands; a smaller fence belongs to a process that has lost it."""

    name: str
    holder: str
    fence: int


@dataclass(frozen=True, slots=True)
class Claimed:
    """A letter to send now."""

    id: int
    account_id: int
    address: str
    lane: int
    campaign_id: int | None
    part: int
    body: dict[str, Any]
    edit: str
    attempts: int
    topic: str
    subject: str
    version: int
    useful_until: datetime | None
    reachable: bool
    opted_out: bool
    talking: bool  # there is a conversation in progress
    free_from: datetime | None  # when the session opened in which messages are free
    choice: str  # how its person wants letters of this topic: see storage.tables.topics


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a claim asks for: at most so many letters that are due now, of lanes up to `lane`."""

    token: str
    now: datetime
    until: datetime
    lane: int
    at_most: int


async def hold(
    session: AsyncSession, name: str, holder: str, now: datetime, lease: timedelta
) -> Held | None:
    """Take or keep a name; None while another process holds it."""
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    new = engine.insert(Lease).values(name=name, holder=holder, fence=1, until=now + lease)
    if (await core(session).execute(new.on_conflict_do_nothing())).rowcount == 1:
        return Held(name, holder, 1)
    row = (
        await session.execute(select(Lease).where(Lease.name == name).with_for_update())
    ).scalar_one()
    if row.holder != holder and row.until > now:
        return None
    if row.holder != holder:
        row.fence += 1
        row.holder = holder
    row.until = now + lease
    return Held(name, holder, row.fence)


async def let_go(session: AsyncSession, held: Held) -> None:
    """Give a name back at once, so that another process need not wait for the lease to end."""
    await core(session).execute(
        update(Lease)
        .where(Lease.name == held.name, Lease.holder == held.holder, Lease.fence == held.fence)
        .values(until=func.coalesce(bindparam("long_ago"), Lease.until)),
        {"long_ago": datetime.fromisoformat("2000-01-01T00:00:00+00:00")},
    )


def is_open(letter: Any = Letter) -> Any:
    """In the queue.  Spelt out as in the partial indexes, which parameters would not match."""
    return _in(letter, QUEUED)


def is_unfinished(letter: Any = Letter) -> Any:
    """Not ended: in the queue, or gathered for a digest."""
    return _in(letter, UNFINISHED)


def _in(letter: Any, states: Sequence[str]) -> Any:
    return letter.state.in_([literal_column(f"'{state}'") for state in states])


earlier, later = aliased(Letter), aliased(Letter)

DUE = (
    select(Letter.id)
    .where(
        Letter.bot == bindparam("of_bot"),
        is_open(),
        Letter.state == "queued",
        Letter.lane <= bindparam("up_to"),
        Letter.due_at <= bindparam("now"),
        # A letter waits only for earlier ones of its own lane.
        ~exists().where(
            earlier.account_id == Letter.account_id,
            earlier.lane == Letter.lane,
            earlier.id < Letter.id,
            is_open(earlier),
        ),
        exists().where(
            Lease.name == bindparam("of_bot"),
            Lease.holder == bindparam("holder"),
            Lease.fence == bindparam("fence"),
        ),
    )
    .order_by(Letter.lane, Letter.id)
    .limit(bindparam("at_most"))
)

CLAIM = (
    update(Letter)
    .where(Letter.id.in_(DUE))
    .values(
        state="claimed",
        claim=bindparam("token"),
        claimed_until=bindparam("until"),
        attempts=Letter.attempts + 1,
    )
    .returning(Letter.id)
    .execution_options(synchronize_session=False)
)

READ = (
    select(
        Letter.id,
        Letter.account_id,
        Account.address,
        Letter.lane,
        Letter.campaign_id,
        Letter.part,
        Letter.body,
        Letter.edit,
        Letter.attempts,
        Letter.topic,
        Letter.subject,
        Letter.version,
        Letter.useful_until,
        Account.reachable,
        Account.opted_out,
        Account.draft_id.is_not(None),
        FREE_FROM,
        func.coalesce(TopicChoice.mode, NOW),
    )
    .join(Account, Account.id == Letter.account_id)
    .outerjoin(
        TopicChoice,
        (TopicChoice.person_id == Account.person_id) & (TopicChoice.topic == Letter.topic),
    )
    .where(Letter.id.in_(bindparam("ids", expanding=True)))
    .order_by(Letter.lane, Letter.id)
)


async def claim(session: AsyncSession, held: Held, wanted: Wanted) -> list[Claimed]:
    """Take the next letters of a bot: answers first, one of each account and lane at a time."""
    taken = await core(session).execute(
        CLAIM,
        {
            "of_bot": held.name,
            "holder": held.holder,
            "fence": held.fence,
            "now": wanted.now,
            "token": wanted.token,
            "until": wanted.until,
            "up_to": wanted.lane,
            "at_most": wanted.at_most,
        },
    )
    ids = list(taken.scalars())
    return await read(session, ids) if ids else []


async def read(session: AsyncSession, ids: Sequence[int]) -> list[Claimed]:
    """These letters with all that a last check needs to know, in the order of sending."""
    rows: Any = await core(session).execute(READ, {"ids": ids})
    return [Claimed(*row) for row in rows]


MARK = (
    update(Letter)
    .where(Letter.id == bindparam("letter"), Letter.claim == bindparam("by"))
    .values(
        state=bindparam("to"),
        reason=bindparam("why"),
        sent_ref=bindparam("ref"),
        sent_at=bindparam("at"),
        charged=bindparam("paid"),
        due_at=bindparam("due"),
        claim="",
        claimed_until=None,
        attempts=Letter.attempts - bindparam("untried"),
        # What was answered is nobody's business once it has arrived.
        body=case((bindparam("blank") == 1, None), else_=Letter.body),
    )
    .execution_options(synchronize_session=False)
)


async def mark(session: AsyncSession, marks: Sequence[Mapping[str, Any]]) -> None:
    """Write what became of claimed letters; each as bot.marks makes it."""
    connection = await session.connection()
    await connection.execute(MARK, list(marks))


async def release_all(session: AsyncSession, held: Held) -> int:
    """The new holder takes over what the one before it had claimed; how many letters.

    Sending is at-least-once: such a letter may have gone out just before the crash, so it counts
    as tried, however often that happens once.
    """
    return int((await core(session).execute(_released(held))).rowcount)


async def release(session: AsyncSession, held: Held, tokens: Collection[str]) -> None:
    """Put back what these claims took, if they took anything."""
    if tokens:
        await core(session).execute(_released(held).where(Letter.claim.in_(tokens)))


TRIED = case((Letter.attempts > 1, Letter.attempts - 1), else_=Letter.attempts)


def _released(held: Held) -> Any:
    return (
        update(Letter)
        # Named with its lanes, or SQLite goes through all that the bot has ever sent.
        .where(Letter.bot == held.name, Letter.lane <= BULK, is_open(), Letter.state == "claimed")
        .values(state="queued", claim="", claimed_until=None, attempts=TRIED)
        .execution_options(synchronize_session=False)
    )


async def superseded(session: AsyncSession, ids: Sequence[int]) -> set[int]:
    """Those edits of a message that a later, still unsent edit of the same message replaces."""
    query = select(Letter.id).where(
        Letter.id.in_(ids),
        Letter.edit != "",
        exists().where(
            later.account_id == Letter.account_id,
            later.edit == Letter.edit,
            later.id > Letter.id,
            is_open(later),
            later.state == "queued",
        ),
    )
    return set((await core(session).execute(query)).scalars())


RECEIVED = (
    update(Letter)
    .where(
        Letter.bot == bindparam("of_bot"),
        Letter.sent_ref == bindparam("ref"),
        Letter.account_id.in_(
            select(Account.id).where(
                Account.bot == bindparam("of_bot"), Account.address == bindparam("chat")
            )
        ),
        Letter.state == "sent",
    )
    .execution_options(synchronize_session=False)
)
AT = bindparam("at", type_=Letter.seen_at.type)
WORDS = {
    "delivered": RECEIVED.values(delivered_at=func.coalesce(Letter.delivered_at, AT)),
    "seen": RECEIVED.values(seen_at=func.coalesce(Letter.seen_at, AT)),
    "failed": RECEIVED.values(state="refused", reason=DEVICE),
}


async def note_receipt(
    session: AsyncSession, about: tuple[str, str, str], state: str, at: datetime
) -> bool:
    """A messenger's word on the letter with this bot, chat and id; False if none such is sent.

    All letters of one broadcast have the same id.
    """
    bot, chat, ref = about
    given = {"of_bot": bot, "chat": chat, "ref": ref, "at": at}
    return bool((await core(session).execute(WORDS[state], given)).rowcount)


async def counts(session: AsyncSession, *, campaign: int | None = None) -> dict[str, int]:
    """How many letters are in each state."""
    query = select(Letter.state, func.count()).group_by(Letter.state)
    if campaign is not None:
        query = query.where(Letter.campaign_id == campaign)
    return {state: int(count) for state, count in await core(session).execute(query)}
