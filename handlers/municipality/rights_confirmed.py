"""What lawyers have confirmed here, and taking it back where a coordinator doubts it.

The subject is a municipality ('': the person's own).
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.review import NotAllowed
from bot.content.handbook import MAIN, Entry, handbook
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome
from bot.journey import Text as Say
from bot.messages import Choice, lines
from handlers.parts.rights_page import Shelf
from storage import handbook as known
from storage.conduct import By
from storage.handbook import Text, confirmations
from storage.staff import is_staff


@dataclass(frozen=True, slots=True)
class Doubted:
    """A text that is to be hidden again, or to lose its mark."""

    municipality: str
    text: Text


async def script(chat: Chat) -> Doubted | Done | Open:
    place, text = chat.subject or chat.me.municipality or "", chat.text
    if not await chat.read(is_staff, chat.me.person, place):
        return Done(text("desk-not-yours"))
    shelf = Shelf.of(await chat.read(confirmations, place), chat.me.now, chat.me.zone)
    found = {one.digest: one for one in _both(chat) if shelf.by(one)}
    back = Open("rights-desk", place)
    if not found:
        return Done(text("rights-confirmed-none"), links=((text("rights-desk"), back),))
    choices = [Choice(digest, one.title, wide=True) for digest, one in found.items()]
    digest = await chat.choose("text", text("rights-confirmed-which"), choices)
    entry, by = found[digest], shelf.by(found[digest])
    who = text("rights-confirmed", name=by.name, day=day(by.at, shelf.zone)) if by else ""
    sure = lines(entry.title, who, text("rights-confirmed-sure"), by="\n\n")
    yes = Choice("yes", text("lawyer-take-back"), wide=True)
    answer = await chat.confirm("sure", sure, (yes, Choice("no", text("desk-no"), wide=True)))
    if answer == "no":
        return back
    return Doubted(place, Text(entry.id, entry.language, digest))


def _both(chat: Chat) -> list[Entry]:
    """In the reader's language and in Georgian."""
    languages = dict.fromkeys((MAIN, chat.me.language))
    return [entry for language in languages for entry in handbook().entries(language)]


async def apply(session: Any, me: Me, text: Say, result: Doubted | Done | Open) -> Outcome:
    if not isinstance(result, Doubted):
        return result
    try:
        by = By(me.person, result.municipality, me.now)
        await known.withdraw(session, by, result.text)
    except NotAllowed:
        return Done(text("desk-not-yours"))
    return Done(text("lawyer-taken-back"), then=Open("rights-desk", result.municipality))


JOURNEYS = (Journey("rights-confirmed", script, apply),)
