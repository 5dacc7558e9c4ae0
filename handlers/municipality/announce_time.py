"""When an announcement goes out.  The subject is its id."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.conversation import Chat
from bot.formats import when
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice
from handlers.parts.announce_access import keep, own
from storage import campaigns
from storage.announcements import KEPT, Announced


@dataclass(frozen=True, slots=True)
class Timed:
    """None: as soon as it is confirmed."""

    found: Announced
    at: datetime | None


async def script(chat: Chat) -> Timed | Done:
    found = await own(chat)
    if found is None:
        return Done(chat.text("announce-not-yours"))
    choices = (
        Choice("now", chat.text("announce-at-once"), wide=True),
        Choice("later", chat.text("announce-later"), wide=True),
    )
    if await chat.choose("when", chat.text("announce-when"), choices) == "now":
        return Timed(found, None)
    at = await chat.moment("at", chat.text("announce-ask-time"))
    if at > chat.me.now + KEPT:
        chat.say("far", chat.text("announce-too-far", days=KEPT.days))
        chat.edit("at")
    return Timed(found, at)


async def apply(session: Any, me: Me, text: Text, result: Timed | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    found, begins = result.found, result.at
    if begins is not None:
        begins = await campaigns.goes_out(session, found.municipality_id, me.now, begins)
    if not await keep(session, me, found, send_at=begins):
        return Done(text("announce-not-yours"))
    back = Open("announce-page", str(found.id))
    if begins is None or begins == result.at:
        return back
    return Done(text("announce-put-off", **when(begins, me.zone)), then=back)


JOURNEYS = (Journey("announce-time", script, apply),)
