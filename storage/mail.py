"""Questions and changes about what came in and what goes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, null, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.base import table
from storage.engine import core
from storage.people import Conflict
from storage.tables.mail import REPLY, Inbox, Letter
from storage.tables.people import Account, Draft, Municipality, Person

ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Arrival:
    """The oldest open event of a chat, with all that a turn needs to know of who sent it."""

    id: int
    event: str
    payload: dict[str, Any]
    attempts: int
    account_id: int | None
    reachable: bool | None
    opted_out: bool | None
    door: str | None
    session_from: datetime | None
    person_id: int | None
    language: str | None
    municipality_id: str | None
    settlement_id: int | None
    main_language: str | None
    time_zone: str | None
    draft_id: int | None
    draft_script: str | None
    draft_subject: str | None
    draft_state: dict[str, Any] | None
    draft_version: int | None
    received_at: datetime
    kept_from: date | None


inbox, letters = table(Inbox), table(Letter)
account, person, municipality, draft = (
    table(Account),
    table(Person),
    table(Municipality),
    table(Draft),
)

OLDEST_ID = (
    select(func.min(inbox.c.id))
    .where(
        inbox.c.bot == bindparam("bot"),
        inbox.c.chat == bindparam("chat"),
        inbox.c.state == "open",
    )
    .scalar_subquery()
)

OLDEST = (
    select(
        inbox.c.id,
        inbox.c.event,
        inbox.c.payload,
        inbox.c.attempts,
        account.c.id,
        account.c.reachable,
        account.c.opted_out,
        account.c.door,
        account.c.session_from,
        person.c.id,
        person.c.language,
        person.c.municipality_id,
        person.c.settlement_id,
        municipality.c.main_language,
        municipality.c.time_zone,
        draft.c.id,
        draft.c.script,
        draft.c.subject,
        draft.c.state,
        draft.c.version,
        inbox.c.received_at,
        person.c.kept_from,
        OLDEST_ID,
    )
    .select_from(
        inbox.outerjoin(
            account, (account.c.bot == inbox.c.bot) & (account.c.address == inbox.c.chat)
        )
        .outerjoin(person, person.c.id == account.c.person_id)
        .outerjoin(municipality, municipality.c.id == person.c.municipality_id)
        .outerjoin(draft, draft.c.id == account.c.draft_id)
    )
    .where(
        inbox.c.bot == bindparam("bot"),
        inbox.c.chat == bindparam("chat"),
        inbox.c.state == "open",
    )
    .order_by(inbox.c.id)
    .limit(1)
    # Locked, not skipped: a second process must not take the chat's next event before this one.
    .with_for_update(of=inbox)
)


async def oldest_open(session: AsyncSession, bot: str, chat: str) -> Arrival | None:
    """The chat's next event, locked; None when another process has just handled it.

    Raises Conflict when another process was waited for: PostgreSQL then goes on to the next event,
    but shows account and draft as they were before that process changed them.
    """
    row: Any = (await core(session).execute(OLDEST, {"bot": bot, "chat": chat})).first()
    if row is None:
        return None
    if row[0] != row[-1]:
        raise Conflict
    return Arrival(*row[:-1])


async def open_chats(session: AsyncSession) -> list[tuple[str, str, int]]:
    """(bot, chat, how many) of every chat with something unhandled."""
    rows = await session.execute(
        select(Inbox.bot, Inbox.chat, func.count())
        .where(Inbox.state == "open")
        .group_by(Inbox.bot, Inbox.chat)
    )
    return [(bot, chat, int(count)) for bot, chat, count in rows]


async def store_events(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep events; one that is here already is left alone, so a repeated delivery has no effect."""
    engine = session.get_bind().dialect.name
    statement = (sqlite if engine == "sqlite" else postgresql).insert(Inbox)
    await session.execute(
        statement.on_conflict_do_nothing(index_elements=["bot", "event"]), list(rows)
    )


DONE = (
    update(inbox)
    .where(inbox.c.id == bindparam("row"))
    .values(state=bindparam("to"), payload=null())
)


async def finish_event(session: AsyncSession, id: int, state: str = "done") -> None:
    """Mark an event handled (or failed) and blank what it said."""
    await core(session).execute(DONE, {"row": id, "to": state})


async def count_failure(session: AsyncSession, id: int) -> int:
    """One more failed attempt; how many there were, 0 if it has been handled meanwhile."""
    counted = (
        update(Inbox)
        .where(Inbox.id == id, Inbox.state == "open")
        .values(attempts=Inbox.attempts + 1)
        .returning(Inbox.attempts)
        .execution_options(synchronize_session=False)
    )
    return int((await session.execute(counted)).scalar_one_or_none() or 0)


INSERT_LETTERS = insert(letters)


async def post(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put letters into the outbox.  Each needs bot, account_id, lane, body, written_at, due_at."""
    if rows:
        await core(session).execute(INSERT_LETTERS, [{**LETTER, **row} for row in rows])


async def post_one(session: AsyncSession, row: Mapping[str, Any]) -> int:
    """Put one letter into the outbox; its id."""
    added = insert(Letter).values({**LETTER, **row}).returning(Letter.id)
    return int((await session.execute(added)).scalar_one())


async def sent_as(session: AsyncSession, id: int) -> str:
    """The messenger's id of a letter; '' while it is not sent."""
    query = select(Letter.sent_ref).where(Letter.id == id)
    return (await session.execute(query)).scalar_one_or_none() or ""


LETTER: dict[str, Any] = {
    "lane": REPLY,
    "edit": "",
    "secret": "",
    "topic": "",
    "subject": "",
    "version": 0,
    "useful_until": None,
    "campaign_id": None,
}


def letter(
    bot: str, account_id: int, body: dict[str, Any], now: datetime, **more: Any
) -> dict[str, Any]:
    """A letter due at once."""
    return {
        "bot": bot,
        "account_id": account_id,
        "body": body,
        "written_at": now,
        "due_at": now,
        **more,
    }
