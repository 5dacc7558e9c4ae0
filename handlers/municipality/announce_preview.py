"""An announcement as people will see it, sent to whoever writes it or agrees to it.

On each messenger on which they are it comes as it will come to people; how it looks on the others
is described.  The subject is the announcement's id.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Html, Outgoing, lines
from handlers.parts import announce_words as words
from handlers.parts.announce_figures import figures
from handlers.parts.announce_message import bodies
from storage import announcements, mail
from storage.announcements import AGREEING, Announced
from storage.recipients import accounts_of
from storage.votes import staff_roles


@dataclass(frozen=True, slots=True)
class Shown:
    """Messages, each for an account on a bot, and what is said of them."""

    found: Announced
    messages: list[tuple[str, int, Outgoing]]
    told: Html


async def script(chat: Chat) -> Shown | Done:
    known = chat.subject.isdecimal()
    found = await chat.read(announcements.find, int(chat.subject)) if known else None
    if found is None or found.state not in ("draft", "proposed") or not await _may(chat, found):
        return Done(chat.text("announce-not-yours"))
    accounts = await chat.read(accounts_of, chat.me.person)
    made = await bodies(chat, found)
    messages: list[tuple[str, int, Outgoing]] = []
    for code, parts in made.items():
        name = words.language(chat.text, code)
        for bot, fitted in _fitted(chat, parts).items():
            if bot in accounts:
                head = chat.text("announce-as-on", bot=bot, language=name)
                messages += [(bot, accounts[bot], one) for one in (Outgoing(head), *fitted)]
            else:
                head = chat.text("announce-described", bot=bot, language=name)
                said = lines(head, *_described(chat.text, fitted), by="\n\n")
                here = chat.fitted(Outgoing(said))[chat.me.bot]
                messages += [(chat.me.bot, chat.me.account, one) for one in here]
    return Shown(found, messages, await figures(chat, found, made))


async def _may(chat: Chat, found: Announced) -> bool:
    if found.made_by == chat.me.person:
        return True
    roles = await chat.read(staff_roles, chat.me.person, found.municipality_id)
    return found.state == "proposed" and bool(roles & set(AGREEING))


def _fitted(chat: Chat, parts: Sequence[Outgoing]) -> Mapping[str, list[Outgoing]]:
    """By bot, every message that goes out."""
    made: dict[str, list[Outgoing]] = {}
    for one in parts:
        for bot, fitted in chat.fitted(one).items():
            made.setdefault(bot, []).extend(fitted)
    return made


def _described(text: Text, parts: Sequence[Outgoing]) -> Iterator[Html]:
    """Each message as words: what is attached, the text, the buttons below."""
    for at, one in enumerate(parts, 1):
        attached = text("announce-with-photo") if one.picture else Html("")
        if one.document:
            attached = text("announce-with-document", name=one.document.name)
        buttons = [text("announce-with-button", label=choice.label) for choice in one.choices]
        head = text("announce-message", number=str(at), count=str(len(parts)))
        yield lines(head, attached, one.text, *buttons)


async def apply(session: Any, me: Me, text: Text, result: Shown | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    letters = [
        mail.letter(bot, account, message.to_json(), me.now)
        for bot, account, message in result.messages
    ]
    await mail.post(session, letters)
    mine = result.found.made_by == me.person
    back = Open("announce-page" if mine else "announce-agree", str(result.found.id))
    told = lines(text("announce-previewed"), result.told, by="\n\n")
    to_back = text("announce-to-page") if mine else text("announce-to-agree")
    send = ((text("announce-to-send"), Open("announce-send", str(result.found.id))),)
    return Done(told, links=(*(send if mine else ()), (to_back, back)))


JOURNEYS = (Journey("announce-preview", script, apply),)
