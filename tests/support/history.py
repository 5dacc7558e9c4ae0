"""Years of letters in the outbox, and how a query goes about finding the few that matter."""

import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.engine import Database
from tests.support.crowd import NOW, municipality

RECIPIENTS = 10_000  # of each campaign
EXPLAIN = {"sqlite": "EXPLAIN QUERY PLAN ", "postgresql": "EXPLAIN (COSTS OFF) "}
BIG = ("letter", "inbox", "due")
TIMES = 25

Ask = Callable[[AsyncSession], Awaitable[Any]]

NUMBERS = """
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {count})
"""
PEOPLE = """
    INSERT INTO person (id, municipality_id, language, name, age_from, created_at, kept_from)
    {numbers} SELECT n, 'mtisdziri', 'ka', '', 0, :then, CURRENT_DATE FROM number
"""
ACCOUNTS = """
    INSERT INTO account (id, person_id, bot, address, reachable, opted_out, door, created_at)
    {numbers} SELECT n, n, 'fake', 'chat-' || n, true, false, '', :then FROM number
"""
CAMPAIGNS = """
    INSERT INTO campaign (id, municipality_id, kind, subject, version, bodies, audience, topic,
        lane, state, hold_until, cursor, people, made_at)
    {numbers} SELECT n, 'mtisdziri', 'announce', '', 0, '{{}}', '{{}}', '', 2, 'done', :then, 0,
        {recipients}, :then FROM number
"""
LETTERS = """
    INSERT INTO letter (bot, account_id, lane, body, secret, edit, topic, subject, version,
        campaign_id, part, state, due_at, attempts, claim, sent_ref, sent_at, reason, written_at)
    {numbers} SELECT 'fake', n, 2, '{{"text": "ხვალ კრებაა"}}', '', '7', '', '', 0,
        {campaign}, 0, '{state}', :then, 1, '', 'ref-{campaign}-' || n, :then, '', :then
    FROM number
"""
EVENTS = """
    INSERT INTO inbox (bot, event, chat, payload, state, attempts, received_at)
    {numbers} SELECT 'fake', '{campaign}-' || n, 'chat-' || n, NULL, 'done', 1, :then
    FROM number
"""
DUES = """
    INSERT INTO due (kind, subject, person_id, occurrence, version, due_at, state, attempts)
    {numbers} SELECT 'reminder', 'meeting:{campaign}', n, '', 0, :then, 'done', 1 FROM number
"""


async def fill(database: Database, letters: int, waiting: int) -> None:
    """So many sent letters, with an event and a due-row each, and a few that wait to be sent."""
    campaigns, then = letters // RECIPIENTS, NOW - timedelta(days=1)
    then = then.replace(tzinfo=None) if database.is_sqlite else then
    async with database.writing() as session:
        await municipality(session)

    async def run(statement: str, count: int, campaign: int = 0, state: str = "sent") -> None:
        ready = statement.format(
            numbers=NUMBERS.format(count=count),
            recipients=RECIPIENTS,
            campaign=campaign,
            state=state,
        )
        async with database.engine.begin() as connection:
            await connection.execute(text(ready), {"then": then})

    await run(PEOPLE, RECIPIENTS)
    await run(ACCOUNTS, RECIPIENTS)
    await run(CAMPAIGNS, campaigns + 1)
    for campaign in range(1, campaigns + 1):
        await run(LETTERS, RECIPIENTS, campaign)
        await run(EVENTS, RECIPIENTS, campaign)
        await run(DUES, RECIPIENTS, campaign)
    await run(LETTERS, waiting, campaigns + 1, "queued")
    async with database.engine.begin() as connection:
        await connection.execute(text("ANALYZE"))


async def seconds(database: Database, ask: Ask) -> float:
    """The quickest of several times, each taken back: others use the machine too."""
    taken = []
    for _ in range(TIMES):
        async with database.engine.connect() as connection:
            session = database._session(connection)
            began = time.perf_counter()
            await ask(session)
            taken.append(time.perf_counter() - began)
            await session.close()
            await connection.rollback()
    return min(taken)


async def plan(database: Database, ask: Ask) -> list[str]:
    """How the engine goes about it: the plans of all its statements, line by line."""
    lines: list[str] = []
    async with database.engine.connect() as connection:
        session = database._session(connection)
        with _noted(database) as statements:
            await ask(session)
        for statement, parameters in statements:
            explain = EXPLAIN[database.url.get_backend_name()] + statement
            rows = await connection.exec_driver_sql(explain, parameters)
            lines += [str(row[-1]).rstrip() for row in rows]
        await session.close()
        await connection.rollback()
    return lines


def scans(lines: list[str]) -> list[str]:
    """Those lines that read one of the big tables from end to end."""
    words = [f"{word} {table}" for table in BIG for word in ("SCAN", "Seq Scan on")]
    found = [line for line in lines if any(f"{word} " in f"{line} " for word in words)]
    return [line for line in found if "USING" not in line]


@contextmanager
def _noted(database: Database) -> Iterator[list[tuple[str, Any]]]:
    statements: list[tuple[str, Any]] = []

    def note(connection: Any, cursor: Any, statement: str, parameters: Any, *more: Any) -> None:
        if not statement.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
            statements.append((statement, parameters))

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(database.engine.sync_engine, "before_cursor_execute", note)
