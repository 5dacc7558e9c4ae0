"""Nothing that the outbox asks all the time reads a table from end to end."""

from storage.engine import Database
from tests.prove.prove_queues import QUERIES, WAITING
from tests.support.history import RECIPIENTS, fill, plan, scans


async def test_no_query_of_the_outbox_grows_with_its_history(database: Database) -> None:
    await fill(database, RECIPIENTS, WAITING)
    found = {name: scans(await plan(database, ask)) for name, ask in QUERIES.items()}
    assert {name: lines for name, lines in found.items() if lines} == {}
