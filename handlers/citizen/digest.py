"""What a digest tells in one line each, in full: its list, and one of them."""

from dataclasses import replace
from typing import Any

from bot.conversation import Chat
from bot.formats import first_line
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Outgoing
from storage import digests, mail
from storage.digests import Told
from storage.tables.topics import NEWS

LABEL = 40  # characters of a button


async def script(chat: Chat) -> Open | Done:
    """The subject is the id of any letter of the digest."""
    told = await chat.read(digests.told_with, chat.me.person, _id(chat))
    if not told:
        return Done(chat.text("digest-gone"))
    choices = [Choice(str(one.id), _title(one), wide=True) for one in told]
    return Open("digest-item", await chat.choose("item", chat.text("digest-list"), choices))


async def apply(session: Any, me: Me, text: Text, result: Open | Done) -> Outcome:
    return result


async def open_item(chat: Chat) -> Told | None:
    """The subject is the letter's id."""
    id = _id(chat)
    told = await chat.read(digests.told_with, chat.me.person, id)
    return next((one for one in told if one.id == id), None)


async def show(session: Any, me: Me, text: Text, found: Told | None) -> Outcome:
    """The letter as it would have come, with its own buttons and the way back."""
    if found is None:
        return Done(text("digest-gone"))
    said = [Outgoing.from_json(body) for body in found.bodies]
    back = Choice(f"go:digest:{found.id}", text("digest-back"), wide=True)
    said[-1] = replace(said[-1], choices=(*said[-1].choices, back))
    rows = [mail.letter(me.bot, me.account, one.to_json(), me.now) for one in said]
    await mail.post(session, rows)
    return Done()


def _id(chat: Chat) -> int:
    return int(chat.subject) if chat.subject.isdecimal() else 0


def _title(one: Told) -> str:
    texts = [Html(body["text"]) for body in one.bodies]
    return first_line(texts, LABEL, headed=one.topic == NEWS)


JOURNEYS = (Journey("digest", script, apply), Journey("digest-item", open_item, show))
