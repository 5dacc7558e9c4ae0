"""Pieces that the pages of those who answer share: who may, the list's rows, the way back."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Open, Text
from bot.messages import Choice, Html, lines
from handlers.parts import question_words as words
from storage import places, question_desk, questions
from storage.question_desk import Waiting
from storage.questions import Thread, Turn

Link = tuple[str, Open]


def back(text: Text, place: str) -> tuple[Link, ...]:
    return ((text("answers-to-list"), Open("answers", place)),)


async def to_answer(chat: Chat) -> tuple[Thread, list[Turn]] | Done:
    """The thread that the subject names, if this person may answer and something waits."""
    thread = await chat.read(questions.find, chat.subject.partition("-")[0])
    if thread is None or not await chat.read(question_desk.may, chat.me.person, thread):
        return Done(chat.text("answers-not-yours"))
    turns = await chat.read(questions.turns, thread.id)
    if not turns[-1].open:
        return Done(chat.text("answers-already"), links=back(chat.text, thread.municipality))
    return thread, turns


async def page(chat: Chat, thread: Thread, turns: list[Turn]) -> Html:
    """The whole thread, who asks if they say so, and how it came here."""
    zone = await chat.read(places.time_zone, thread.municipality)
    passed = await chat.read(question_desk.passed, thread, turns[-1])
    name = words.asker(chat.text, thread)
    came = chat.text("answers-came", reason=passed.reason) if passed and passed.reason else ""
    return lines(words.whole(chat.text, thread, turns, zone), name, came, by="\n\n")


def rows(
    text: Text, found: list[Waiting], zone: ZoneInfo, names: Mapping[int, str] | None = None
) -> list[Choice]:
    """Questions by their numbers, each with its day; with names where several people answer."""
    return [
        Choice(str(one.id), _row(text, one, zone, names), number=one.id, wide=True) for one in found
    ]


def _row(text: Text, one: Waiting, zone: ZoneInfo, names: Mapping[int, str] | None) -> Html:
    told = {"day": day(one.due_at, zone), "text": words.short(one.text, 40)}
    if names is None:
        return text("answers-row", **told)
    owner = names.get(one.owner or 0) or text("answers-nobody").plain()
    return text("answers-row-owner", owner=owner, **told)
