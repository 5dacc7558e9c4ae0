"""Nothing that the outbox asks all the time reads a table from end to end."""

import pytest

from storage.engine import Database
from tests.prove.prove_queues import QUERIES, WAITING
from tests.support import history
from tests.support.history import fill, plan, scans


async def test_no_query_of_the_outbox_grows_with_its_history(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "RECIPIENTS", 1000)
    await fill(database, 20_000, WAITING)
    found = {name: scans(await plan(database, ask)) for name, ask in QUERIES.items()}
    assert {name: lines for name, lines in found.items() if lines} == {}
