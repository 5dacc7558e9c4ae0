"""Logs tell what failed and where, and nothing that a citizen wrote or a key says."""

import asyncio
import gc
import logging
from collections.abc import Iterator
from io import StringIO

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot import logs
from storage.engine import Database

WORDS, SECRET = "my neighbour's secret", "token-0123456789"


@pytest.fixture(params=["text", "json"])
def told(request: pytest.FixtureRequest) -> Iterator[StringIO]:
    """What has been logged."""
    root = logging.getLogger()
    before = list(root.handlers), root.level, logging.raiseExceptions
    logs.set_up(request.param, [SECRET])
    stream = StringIO()
    root.handlers[0].setStream(stream)  # type: ignore[attr-defined]
    yield stream
    root.handlers, root.level, logging.raiseExceptions = before


def test_an_error_is_logged_without_its_message(told: StringIO) -> None:
    try:
        try:
            raise ValueError(WORDS)
        except ValueError as error:
            raise ExceptionGroup(WORDS, [KeyError(WORDS)]) from error
    except ExceptionGroup:
        logging.getLogger("a.test").exception("it failed with %s", SECRET)
    assert WORDS not in told.getvalue() and SECRET not in told.getvalue()
    for part in ("it failed with ***", "test_logs", "ValueError", "KeyError", "ExceptionGroup"):
        assert part in told.getvalue()


async def test_a_task_whose_error_nobody_took_shows_no_words(told: StringIO) -> None:
    async def fail() -> None:
        raise ValueError(WORDS)

    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    del task
    gc.collect()
    assert "never retrieved" in told.getvalue() and WORDS not in told.getvalue()


async def test_an_error_of_the_database_holds_no_parameters(database: Database) -> None:
    with pytest.raises(DBAPIError) as failed:
        async with database.reading() as session:
            await session.execute(text("SELECT :words FROM nowhere"), {"words": WORDS})
    assert WORDS not in str(failed.value)
