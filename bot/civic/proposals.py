"""What may be done with an idea in which state, and what an edition asks of a new one."""

import re
from collections.abc import Sequence

from bot.civic.amounts import Amount
from bot.civic.edition import Edition

UNSEEN = frozenset({"withdrawn", "hidden"})
"""States in which only its author sees an idea."""

ASIDE = UNSEEN | {"merged", "kept"}
"""States in which it stands in no list."""

SUPPORTED = frozenset({"submitted", "returned", "reviewing", "admitted", "appealed"})
"""States in which people may stand behind it, as long as the edition's phase allows."""

OWN = frozenset({"submitted", "returned", "reviewing", "admitted", "appealed"})
"""States from which its author may take it back, until the ballot is fixed."""

OVER = frozenset({"declined", "withdrawn"})
"""States in which it goes no further: all that is left is to keep it for the next edition."""

UNCOUNTED = frozenset({"withdrawn", "kept", "hidden", "merged"})
"""An idea in one of these states takes none of the places its author has in an edition."""

YOUNGEST = 16  # Law on Personal Data Protection, article 7: own consent; asked at joining

REASONS = ("insult", "personal", "advert", "untrue", "other")
"""Why somebody finds that an idea should not be shown."""

URGENT = frozenset({"insult", "personal"})
"""Reasons for which one report brings an idea before a coordinator."""

ENOUGH = 3  # reports of different people do so whatever their reasons

NUMBER = re.compile(r"\s*(?:№|#|n|no\.?|nomeri|idea|ნომერი|იდეა)?\s*(\d{1,6})\s*", re.IGNORECASE)


def typed_number(said: str) -> int | None:
    """The idea that somebody means by "7" or "№7"; None where it is no number."""
    found = NUMBER.fullmatch(said)
    return int(found[1]) if found else None


def cost_limit(edition: Edition, pot: Amount) -> Amount:
    """The most that one idea may cost: the edition's cap, and never more than its zone's pot."""
    return min(edition.cap, pot) if edition.cap else pot


def urgent(reasons: Sequence[str]) -> bool:
    """Whether a coordinator is to decide on what was reported for these reasons."""
    return len(reasons) >= ENOUGH or not URGENT.isdisjoint(reasons)
