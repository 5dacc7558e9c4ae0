"""The referee of a count: an independent counter says whether it finds the same winners.

`independent` has the table of who referees what.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self

from bot.civic.ballots import Groups, Project, Rules
from bot.civic.outcomes import Result
from bot.exchange import apart, independent
from bot.exchange.apart import Why
from bot.exchange.independent import Referee, referee_for

LIMIT = 300.0  # seconds; a village takes one or two, a town of 5,000 voters some ten
MEMORY = 2 << 30  # bytes; a referee that needs more gives up and leaves the bot its own


class Finding(StrEnum):
    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_REFEREED = "not-refereed"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the referee found; `winners` are the referee's own, in the order they win.

    Only AGREES lets a result out by itself: DIFFERS holds it back, and NOT_REFEREED needs two
    people of the staff who release it.
    """

    finding: Finding
    referee: Referee
    winners: tuple[str, ...] = ()
    why: Why | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain data."""
        return asdict(self) | {"winners": list(self.winners)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The inverse of to_json."""
        return cls(
            Finding(data["finding"]),
            Referee(data["referee"]),
            tuple(data["winners"]),
            Why(data["why"]) if data["why"] else None,
        )


def check(
    rules: Rules,
    projects: Sequence[Project],
    groups: Groups,
    result: Result,
    limit: float = LIMIT,
) -> Verdict:
    """Recount and compare the winners and their order.

    Blocks for up to `limit` seconds, so it is called off the loop (`tools.off_loop`).  The recount
    has a process of its own: it can be ended, its memory is bounded, and a large election does not
    hold up the chats.  Never raises for what the referee does.
    """
    referee = referee_for(rules, projects)
    given = independent.asked(rules, projects, groups).encode()
    try:
        answer = apart.ask(independent.__name__, str(MEMORY), given=given, limit=limit)
    except apart.NoAnswer as none:
        return Verdict(Finding.NOT_REFEREED, referee, why=none.why)
    winners = tuple(json.loads(answer))
    same = winners == result.winners
    return Verdict(Finding.AGREES if same else Finding.DIFFERS, referee, winners)
