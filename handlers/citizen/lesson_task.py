"""A lesson's task: something small to do at once, and what comes after it."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Html
from handlers.parts.learning import Place, find, home
from handlers.parts.lesson_tasks import TASKS
from storage import academy


@dataclass(frozen=True, slots=True)
class Acted:
    """What the learner reads at the end; '' when the task was skipped."""

    place: Place
    told: Html


async def script(chat: Chat) -> Acted | Done:
    place = await find(chat.read, chat.subject, chat.me.person, chat.me.language)
    if place is None:
        return Done(chat.text("learn-gone"), links=(home(chat.text),))
    action = place.lesson.action
    return Acted(place, await TASKS[action.kind](chat, action))


async def apply(session: Any, me: Me, text: Text, result: Acted | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    place, action = result.place, result.place.lesson.action
    quiz = Open("quiz", place.subject)
    if not result.told:
        return quiz
    await academy.act(session, place.learning, place.lesson.id, me.now)
    there = ((action.label, Open(action.opens)),) if action.opens else ()
    return Done(result.told, links=(*there, (text("learn-to-quiz"), quiz)))


JOURNEYS = (Journey("lesson-task", script, apply),)
