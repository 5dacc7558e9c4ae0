"""That somebody looks at what is due is noted, so that it is known when nobody has."""

from bot.clock import Clock
from storage import outages
from storage.engine import Database


class Heartbeat:
    """This process's part in it.

    Silence is measured where a process begins, never in one that runs: there a clock that jumps
    is not an outage.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._begun = False
        self._next = clock.now()

    async def beat(self) -> None:
        """Before every look at what is due; written once a minute."""
        now = self._clock.now()
        if self._begun and now < self._next:
            return
        async with self._database.writing() as session:
            await (outages.beat if self._begun else outages.begin)(session, now)
        self._begun, self._next = True, now + outages.BEAT

    def miss(self) -> None:
        """A look has failed, perhaps for hours to come: the next one is a beginning."""
        self._begun = False
