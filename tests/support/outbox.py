"""A process that sends all that waits, run by the proof: `python -m tests.support.outbox URL`.

It prints how many letters it sent, and the most memory it ever had, in kilobytes.
"""

import asyncio
import resource
import sys

from bot.clock import VirtualClock
from storage.engine import Database
from tests.support.crowd import NOW
from tests.support.house import House


async def main(url: str) -> None:
    database = Database(url)
    house = House(database, clock=VirtualClock(NOW))
    await house.settle()
    await house.close()
    await database.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(f"{len(house.channel.sent)} {memory}\n")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
