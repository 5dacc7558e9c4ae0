"""How fast questions are answered: counts of the last year.  The subject is the municipality."""

from typing import Any

from bot.civic.answering import Figures
from bot.conversation import Chat
from bot.formats import figure
from bot.journey import Done, Journey, Me, Outcome, Text
from bot.messages import Html, lines
from handlers.parts import question_staff as staff
from storage import question_desk
from storage.staff import is_staff


async def script(chat: Chat) -> Done:
    if not await chat.read(is_staff, chat.me.person, chat.subject):
        return Done(chat.text("desk-not-yours"))
    found = await chat.read(question_desk.year, chat.subject, chat.me.now)
    return Done(_told(chat, found), links=staff.back(chat.text, chat.subject))


def _told(chat: Chat, found: Figures) -> Html:
    text = chat.text
    if found.median is None or found.share is None:
        answered = text("figures-none")
    else:
        answered = lines(
            text("figures-answered", count=found.answered),
            text("figures-median", days=figure(found.median, chat.me.language)),
            text("figures-share", share=str(found.share), count=found.in_time),
        )
    waiting = lines(
        text("figures-open", count=found.open), text("figures-overdue", count=found.overdue)
    )
    return lines(text("figures-title"), answered, waiting, by="\n\n")


async def apply(session: Any, me: Me, text: Text, result: Done) -> Outcome:
    return result


JOURNEYS = (Journey("answers-figures", script, apply),)
