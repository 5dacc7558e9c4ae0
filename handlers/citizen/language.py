"""Changing the language, and going on with what was interrupted."""

from datetime import timedelta
from typing import Any

from bot.conversation import Chat
from bot.journey import Journey, Me, Open, Outcome, Text
from bot.messages import Choice
from storage.residents import speak, unfinished

RECENT = timedelta(minutes=30)
OWN = frozenset({"language", "menu", "welcome"})


async def script(chat: Chat) -> str:
    names = {"ka": chat.text("language-ka"), "en": chat.text("language-en")}
    choices = [Choice(code, name) for code, name in names.items()]
    return await chat.choose("language", chat.text("language-ask"), choices)


async def apply(session: Any, me: Me, text: Text, language: str) -> Outcome:
    await speak(session, me.person, language)
    for draft in await unfinished(session, me.person):
        if draft.script not in OWN and me.now - draft.updated_at < RECENT:
            return Open(draft.script, draft.subject)
    return Open("menu")


JOURNEYS = (Journey("language", script, apply),)
