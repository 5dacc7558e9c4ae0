"""How fast questions are answered: counts of the last year.  The subject is the municipality."""

from collections.abc import Iterator
from typing import Any

from bot.civic.answering import EXPERT, OFFICE, TOPICS, Figures
from bot.conversation import Chat
from bot.formats import figure
from bot.journey import Done, Journey, Me, Outcome, Text
from bot.messages import Html, lines
from handlers.parts import question_staff as staff
from handlers.parts import question_words as words
from storage import question_desk
from storage.question_desk import Year
from storage.staff import is_staff


async def script(chat: Chat) -> Done:
    if not await chat.read(is_staff, chat.me.person, chat.subject):
        return Done(chat.text("desk-not-yours"))
    found = await chat.read(question_desk.year, chat.subject, chat.me.now)
    return Done(_told(chat, found), links=staff.back(chat.text, chat.subject))


def _told(chat: Chat, found: Year) -> Html:
    text, whole = chat.text, found.whole
    waiting = lines(
        text("figures-open", count=whole.open), text("figures-overdue", count=whole.overdue)
    )
    return lines(
        text("figures-title"),
        _answered(chat, whole),
        waiting,
        _units(chat, found, OFFICE, text("figures-office")),
        _units(chat, found, EXPERT, text("figures-experts")),
        by="\n\n",
    )


def _answered(chat: Chat, found: Figures) -> Html:
    text = chat.text
    if found.median is None or found.share is None:
        return text("figures-none")
    return lines(
        text("figures-answered", count=found.answered),
        text("figures-median", days=figure(found.median, chat.me.language)),
        text("figures-share", share=str(found.share), count=found.in_time),
    )


def _units(chat: Chat, found: Year, whom: str, head: Html) -> Html:
    """A line for each topic on which somebody has asked these."""
    rows = list(_rows(chat, found, whom))
    return lines(head, *rows) if rows else Html("")


def _rows(chat: Chat, found: Year, whom: str) -> Iterator[Html]:
    for topic in TOPICS:
        unit = found.units.get((whom, topic))
        if unit is None:
            continue
        named = {"topic": words.topic(chat.text, topic), "open": unit.open}
        if unit.median is None or unit.share is None:
            yield chat.text("figures-topic-none", **named)
        else:
            days, share = figure(unit.median, chat.me.language), str(unit.share)
            answered = {"count": unit.answered, "days": days, "share": share}
            yield chat.text("figures-topic", **named, **answered)


async def apply(session: Any, me: Me, text: Text, result: Done) -> Outcome:
    return result


JOURNEYS = (Journey("answers-figures", script, apply),)
