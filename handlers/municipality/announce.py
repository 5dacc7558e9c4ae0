"""A new announcement: its text in each language; then for whom it is, and its page.

The subject is the municipality; '' means one's own.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice
from handlers.parts.announce_ask import ask
from storage import announcements
from storage.announcements import Announced
from storage.staff import is_staff

SHOWN = 24  # letters of a begun one on its button
NEW = "new"


@dataclass(frozen=True, slots=True)
class Begun:
    """What is to be said, by language."""

    municipality_id: str
    texts: dict[str, str]


async def script(chat: Chat) -> Begun | Done | Open:
    place = chat.subject or chat.me.municipality or ""
    if not await chat.read(is_staff, chat.me.person, place):
        return Done(chat.text("announce-not-staff"))
    if unsent := await chat.read(announcements.unsent, place, chat.me.person, chat.me.now):
        new = Choice(NEW, chat.text("announce-new"), wide=True)
        choices = [new, *(_begun(chat, one) for one in unsent)]
        chosen = await chat.choose("which", chat.text("announce-which"), choices)
        if chosen != NEW:
            return Open("announce-page", chosen)
    main = await ask(chat, "text", chat.text("announce-text"))
    english = await ask(chat, "text-en", chat.text("announce-text-en"), optional=True)
    return Begun(place, {"ka": main, "en": english} if english else {"ka": main})


def _begun(chat: Chat, one: Announced) -> Choice:
    words = one.texts.get("ka", "").replace("\n", " ")
    short = words if len(words) <= SHOWN else f"{words[: SHOWN - 1].rstrip()}…"
    return Choice(str(one.id), chat.text("announce-begun", text=short), wide=True)


async def apply(session: Any, me: Me, text: Text, result: Begun | Done | Open) -> Outcome:
    if not isinstance(result, Begun):
        return result
    place = result.municipality_id
    if not await is_staff(session, me.person, place):
        return Done(text("announce-not-staff"))
    id = await announcements.begin(session, place, result.texts, (me.person, me.now))
    return Open("announce-who", str(id))


JOURNEYS = (Journey("announce", script, apply, title="announce-title"),)
