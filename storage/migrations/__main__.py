"""Write the next migration: `python -m storage.migrations "What changes"`."""

import asyncio
import sys
import tempfile

from storage import schema
from storage.engine import Database


async def main(message: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/empty.db")
        await schema.upgrade(database)
        await schema.revise(database, message)
        await database.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
