"""How it works, and how to reach a human being."""

from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Html, Words, lines
from storage.places import municipality


async def script(chat: Chat) -> Html:
    how, stop = chat.text("help-how"), chat.text("help-stop")
    return lines(how, *await _here(chat), stop, by="\n\n")


async def _here(chat: Chat) -> list[Html]:
    """What depends on the municipality."""
    me = chat.me
    place = await chat.read(municipality, me.municipality) if me.municipality else None
    if place is None:
        return [chat.text("help-no-office")]
    process = chat.text("help-process", kind=place.process_kind)
    if not place.office_phone:
        return [process, chat.text("help-no-office")]
    name = Words(place.name).read(me.language, me.main_language)
    return [process, chat.text("help-office", municipality=name, phone=place.office_phone)]


async def apply(session: Any, me: Me, text: Text, told: Html) -> Outcome:
    return Done(told, links=((text("menu-language"), Open("language")),))


JOURNEYS = (Journey("help", script, apply),)
