"""What others asked and were answered.  The subject is '', or the turn that became public."""

from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice
from handlers.parts import question_words as words
from storage import public_answers
from storage.public_answers import Public

WORDS = "words"


async def script(chat: Chat) -> Done | Open:
    place = chat.me.municipality
    if place is None:
        return Open("join")
    if chat.subject:
        return await _one(chat)
    found = await chat.read(public_answers.newest, place)
    if not found:
        return Done(chat.text("ask-nothing-public"), links=_links(chat.text))
    find = Choice(WORDS, chat.text("ask-find"), wide=True)
    chosen = await chat.choose("which", chat.text("ask-public-list"), [find, *_rows(found)])
    if chosen != WORDS:
        return Open("ask-known", chosen)
    said = await chat.ask("words", chat.text("ask-find-what"), at_most=200)
    like = await chat.read(public_answers.with_words, place, said)
    if not like:
        return Done(chat.text("ask-find-none", words=said), links=_links(chat.text))
    prompt = chat.text("ask-found", words=said)
    return Open("ask-known", await chat.choose("found", prompt, _rows(like)))


def _rows(found: list[Public]) -> list[Choice]:
    return [Choice(str(one.turn), words.short(one.question), wide=True) for one in found]


async def _one(chat: Chat) -> Done:
    one = await chat.read(public_answers.find, chat.subject)
    if one is None:
        return Done(chat.text("ask-no-longer"), links=_links(chat.text))
    return Done(words.public(chat.text, one, chat.me.zone), links=_links(chat.text))


def _links(text: Text) -> tuple[tuple[str, Open], ...]:
    return ((text("ask-read"), Open("ask-known")), (text("ask-another"), Open("ask", "new")))


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


JOURNEYS = (Journey("ask-known", script, apply),)
