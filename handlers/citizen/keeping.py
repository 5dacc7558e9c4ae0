"""The end of the time for which data is kept: told some weeks before, kept by one tap, or deleted.

The journey `keep` is the button under that letter.
"""

import logging
from datetime import date
from typing import Any

from bot.civic.keeping import ends
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, DueNow, Journey, Me, Open, Outcome, Text, Tools
from bot.messages import Choice, Outgoing
from storage import due, keeping, mail
from storage.keeping import Ending
from storage.recipients import Recipient
from storage.tables.mail import NOTICE

log = logging.getLogger(__name__)


async def script(chat: Chat) -> None:
    """There is nothing to ask: the button says it."""


async def apply(session: Any, me: Me, text: Text, result: None) -> Outcome:
    if me.municipality is None:
        return Done(text("keeping-gone"), then=Open("welcome"))
    rule = await keeping.terms(session, me.municipality)
    today = me.now.astimezone(rule.zone).date()
    await keeping.keep(session, me.person, today)
    return Done(text("keeping-kept", day=day(ends(today, rule.months))))


async def look(session: Any, row: DueNow, tools: Tools) -> None:
    """The day's look in one municipality: so many people as fit, and once more for the others."""
    found = await keeping.look(session, row.subject, tools.now())
    letters = [_letter(one, one.who, tools) for one in found if one.who]
    await mail.post(session, letters)
    if found:
        silent = len(found) - len(letters)
        place = row.subject or "nowhere"
        log.info("keeping: %s: %d told, %d cannot be told", place, len(letters), silent)
    if len(found) == keeping.CHUNK:
        name, _, times = row.occurrence.partition("+")
        again = f"{name}+{int(times or 0) + 1}"
        await due.plan(session, row.kind, row.subject, row.due_at, occurrence=again)


def _letter(ending: Ending, who: Recipient, tools: Tools) -> dict[str, Any]:
    def text(name: str, **args: str) -> Any:
        return tools.text(who.language, name, **args)

    choices = (
        Choice("go:keep:", text("keeping-keep"), wide=True),
        Choice("go:privacy:delete", text("keeping-delete"), wide=True),
    )
    said = text("keeping-notice", day=day(ending.on))
    body = Outgoing(said, choices, (Choice("!menu", text("core-menu")),)).to_json()
    kept = {"lane": NOTICE, "useful_until": ending.at}
    return mail.letter(who.bot, who.account_id, body, tools.now(), **kept)


async def end(session: Any, row: DueNow, tools: Tools) -> None:
    """The day that was set: everything is deleted, unless the person has come back."""
    on = date.fromisoformat(row.occurrence)
    if await keeping.end(session, row.person_id, on, tools.now()):
        log.info("keeping: %s: 1 deleted at the end of the term", row.subject or "nowhere")


async def renew(session: Any, row: DueNow, tools: Tools) -> None:
    """A day after a result: whoever got it is kept for another term."""
    campaign = int(row.subject)
    last = await keeping.renew(session, campaign, int(row.occurrence))
    if last is not None:
        await due.plan(session, row.kind, row.subject, row.due_at, occurrence=str(last))


JOURNEYS = (Journey("keep", script, apply),)
DUE = {keeping.LOOK: look, keeping.END: end, keeping.RENEW: renew}
