"""How many signatures are needed: for a petition, or to call a settlement's assembly.

The subject is '' or "call"; "own" and "call-own" ask for the number of voters.
"""

from typing import Any

from bot.civic.handbook import CALLING, PETITION, at_least
from bot.conversation import Chat
from bot.formats import day, figure
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Words, lines
from handlers.parts import rights_page as page
from storage.handbook import Voters, voters
from storage.places import municipality, settlements

CALL, OWN = "call", "own"
MOST = 5_000_000  # more voters than the country has
ELSEWHERE = "other"


async def script(chat: Chat) -> Done:
    call, place = chat.subject.startswith(CALL), chat.me.municipality
    if place is None or chat.subject.endswith(OWN):
        return await _asked(chat, call=call)
    home = await _settlement(chat, place) if call else None
    if home == ELSEWHERE:
        return await _asked(chat, call=call)
    counted = await chat.read(voters, place, int(home) if home else None)
    if counted is None:
        return await _asked(chat, call=call, unknown=True)
    name = await _name(chat, place, home)
    figures = {"count": figure(counted.count, chat.me.language), "day": day(counted.on)}
    known = chat.text("petition-voters", name=name, **figures)
    return await _told(chat, known, counted, call=call)


async def _settlement(chat: Chat, place: str) -> str:
    """The own one first."""
    villages = await chat.read(settlements, place)
    villages.sort(key=lambda village: village.id != chat.me.settlement)
    choices = [Choice(str(one.id), _read(chat, one.name)) for one in villages]
    choices.append(Choice(ELSEWHERE, chat.text("petition-elsewhere"), wide=True))
    return await chat.choose("settlement", chat.text("petition-which"), choices)


async def _name(chat: Chat, place: str, home: str | None) -> str:
    if home:
        names = {str(one.id): one.name for one in await chat.read(settlements, place)}
        return _read(chat, names[home])
    found = await chat.read(municipality, place)
    return _read(chat, found.name if found else {})


async def _asked(chat: Chat, *, call: bool, unknown: bool = False) -> Done:
    """From the number that the person has got from the city hall."""
    text = chat.text
    prompt = text("petition-ask-call") if call else text("petition-ask")
    asked = lines(text("petition-unknown") if unknown else "", prompt, by="\n\n")
    count = await chat.number("voters", asked, at_least=1, at_most=MOST) or 1
    known = text("petition-own", count=figure(count, chat.me.language))
    return await _told(chat, known, Voters(count, chat.me.now.date()), call=call)


async def _told(chat: Chat, known: Html, counted: Voters, *, call: bool) -> Done:
    text, percent = chat.text, CALLING if call else PETITION
    needed = figure(at_least(percent, counted.count), chat.me.language)
    said = text("petition-need-call", count=needed) if call else text("petition-need", count=needed)
    id, again = ("assembly-call", f"{CALL}-{OWN}") if call else ("petition", OWN)
    foot = await page.foot_of(chat, id)
    told = lines(known, said, text("petition-more"), foot, by="\n\n")
    links = (
        (text("petition-how-call") if call else text("petition-how"), Open("rights", id)),
        (text("petition-other-number"), Open("petition", again)),
    )
    return Done(told, links=links)


def _read(chat: Chat, name: dict[str, str]) -> str:
    return Words(name).read(chat.me.language, chat.me.main_language)


async def apply(session: Any, me: Me, text: Text, result: Done) -> Outcome:
    return result


JOURNEYS = (Journey("petition", script, apply),)
