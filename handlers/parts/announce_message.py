"""An announcement as people get it: one or two messages in each language it is written in."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Text
from bot.messages import Choice, Document, Html, Outgoing, Picture, Words, lines
from handlers.parts.announce_buttons import link
from storage import announcements
from storage.announcements import Announced
from storage.places import municipality

Bodies = dict[str, list[Outgoing]]


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: the language, its texts, and what the municipality is called in it."""

    language: str
    text: Text
    place: str


async def bodies(chat: Chat, found: Announced) -> Bodies:
    """By language, in the order of sending; buttons stand under the last."""
    place = await chat.read(municipality, found.municipality_id)
    names = Words(place.name if place else {})
    first = await _first(chat, found)
    readers = [Reader(code, chat.text_in(code), names.read(code)) for code in found.texts]
    return {reader.language: _messages(found, first, reader) for reader in readers}


def as_json(made: Bodies) -> dict[str, list[dict[str, Any]]]:
    return {language: [one.to_json() for one in parts] for language, parts in made.items()}


async def _first(chat: Chat, found: Announced) -> Announced:
    """Of a correction, the announcement whose buttons and poll it keeps."""
    while found.follows_id is not None:
        before = await chat.read(announcements.of_campaign, found.follows_id)
        if before is None:
            break
        found = before
    return found


def _messages(found: Announced, first: Announced, reader: Reader) -> list[Outgoing]:
    """A message carries a picture or a document; where there are both, the document goes ahead."""
    document = Document(**found.document) if found.document else None
    picture = Picture(found.photo) if found.photo else None
    links = (link(reader.text, target) for target in first.buttons)
    buttons = (*_options(first, reader), *links)
    menu = (Choice("!menu", reader.text("core-menu")),)
    ahead = [Outgoing(Html(""), document=document)] if document and picture else []
    beside = None if ahead else document
    said = _words(found, first, reader)
    return [*ahead, Outgoing(said, buttons, menu, picture=picture, document=beside)]


def _words(found: Announced, first: Announced, reader: Reader) -> Html:
    """The municipality's name, the text, and the question of the poll."""
    text, words = reader.text, found.texts[reader.language]
    mark = text("announce-corrected") if found.follows_id is not None else ""
    said = text("announce-body", municipality=reader.place, text=words)
    question = Words(first.poll["question"]).read(reader.language) if first.poll else ""
    asked = text("announce-question", question=question) if question else ""
    return lines(mark, said, asked, by="\n\n")


def _options(first: Announced, reader: Reader) -> list[Choice]:
    """The answers of the quick poll; each counts with one tap."""
    options = first.poll["options"] if first.poll else []
    return [
        Choice(f"go:poll:{first.id}.{at}", Words(option).read(reader.language), wide=True)
        for at, option in enumerate(options)
    ]
