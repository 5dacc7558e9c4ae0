"""Answering a question, or passing it on to somebody else.

The subject is the question's id; with "-now" after it, for whoever has read it already.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts import question_staff as staff
from handlers.parts import question_words as words
from storage import answer_routes, question_desk
from storage.conduct import By, NotNow
from storage.questions import Thread
from storage.staff import COORDINATOR

SHORTEST, LONGEST = 20, 3000
WHY_SHORTEST, WHY_LONGEST = 10, 500
NOBODY = "0"
NOW = "-now"


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody answers."""

    thread: Thread
    words: str


@dataclass(frozen=True, slots=True)
class Passing:
    """To whom a question goes on (0: to the coordinators), and why."""

    thread: Thread
    to: int
    reason: str


async def script(chat: Chat) -> Answer | Done | Open:
    found = await staff.to_answer(chat)
    if isinstance(found, Done):
        return found
    thread, turns = found
    prompt = chat.text("answers-ask-answer")
    if not chat.subject.endswith(NOW):
        choices = (
            Choice("answer", chat.text("answers-to-answer"), wide=True),
            Choice("pass", chat.text("answers-to-pass"), wide=True),
        )
        told = await staff.page(chat, thread, turns)
        if await chat.choose("act", told, choices) == "pass":
            return Open("answers-pass", chat.subject)
    said = await chat.ask("answer", prompt, at_least=SHORTEST, at_most=LONGEST)
    sure = (
        Choice("send", chat.text("answers-send"), wide=True),
        Choice("change", chat.text("answers-change"), wide=True),
    )
    if await chat.confirm("sure", _read_back(chat.text, thread, said), sure) == "change":
        chat.edit("answer")
    return Answer(thread, said)


def _read_back(text: Text, thread: Thread, said: str) -> Html:
    told = text("answers-may-publish") if thread.may_publish else text("answers-stays-private")
    return lines(text("answers-read-back", text=said), told, by="\n\n")


async def apply(session: Any, me: Me, text: Text, result: Answer | Done | Open) -> Outcome:
    if not isinstance(result, Answer):
        return result
    place = result.thread.municipality
    by = By(me.person, place, me.now)
    try:
        turn = await question_desk.answer(session, result.thread.id, by, result.words)
    except NotNow as refused:
        return _refused(text, refused, place)
    if not result.thread.may_publish:
        return Done(text("answers-sent"), links=staff.back(text, place))
    publish = (text("answers-to-publish"), Open("answers-publish", str(turn.id)))
    return Done(text("answers-sent"), links=(publish, *staff.back(text, place)))


def _refused(text: Text, refused: NotNow, place: str) -> Done:
    if refused.why == "role":
        return Done(text("answers-not-yours"))
    said = text("answers-person-gone") if refused.why == "person" else text("answers-already")
    return Done(said, links=staff.back(text, place))


async def passing(chat: Chat) -> Passing | Done:
    found = await staff.to_answer(chat)
    if isinstance(found, Done):
        return found
    thread, turns = found
    choices = await _colleagues(chat, thread)
    if not choices:
        return Done(chat.text("answers-alone"), links=staff.back(chat.text, thread.municipality))
    asked = lines(
        words.turn(chat.text, turns[-1], chat.me.zone), chat.text("answers-to-whom"), by="\n\n"
    )
    to = await chat.choose("to", asked, choices)
    roles = await chat.read(question_desk.roles, chat.me.person, thread.municipality)
    boss = COORDINATOR in roles
    prompt = chat.text("answers-why")
    reason = await chat.ask(
        "why", prompt, at_least=WHY_SHORTEST, at_most=WHY_LONGEST, optional=boss
    )
    return Passing(thread, int(to), reason)


async def _colleagues(chat: Chat, thread: Thread) -> list[Choice]:
    """Whoever may answer and does not have it; the coordinators, if somebody has it."""
    nameless = chat.text("desk-nameless")
    able = await chat.read(answer_routes.answerers, thread.municipality)
    choices = [
        Choice(str(one.person_id), one.name or nameless, wide=True)
        for one in able
        if one.person_id not in (thread.owner, thread.person)
    ]
    if thread.owner is not None:
        choices.append(Choice(NOBODY, chat.text("answers-to-coordinators"), wide=True))
    return choices


async def hand(session: Any, me: Me, text: Text, result: Passing | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    place = result.thread.municipality
    by = By(me.person, place, me.now)
    try:
        await question_desk.pass_on(session, result.thread.id, by, result.to or None, result.reason)
    except NotNow as refused:
        return _refused(text, refused, place)
    return Done(text("answers-passed"), links=staff.back(text, place))


JOURNEYS = (
    Journey("answers-write", script, apply, title="answers-write-title"),
    Journey("answers-pass", passing, hand),
)
