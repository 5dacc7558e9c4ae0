"""The quick poll of an announcement: one question, two to six answers.  The subject is its id."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html
from handlers.parts.announce_access import keep, own
from storage.announcements import Announced

FEWEST, MOST = 2, 6
LONGEST_QUESTION = 200  # characters
LONGEST_OPTION = 36  # characters that stand on a button of either messenger


@dataclass(frozen=True, slots=True)
class Poll:
    found: Announced
    poll: dict[str, Any] | None


async def script(chat: Chat) -> Poll | Done:
    found = await own(chat)
    if found is None:
        return Done(chat.text("announce-not-yours"))
    if found.poll:
        choices = (
            Choice("new", chat.text("announce-poll-new"), wide=True),
            Choice("none", chat.text("announce-poll-none"), wide=True),
        )
        if await chat.choose("what", chat.text("announce-poll-there"), choices) == "none":
            return Poll(found, None)
    question = {"ka": await _question(chat, "question", chat.text("announce-poll-question"))}
    options = await _options(chat, "options", chat.text("announce-poll-options", most=MOST), 0)
    if "en" not in found.texts:
        return Poll(found, {"question": question, "options": [{"ka": one} for one in options]})
    question["en"] = await _question(chat, "question-en", chat.text("announce-poll-question-en"))
    prompt = chat.text("announce-poll-options-en", count=len(options))
    english = await _options(chat, "options-en", prompt, len(options))
    pairs = zip(options, english, strict=True)
    return Poll(found, {"question": question, "options": [{"ka": a, "en": b} for a, b in pairs]})


async def _question(chat: Chat, name: str, prompt: Html) -> str:
    return await chat.ask(name, prompt, at_least=5, at_most=LONGEST_QUESTION)


async def _options(chat: Chat, name: str, prompt: Html, count: int) -> list[str]:
    """Written one to a line; exactly `count` of them, unless that is 0."""

    def flaw(said: str) -> Html | None:
        options = _lines(said)
        if count and len(options) != count:
            return chat.text("announce-poll-same", count=count)
        if not FEWEST <= len(options) <= MOST or len(set(options)) < len(options):
            return chat.text("announce-poll-lines", least=FEWEST, most=MOST)
        if any(len(option) > LONGEST_OPTION for option in options):
            return chat.text("announce-poll-long", most=LONGEST_OPTION)
        return None

    return _lines(await chat.ask(name, prompt, check=flaw))


def _lines(said: str) -> list[str]:
    return [line.strip() for line in said.splitlines() if line.strip()]


async def apply(session: Any, me: Me, text: Text, result: Poll | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    if not await keep(session, me, result.found, poll=result.poll):
        return Done(text("announce-not-yours"))
    return Open("announce-page", str(result.found.id))


JOURNEYS = (Journey("announce-poll", script, apply),)
