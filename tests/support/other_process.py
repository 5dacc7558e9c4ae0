"""Another process that votes or seals on the same database; run by tests.

`python -m tests.support.other_process URL KEYS vote ID PERSON PICK TIMES`
`python -m tests.support.other_process URL KEYS seal ID STATEMENT`: it dies before that statement.
"""

import asyncio
import os
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from storage import ballots, sealing
from storage.ballots import Choices
from storage.engine import Database, Secrets
from tests.support.crowd import NOW
from tests.support.electorate import turn

KILLED = 9


async def vote(database, id, person, pick, times):
    async def cast(session):
        await ballots.cast(session, id, person, Choices([str(pick)]), NOW)

    for _ in range(times):
        await turn(database, cast)


async def seal(database, id, statement):
    done = 0

    @asynccontextmanager
    async def writing():
        async with database.writing() as session:
            execute = session.execute

            async def counted(*args, **more):
                nonlocal done
                if done == statement:
                    os._exit(KILLED)
                done += 1
                return await execute(*args, **more)

            session.execute = counted
            yield session

    await sealing.seal(writing, id)


async def main(url, keys, what, *numbers):
    database = Database(url, secrets=Secrets(b"an identity key for tests", Path(keys)))
    work: Any = {"vote": vote, "seal": seal}[what]
    await work(database, *map(int, numbers))
    await database.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
