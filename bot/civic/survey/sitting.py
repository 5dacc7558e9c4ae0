"""One person's interview, apart from the answers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.civic.survey.form import Kind


def _as_it_is(kind: Kind, value: str) -> str:
    return value


@dataclass(frozen=True, slots=True)
class Sitting:
    """Who is asked, and when.

    `now` and `begun` are aware, in the local zone.  `seed` makes `random()` the same at every
    replay.  `shows` turns a quoted answer (a date, a number) into what people read.  `unnamed`:
    nobody is to know whose answers they are.
    """

    language: str
    now: datetime
    begun: datetime
    seed: str = ""
    shows: Callable[[Kind, str], str] = _as_it_is
    unnamed: bool = False

    def metadata(self, what: str) -> str:
        """What a form asks to be filled in: start, end or today; "" for anything else."""
        match what:
            case "start":
                return self.begun.isoformat(timespec="seconds")
            case "end":
                return self.now.isoformat(timespec="seconds")
            case "today":
                return self.begun.date().isoformat()
        return ""
