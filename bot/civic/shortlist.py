"""From admitted ideas to a numbered ballot: who stands on it, in which order, and what is amiss."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.civic.amounts import Amount
from bot.civic.lots import draw


@dataclass(frozen=True, slots=True)
class Entry:
    """An admitted idea.  Of several with the same `exclusive` mark only one can win."""

    idea: int
    number: int  # of the idea
    zone: str = ""
    cost: Amount | None = None
    supporters: int = 0
    exclusive: str = ""


def shorten(entries: Iterable[Entry], longest: int) -> tuple[list[Entry], list[Entry]]:
    """(on the ballot, left out): of each zone the `longest` with the most supporters (0: all).

    Of equals the one that came in first.
    """
    zones: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda one: (-one.supporters, one.number)):
        zones[entry.zone].append(entry)
    kept = longest or None
    listed = [entry for zone in zones.values() for entry in zone[:kept]]
    left = [entry for zone in zones.values() for entry in zone[kept:]] if kept else []
    return listed, left


def flaws(
    entries: Sequence[Entry], pots: Mapping[str, Amount], cap: Amount
) -> dict[str, list[int]]:
    """What keeps these from being voted on: why, and the numbers of the ideas."""
    found: dict[str, list[int]] = defaultdict(list)
    for entry in sorted(entries, key=lambda one: one.number):
        if why := _flaw(entry, pots, cap):
            found[why].append(entry.number)
    return dict(found)


def _flaw(entry: Entry, pots: Mapping[str, Amount], cap: Amount) -> str:
    if entry.zone not in pots:
        return "zone"
    if not entry.cost:
        return "cost"
    if cap and entry.cost > cap:
        return "cap"
    return "pot" if entry.cost > pots[entry.zone] else ""


def numbered(entries: Iterable[Entry], seed: str, *, by_zone: bool) -> dict[int, int]:
    """The project number of each idea, drawn by lot; zone after zone if wanted."""
    zones = {str(entry.idea): entry.zone for entry in entries}
    order: Sequence[str] = draw(seed, zones)
    if by_zone:
        order = sorted(order, key=lambda id: zones[id])
    return {int(id): number for number, id in enumerate(order, 1)}
