"""One counter on one election, in a process of its own: `python -m tests.benchmarks.counters`.

Arguments: ours or pabutools, the file, the rule.  Prints what it took and who won, as JSON.
pabutools gets its ballots grouped (`as_multiprofile`), which is several times faster for it.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.civic.ballots import Rule, group
from bot.civic.tally import count
from bot.exchange import recount
from bot.exchange.pabulib import Reading

RUNS = 3  # of ours, the best counts; theirs take too long to be repeated


def ours(file: Path, rule: Rule) -> tuple[float, list[str]]:
    """The count with a reason for every project."""
    reading = Reading(file.read_bytes())
    groups = group(reading.ballots())
    rules, projects = recount.rules(reading.head, rule), recount.projects(reading.head)
    taken = [timed(lambda: count(rules, projects, groups)) for _ in range(RUNS)]
    return min(seconds for seconds, _ in taken), list(taken[0][1].winners)


def theirs(file: Path, rule: Rule) -> tuple[float, list[str]]:
    """The winners only; equal results in the order of rows, as ours."""
    from pabutools import rules as methods
    from pabutools.election import Cost_Sat, parse_pabulib
    from pabutools.tiebreaking import TieBreakingRule

    instance, profile = parse_pabulib(str(file))
    ballots = profile.as_multiprofile()
    rows = {entry.id: row for row, entry in enumerate(Reading(file.read_bytes()).head.projects)}
    ties = TieBreakingRule(lambda _instance, _profile, project: rows[project.name])
    how = {"sat_class": Cost_Sat, "tie_breaking": ties}
    if rule is Rule.EQUAL_SHARES:
        seconds, won = timed(lambda: methods.method_of_equal_shares(instance, ballots, **how))
    else:
        seconds, won = timed(
            lambda: methods.exhaustion_by_budget_increase(
                instance,
                ballots,
                methods.method_of_equal_shares,
                how,
                exhaustive_stop=False,
                budget_step=ballots.num_ballots(),
            )
        )
    return seconds, [project.name for project in won]


def timed(call: Callable[[], Any]) -> tuple[float, Any]:
    """CPU seconds and the result."""
    gc.collect()
    start = time.process_time()
    found = call()
    return time.process_time() - start, found


def main(who: str, file: str, rule: str) -> None:
    sys.setrecursionlimit(100_000)  # pabutools calls itself for every project it buys
    counter = ours if who == "ours" else theirs
    seconds, winners = counter(Path(file), Rule(rule))
    sys.stdout.write(json.dumps({"seconds": seconds, "winners": winners}))


if __name__ == "__main__":
    main(*sys.argv[1:])
