"""What an asker is written: the answer with its buttons, and what everybody can read of it."""

from functools import partial
from typing import Any

from bot.civic.answering import WORDS
from bot.journey import DueNow, Text, Tools
from bot.messages import Choice, Html, Outgoing, lines
from handlers.parts import question_words as words
from storage import mail, places, public_answers, questions, recipients
from storage.due import Outdated
from storage.questions import Thread, Turn
from storage.recipients import Recipient
from storage.tables.mail import NOTICE


async def answer(session: Any, row: DueNow, tools: Tools) -> None:
    """The answer, once, to whoever asked."""
    thread, turn, who = await _about(session, row)
    if not turn.answer:
        raise Outdated
    text = partial(tools.text, who.language)
    zone = await places.time_zone(session, thread.municipality)
    said = lines(
        text("ask-answer-came"),
        words.head(text, thread),
        words.turn(text, turn, zone),
        text("ask-answer-rate"),
        by="\n\n",
    )
    rates = tuple(
        Choice(f"go:ask-rate:{turn.id}-{word}", _word(text, word), wide=True) for word in WORDS
    )
    further = Choice(f"go:ask-further:{thread.id}", text("ask-further"), wide=True)
    await _write(session, who, said, (*rates, further), tools)


def _word(text: Text, word: str) -> Html:
    return {
        "helps": text("ask-helps"),
        "partly": text("ask-helps-partly"),
        "no": text("ask-helps-not"),
    }[word]


async def published(session: Any, row: DueNow, tools: Tools) -> None:
    """What everybody can read from now on, and that one word takes it back."""
    thread, turn, who = await _about(session, row)
    public = await public_answers.find(session, turn.id)
    if public is None:
        raise Outdated
    text = partial(tools.text, who.language)
    zone = await places.time_zone(session, thread.municipality)
    said = lines(text("ask-published"), words.public(text, public, zone), by="\n\n")
    choices = (Choice(f"go:ask-allow:{thread.id}-no", text("ask-disallow"), wide=True),)
    await _write(session, who, said, choices, tools)


async def _about(session: Any, row: DueNow) -> tuple[Thread, Turn, Recipient]:
    turn = await questions.find_turn(session, row.subject.removeprefix("turn:"))
    thread = await questions.find(session, turn.question) if turn else None
    who = await recipients.recipient(session, thread.person) if thread else None
    if turn is None or thread is None or who is None:
        raise Outdated
    return thread, turn, who


async def _write(
    session: Any, who: Recipient, said: Html, choices: tuple[Choice, ...], tools: Tools
) -> None:
    menu = (Choice("!menu", tools.text(who.language, "core-menu")),)
    body = Outgoing(said, choices, menu).to_json()
    letter = mail.letter(who.bot, who.account_id, body, tools.now(), lane=NOTICE)
    await mail.post(session, [letter])


DUE = {questions.ANSWERED: answer, questions.PUBLISHED: published}
