"""Putting an announcement right for exactly those whom it has reached.

The subject is the campaign's id.  What is written is an announcement of its own: it is previewed,
agreed to by a second person where that is needed, and waits two minutes.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice
from handlers.parts.announce_ask import ask
from storage import announcements, campaign_fates, campaigns
from storage.campaign_fates import Written
from storage.campaigns import STOPPABLE
from storage.log import note
from storage.staff import is_staff
from storage.tables.mail import BY_STAFF, RETRY


@dataclass(frozen=True, slots=True)
class Corrected:
    """The campaign that was wrong, and what is right."""

    first: Written
    texts: dict[str, str]


async def script(chat: Chat) -> Corrected | Done | Open:
    first = await _first(chat)
    if first is None:
        return Done(chat.text("announce-not-staff"))
    if first.state == "held":
        return Open("announce-report", str(first.id))
    if first.state in STOPPABLE:
        choices = (
            Choice("yes", chat.text("announce-correct-stop"), wide=True),
            Choice("no", chat.text("announce-to-report"), wide=True),
        )
        if await chat.confirm("stop", chat.text("announce-still-going"), choices) == "no":
            return Open("announce-report", str(first.id))
    texts = {"ka": await ask(chat, "text", chat.text("announce-right-text"))}
    if "en" in first.bodies:
        texts["en"] = await ask(chat, "text-en", chat.text("announce-right-text-en"))
    return Corrected(first, texts)


async def _first(chat: Chat) -> Written | None:
    """What was sent; of a repeat, that which it repeats."""
    known = chat.subject.isdecimal()
    found = await chat.read(campaign_fates.find, int(chat.subject)) if known else None
    if found is not None and found.kind == RETRY and found.follows is not None:
        found = await chat.read(campaign_fates.find, found.follows)
    if found is None or found.kind not in BY_STAFF:
        return None
    return found if await chat.read(is_staff, chat.me.person, found.municipality_id) else None


async def apply(session: Any, me: Me, text: Text, result: Corrected | Done | Open) -> Outcome:
    """The rest does not get what is wrong: it is stopped now, before the correction is sent."""
    if not isinstance(result, Corrected):
        return result
    first, place = result.first, result.first.municipality_id
    if not await is_staff(session, me.person, place):
        return Done(text("announce-not-staff"))
    if await campaigns.stop(session, first.id, place):
        await campaign_fates.settle(session, first.id)
        subject = f"campaign:{first.id}"
        await note(session, "stop", me.now, person=me.person, municipality=place, subject=subject)
    by_now = (me.person, me.now)
    id = await announcements.begin(session, place, result.texts, by_now, corrects=first.id)
    return Open("announce-page", str(id))


JOURNEYS = (Journey("announce-correct", script, apply),)
