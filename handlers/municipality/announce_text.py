"""What an announcement says in one language, written anew.  The subject is its id."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice
from handlers.parts import announce_words as words
from handlers.parts.announce_access import keep, own
from handlers.parts.announce_ask import ask
from storage.announcements import Announced

LANGUAGES = ("ka", "en")
MAIN, ATTACH = "ka", "attach"


@dataclass(frozen=True, slots=True)
class Said:
    found: Announced
    texts: dict[str, str]


async def script(chat: Chat) -> Said | Done | Open:
    found = await own(chat)
    if found is None:
        return Done(chat.text("announce-not-yours"))
    choices = [Choice(code, words.language(chat.text, code)) for code in LANGUAGES]
    if found.follows_id is None:
        choices.append(Choice(ATTACH, chat.text("announce-to-attach"), wide=True))
    code = await chat.choose("language", chat.text("announce-which-text"), choices)
    if code == ATTACH:
        return Open("announce-attach", str(found.id))
    prompt = {"ka": chat.text("announce-text"), "en": chat.text("announce-text-en")}[code]
    said = await ask(chat, "text", prompt, optional=code != MAIN)
    kept = {known: found.texts[known] for known in found.texts if known != code}
    return Said(found, {**kept, code: said} if said else kept)


async def apply(session: Any, me: Me, text: Text, result: Said | Done | Open) -> Outcome:
    if not isinstance(result, Said):
        return result
    if not await keep(session, me, result.found, texts=result.texts):
        return Done(text("announce-not-yours"))
    return Open("announce-page", str(result.found.id))


JOURNEYS = (Journey("announce-text", script, apply),)
