"""Questions and changes about what came in and what goes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

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


OLDEST = (
    select(
        Inbox.id,
        Inbox.event,
        Inbox.payload,
        Inbox.attempts,
        Account.id,
        Account.reachable,
        Account.opted_out,
        Account.door,
        Person.id,
        Person.language,
        Person.municipality_id,
        Person.settlement_id,
        Municipality.main_language,
        Municipality.time_zone,
        Draft.id,
        Draft.script,
        Draft.subject,
        Draft.state,
        Draft.version,
    )
    .outerjoin(Account, (Account.bot == Inbox.bot) & (Account.address == Inbox.chat))
    .outerjoin(Person, Person.id == Account.person_id)
    .outerjoin(Municipality, Municipality.id == Person.municipality_id)
    .outerjoin(Draft, Draft.id == Account.draft_id)
    .where(Inbox.bot == bindparam("bot"), Inbox.chat == bindparam("chat"), Inbox.state == "open")
    .order_by(Inbox.id)
    .limit(1)
    # Locked, not skipped: a second process must not take the chat's next event before this one.
    .with_for_update(of=Inbox)
)


async def oldest_open(session: AsyncSession, bot: str, chat: str) -> Arrival | None:
    """The chat's next event, locked; None when another process has just handled it."""
    row = (await session.execute(OLDEST, {"bot": bot, "chat": chat})).first()
    return Arrival(*row) if row else None


async def open_chats(session: AsyncSession) -> list[tuple[str, str]]:
    """(bot, chat) of every chat with something unhandled."""
    rows = await session.execute(
        select(Inbox.bot, Inbox.chat).where(Inbox.state == "open").distinct()
    )
    return [(bot, chat) for bot, chat in rows]


async def store_events(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep events; one that is here already is left alone, so a repeated delivery has no effect."""
    engine = session.get_bind().dialect.name
    statement = (sqlite if engine == "sqlite" else postgresql).insert(Inbox)
    await session.execute(
        statement.on_conflict_do_nothing(index_elements=["bot", "event"]), list(rows)
    )


DONE = (
    update(Inbox)
    .where(Inbox.id == bindparam("row"))
    .values(state=bindparam("to"), payload=None)
    .execution_options(synchronize_session=False)
)


async def finish_event(session: AsyncSession, id: int, state: str = "done") -> None:
    """Mark an event handled (or failed) and blank what it said."""
    await session.execute(DONE, {"row": id, "to": state})


async def count_failure(session: AsyncSession, id: int) -> int:
    """One more failed attempt; how many there were."""
    counted = (
        update(Inbox)
        .where(Inbox.id == id)
        .values(attempts=Inbox.attempts + 1)
        .returning(Inbox.attempts)
        .execution_options(synchronize_session=False)
    )
    return int((await session.execute(counted)).scalar_one())


INSERT_LETTERS = insert(Letter)


async def post(session: AsyncSession, letters: Sequence[Mapping[str, Any]]) -> None:
    """Put letters into the outbox.  Each needs bot, account_id, lane, body, written_at, due_at."""
    if letters:
        await session.execute(INSERT_LETTERS, [{**LETTER, **letter} for letter in letters])


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
