"""A lawyer confirms texts of the handbook, each in the words of the language they read.

The subject is a municipality, or '' where there is only one.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.review import NotAllowed
from bot.content.handbook import Entry, handbook
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome
from bot.journey import Text as Say
from bot.messages import Choice, Html, lines
from handlers.parts import rights_page as page
from handlers.parts.rights_page import Shelf
from storage import handbook as known
from storage.conduct import By
from storage.handbook import Text, confirmations
from storage.staff import LAWYER, posts_of

YES, NO, TAKE_BACK = "yes", "no", "back"
LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Decided:
    """What a lawyer says of a text."""

    municipality: str
    text: Text
    stands: bool


async def script(chat: Chat) -> Decided | Done | Open:
    posts = await chat.read(posts_of, chat.me.person, (LAWYER,))
    places = [post.municipality_id for post in posts]
    place = chat.subject or (places[0] if places else "")
    if place not in places:
        return Done(chat.text("desk-not-yours"))
    shelf = Shelf.of(await chat.read(confirmations, place), chat.me.now, chat.me.zone)
    entries = [one for one in handbook().entries(chat.me.language) if one.legal]
    choices = [Choice(one.id, _row(chat.text, shelf, one), wide=True) for one in entries]
    choices.append(Choice(LEAVE, chat.text("desk-leave"), wide=True))
    waiting = sum(shelf.by(one) is None for one in entries)
    prompt = chat.text("lawyer-which", count=waiting)
    id = await chat.choose("entry", prompt, choices)
    if id == LEAVE:
        return Open(LEAVE, place)
    entry = next(one for one in entries if one.id == id)
    said = await _decided(chat, shelf, entry)
    if said == NO:
        return Open("rights-lawyer", place)
    words = Text(entry.id, entry.language, entry.digest)
    return Decided(place, words, said.startswith(YES))


async def _decided(chat: Chat, shelf: Shelf, entry: Entry) -> str:
    """The choice names the words that were shown: of others it says nothing."""
    text, by = chat.text, shelf.by(entry)
    name = await chat.read(known.lawyer_name, chat.me.person)
    state = text("rights-confirmed", name=by.name, day=day(by.at, shelf.zone)) if by else ""
    told = lines(page.whole(text, entry), state, text("lawyer-sure", name=name), by="\n\n")
    back = [Choice(TAKE_BACK, text("lawyer-take-back"), wide=True)] if by else []
    choices = [
        Choice(f"{YES}-{entry.digest}", text("lawyer-yes"), wide=True),
        *back,
        Choice(NO, text("lawyer-no"), wide=True),
    ]
    return await chat.confirm("sure", told, choices)


def _row(text: Say, shelf: Shelf, entry: Entry) -> Html:
    if shelf.late(entry):
        return text("lawyer-row-late", title=entry.title)
    if shelf.by(entry):
        return text("lawyer-row-done", title=entry.title)
    if entry.uncertain:
        return text("lawyer-row-hidden", title=entry.title)
    return text("lawyer-row", title=entry.title)


async def apply(session: Any, me: Me, text: Say, result: Decided | Done | Open) -> Outcome:
    if not isinstance(result, Decided):
        return result
    by = By(me.person, result.municipality, me.now)
    try:
        await (known.confirm if result.stands else known.withdraw)(session, by, result.text)
    except NotAllowed:
        return Done(text("desk-not-yours"))
    said = text("lawyer-confirmed") if result.stands else text("lawyer-taken-back")
    return Done(said, then=Open("rights-lawyer", result.municipality))


JOURNEYS = (Journey("rights-lawyer", script, apply),)
