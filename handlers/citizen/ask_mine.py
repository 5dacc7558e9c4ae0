"""One's own questions: read, asked further, taken back, shown to others or no longer.

The subject of "ask-thread", "ask-further" and "ask-back" is a question's id, of "ask-allow" the id
with "-yes" or "-no".
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, lines
from handlers.parts import question_words as words
from storage import questions
from storage.questions import NotOpen, Thread, Turn

NEW = "new"
SHORTEST, LONGEST = 5, 1500


@dataclass(frozen=True, slots=True)
class Further:
    """What somebody asks further."""

    question: int
    text: str


async def mine(chat: Chat) -> Done | Open:
    found = await chat.read(questions.of_person, chat.me.person)
    found = [(thread, turn) for thread, turn in found if turn.text]
    new = (chat.text("ask-another"), Open("ask", NEW))
    if not found:
        return Done(chat.text("ask-none-yet"), links=(new,))
    choices = [Choice(str(one.id), _row(chat.text, one, turn), wide=True) for one, turn in found]
    return Open("ask-thread", await chat.choose("which", chat.text("ask-which"), choices))


def _row(text: Text, thread: Thread, turn: Turn) -> Html:
    """The question, and whether there is an answer."""
    state = "closed" if turn.closed_at else "answered" if turn.answered_at else "waits"
    return text("ask-row", state=state, number=str(thread.id), text=words.short(turn.text, 40))


async def _own(chat: Chat, id: str) -> tuple[Thread, list[Turn]] | None:
    thread = await chat.read(questions.find, id)
    if thread is None or thread.person != chat.me.person:
        return None
    return thread, await chat.read(questions.turns, thread.id)


def _gone(text: Text) -> Done:
    return Done(text("ask-gone"), links=((text("ask-to-mine"), Open("ask-mine")),))


async def one(chat: Chat) -> Done:
    """A thread, and what can be done with it."""
    found = await _own(chat, chat.subject)
    if found is None:
        return _gone(chat.text)
    text, (thread, turns) = chat.text, found
    number = str(thread.id)
    public = text("ask-is-public") if thread.may_publish else text("ask-is-private")
    said = lines(words.whole(text, thread, turns, chat.me.zone), public, by="\n\n")
    waits = any(turn.open for turn in turns)
    act = (
        (text("ask-take-back"), Open("ask-back", number))
        if waits
        else (text("ask-further"), Open("ask-further", number))
    )
    allow = (
        (text("ask-disallow"), Open("ask-allow", f"{number}-no"))
        if thread.may_publish
        else (text("ask-allow"), Open("ask-allow", f"{number}-yes"))
    )
    return Done(said, links=(act, allow, (text("ask-to-mine"), Open("ask-mine"))))


async def ask_further(chat: Chat) -> Further | Done:
    found = await _own(chat, chat.subject)
    if found is None:
        return _gone(chat.text)
    thread, turns = found
    if turns[-1].open:
        until = day(turns[-1].due_at, chat.me.zone)
        return Done(chat.text("ask-still-waits", day=until), links=_links(chat.text, thread.id))
    last = words.turn(chat.text, turns[-1], chat.me.zone)
    prompt = lines(words.head(chat.text, thread), last, chat.text("ask-what-further"), by="\n\n")
    text = await chat.ask("text", prompt, at_least=SHORTEST, at_most=LONGEST)
    choices = (
        Choice("send", chat.text("ask-send"), wide=True),
        Choice("change", chat.text("ask-change-text"), wide=True),
    )
    if await chat.confirm("sure", chat.text("ask-own-words", text=text), choices) == "change":
        chat.edit("text")
    return Further(thread.id, text)


async def keep_further(session: Any, me: Me, text: Text, result: Further | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    try:
        until = await questions.further(session, result.question, me.person, result.text, me.now)
    except NotOpen:
        return _gone(text)
    said = text("ask-sent", number=str(result.question), day=day(until, me.zone))
    return Done(said, links=_links(text, result.question))


def _links(text: Text, id: int) -> tuple[tuple[str, Open], ...]:
    return ((text("ask-to-this"), Open("ask-thread", str(id))),)


async def back(chat: Chat) -> Thread | Done | Open:
    """The question is asked no longer, if its asker is sure."""
    found = await _own(chat, chat.subject)
    if found is None or not found[1][-1].open:
        return _gone(chat.text)
    thread, turns = found
    choices = (
        Choice("yes", chat.text("ask-back-yes"), wide=True),
        Choice("no", chat.text("ask-back-no"), wide=True),
    )
    asked = lines(
        words.turn(chat.text, turns[-1], chat.me.zone), chat.text("ask-back-sure"), by="\n\n"
    )
    if await chat.confirm("sure", asked, choices) == "no":
        return Open("ask-thread", chat.subject)
    return thread


async def take_back(session: Any, me: Me, text: Text, result: Thread | Done | Open) -> Outcome:
    if not isinstance(result, Thread):
        return result
    try:
        await questions.take_back(session, result.id, me.person, me.now)
    except NotOpen:
        return _gone(text)
    return Done(text("ask-taken-back"), links=((text("ask-another"), Open("ask", NEW)),))


async def choice(chat: Chat) -> tuple[str, bool]:
    """There is nothing to ask: the button says it."""
    id, _, may = chat.subject.partition("-")
    return id, may == "yes"


async def allow(session: Any, me: Me, text: Text, result: tuple[str, bool]) -> Outcome:
    id, may = result
    known = id.isdecimal() and await questions.allow(session, int(id), me.person, may=may)
    if not known:
        return _gone(text)
    said = text("ask-allowed") if may else text("ask-disallowed")
    return Done(said, links=_links(text, int(id)))


async def go(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


def _twice(text: Text, error: Exception) -> Refused:
    """The same was sent from another messenger in between: looking again tells so."""
    return Refused(text("ask-sent-already"))


JOURNEYS = (
    Journey("ask-mine", mine, go),
    Journey("ask-thread", one, go),
    Journey("ask-further", ask_further, keep_further, title="ask-title", conflict=_twice),
    Journey("ask-back", back, take_back),
    Journey("ask-allow", choice, allow),
)
