"""Arriving: by a link, a poster or a typed code, for the first time or again."""

from dataclasses import dataclass
from typing import Any, Protocol

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Outgoing, Words
from storage.codes import Code, Kind, count_wrong, look_up
from storage.places import municipality
from storage.residents import move, resident, speak
from storage.survey_audience import for_guests

MENU = Open("menu")
VISITED = ("came", "practicum-join")  # journeys for guests of another municipality too


class Catalogue(Protocol):
    """The texts, as the composition root has them."""

    def text(self, language: str, name: str, /) -> Html: ...


def first_words(language: str, texts: Catalogue) -> Outgoing:
    """What somebody reads before they have written (Viber); the button opens this journey."""
    start = Choice("go:welcome:", texts.text(language, "welcome-start"))
    return Outgoing(texts.text(language, "welcome-first"), (start,))


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody with a code; `language` is chosen by those who are new."""

    code: str
    means: Code
    joined: bool
    language: str = ""
    moves: bool = False
    guest: bool = False  # whoever comes to answer needs not live there


async def script(chat: Chat) -> Arrival:
    me, code = chat.me, chat.subject
    means = await chat.read(look_up, code, me.account, me.now)
    who = await chat.read(resident, me.person)
    if not who.joined:
        # An account that is brought to its person speaks that person's language, and whoever
        # checks a certificate needs not stay.
        passes = means.kind in (Kind.LINK, Kind.CERTIFICATE)
        language = "" if passes else await _language(chat)
        return Arrival(code, means, who.joined, language)
    home, other, moves = who.municipality_id or "", means.municipality_id or "", False
    guest = _visits(means) or await chat.read(for_guests, means.way)
    if means.kind is Kind.DOOR and home != other and not guest:
        moves = await _moves(chat, home, other)
    return Arrival(code, means, who.joined, moves=moves, guest=guest)


async def _language(chat: Chat) -> str:
    names = {"ka": chat.text("language-ka"), "en": chat.text("language-en")}
    codes = sorted(names, key=lambda code: code != chat.me.language)
    choices = [Choice(code, names[code]) for code in codes]
    return await chat.choose("language", chat.text("welcome-language"), choices)


async def _moves(chat: Chat, home: str, other: str) -> bool:
    names = [await _name(chat, id) for id in (home, other)]
    choices = (
        Choice("move", chat.text("welcome-move-yes")),
        Choice("stay", chat.text("welcome-move-no")),
    )
    prompt = chat.text("welcome-move", home=names[0], other=names[1])
    return await chat.choose("move", prompt, choices) == "move"


async def _name(chat: Chat, id: str) -> str:
    place = await chat.read(municipality, id)
    return Words(place.name if place else {}).read(chat.me.language, chat.me.main_language)


async def apply(session: Any, me: Me, text: Text, arrival: Arrival) -> Outcome:
    if arrival.means.kind is Kind.WRONG:
        await count_wrong(session, me.account, me.now)
    if arrival.means.kind is Kind.LINK:
        return Open("link", arrival.code)
    if arrival.means.kind is Kind.CERTIFICATE:
        return Open("check", arrival.code)
    if not arrival.joined:
        await speak(session, me.person, arrival.language)
        return Open("join", arrival.code)
    if arrival.means.kind is Kind.DOOR:
        return await _enter(session, me, arrival)
    if arrival.means.kind is Kind.INVITATION:
        return Open("appointment", arrival.code)
    return _explained(text, arrival.means.kind, arrival.code)


async def _enter(session: Any, me: Me, arrival: Arrival) -> Open:
    way = arrival.means.way
    assert way is not None
    here = way.municipality_id == me.municipality
    if arrival.moves or (here and me.settlement is None and way.settlement_id):
        await move(session, me.person, way.municipality_id, way.settlement_id)
    if not here and not arrival.moves and not (arrival.guest or _visits(arrival.means)):
        return MENU
    return Open(way.journey, way.subject) if way.journey else MENU


def _visits(means: Code) -> bool:
    return means.way is not None and means.way.journey in VISITED


def _explained(text: Text, kind: Kind, code: str) -> Outcome:
    if kind is Kind.NONE:
        return MENU
    if kind is Kind.RECEIPT:
        return Done(text("receipt-counted", receipt=code))
    if kind is Kind.SPENT:
        return Done(text("welcome-code-spent"), then=MENU)
    if kind is Kind.TOO_MANY:
        return Done(text("welcome-too-many"), then=MENU)
    return Done(text("welcome-code-unknown"), then=MENU)


JOURNEYS = (Journey("welcome", script, apply),)
