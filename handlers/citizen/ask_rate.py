"""What an answer was worth, in one word.  The subject is the answered turn and the word."""

from typing import Any

from bot.civic.answering import WORDS
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from storage import questions
from storage.questions import Turn


async def script(chat: Chat) -> tuple[Turn | None, str]:
    """There is nothing to ask: the button says it."""
    id, _, word = chat.subject.partition("-")
    return await chat.read(questions.find_turn, id), word


async def apply(session: Any, me: Me, text: Text, result: tuple[Turn | None, str]) -> Outcome:
    turn, word = result
    if turn is None or word not in WORDS:
        return Done(text("ask-gone"))
    if not await questions.rate(session, turn.id, me.person, word):
        return Done(text("ask-gone"))
    number = str(turn.question)
    further = (text("ask-further"), Open("ask-further", number))
    this = (text("ask-to-this"), Open("ask-thread", number))
    if word != "helps":
        return Done(text("ask-rated-no"), links=(further, this))
    thread = await questions.find(session, number)
    if thread is None or thread.may_publish:
        return Done(text("ask-rated"), links=(this,))
    allow = (text("ask-allow"), Open("ask-allow", f"{number}-yes"))
    return Done(text("ask-rated-allow"), links=(allow, this))


JOURNEYS = (Journey("ask-rate", script, apply),)
