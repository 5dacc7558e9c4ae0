"""Letters that must not go out any more, with the state in which they end."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from storage import letters
from storage.letters import Claimed
from storage.tables.mail import REPLY
from storage.tables.topics import OFF

log = logging.getLogger(__name__)

Fresh = Callable[[Any, Claimed], Awaitable[bool]]
"""Whether a letter's subject is still as it was when the letter was written."""


async def weed(
    session: AsyncSession, claimed: Sequence[Claimed], fresh: Fresh, now: datetime
) -> dict[int, str]:
    """The final state of each of these letters that is not to be sent."""
    edits = [letter.id for letter in claimed if letter.edit]
    replaced = await letters.superseded(session, edits) if edits else set()
    ended = dict.fromkeys(replaced, "superseded")
    known: dict[tuple[str, int], str] = {}  # of one campaign's letters one answer is enough
    for letter in claimed:
        if letter.lane == REPLY:
            continue
        subject = (letter.subject, letter.version)
        if subject not in known:
            known[subject] = await _outdated(session, letter, fresh)
        if state := _unfit(letter, now) or known[subject]:
            ended[letter.id] = state
    return ended


def _unfit(letter: Claimed, now: datetime) -> str:
    if letter.opted_out or letter.choice == OFF:
        return "opted_out"
    if not letter.reachable:
        return "unreachable"
    late = letter.useful_until is not None and letter.useful_until < now
    return "outdated" if late else ""


async def _outdated(session: AsyncSession, letter: Claimed, fresh: Fresh) -> str:
    """What nobody can vouch for is not sent, and stops no other letter."""
    if not letter.subject:
        return ""
    try:
        async with session.begin_nested():
            return "" if await fresh(session, letter) else "outdated"
    except Exception:
        log.exception("delivery: letter %d: its subject cannot be checked", letter.id)
        return "failed"
