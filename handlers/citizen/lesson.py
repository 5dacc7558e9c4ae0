"""A lesson, one card after the other; the card in view is kept, on either messenger."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.civic.course import UNBEGUN
from bot.content.cards import Card
from bot.content.course import Lesson
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Picture, lines
from handlers.parts.learning import LIST, Place, find, home, seminar_of
from storage import academy

FORWARD, BACKWARD, TASK, QUIZ, SEMINAR = "forward", "backward", "task", "quiz", "seminar"


@dataclass(frozen=True, slots=True)
class Step:
    """From a card of a lesson to another one, or to what follows the cards."""

    place: Place
    card: int
    to: str


async def script(chat: Chat) -> Step | Open | Done:
    place = await find(chat.read, chat.subject, chat.me.person, chat.me.language)
    if place is None:
        return Done(chat.text("learn-gone"), links=(home(chat.text),))
    at = await _card(chat, place)
    count = len(place.lesson.cards)
    choices = list(_ways(chat.text, at, count))
    last = at + 1 == count
    seminar = await seminar_of(chat.read, chat.me, chat.text, place) if last else None
    if seminar:
        choices.append(Choice(SEMINAR, seminar[0], wide=True))
    media = place.course.picture(place.lesson.cards[at])
    picture = Picture(media) if media else None
    to = await chat.choose("to", page(chat.text, place, at), choices, picture=picture)
    return seminar[1] if seminar and to == SEMINAR else Step(place, at, to)


async def _card(chat: Chat, place: Place) -> int:
    """The one that the subject counts from 1; else where it was left, if it is not passed yet."""
    cards = place.lesson.cards
    if place.rest.isdecimal() and 0 < int(place.rest) <= len(cards):
        return int(place.rest) - 1
    standings = await chat.read(academy.standings, place.learning.id)
    standing = standings.get(place.lesson.id, UNBEGUN)
    left = "" if standing.passed else standing.card
    return next((n for n, card in enumerate(cards) if card.id == left), 0)


def _ways(text: Text, at: int, count: int) -> Iterator[Choice]:
    if at + 1 < count:
        yield Choice(FORWARD, text("learn-forward"), wide=True)
    else:
        yield Choice(TASK, text("learn-to-task"), wide=True)
        yield Choice(QUIZ, text("learn-skip-task"), wide=True)
    if at:
        yield Choice(BACKWARD, text("learn-backward"))
    yield Choice(LIST, text("learn-all"))


def page(text: Text, place: Place, at: int) -> Html:
    """A card under its lesson's head, and in words what is on its picture."""
    lesson, card = place.lesson, place.lesson.cards[at]
    told = {"number": place.number, "title": lesson.title}
    if at:
        head = text("learn-card-head", card=at + 1, cards=len(lesson.cards), **told)
    else:
        head = text("learn-lesson-head", goal=lesson.goal, minutes=lesson.minutes, **told)
    alt = text("learn-picture", shown=card.alt) if card.picture else ""
    return lines(head, card_text(text, lesson, card), alt, by="\n\n")


def card_text(text: Text, lesson: Lesson, card: Card) -> Html:
    """Title, text and where its facts come from."""
    named = "; ".join(f"{(one := lesson.sources[id]).name} ({one.where})" for id in card.sources)
    source = text("learn-source", sources=named) if named else ""
    return lines(text("learn-card-title", title=card.title), card.text, source, by="\n\n")


async def apply(session: Any, me: Me, text: Text, result: Step | Open | Done) -> Outcome:
    if not isinstance(result, Step):
        return result
    place, cards = result.place, result.place.lesson.cards
    match result.to:
        case "list":
            return Open("learn", LIST)
        case "task":
            return Open("lesson-task", place.subject)
        case "quiz":
            return Open("quiz", place.subject)
        case way:
            card = result.card + (1 if way == FORWARD else -1)
            await academy.turn_to(session, place.learning, place.lesson.id, cards[card].id, me.now)
            return Open("lesson", f"{place.subject}.{card + 1}")


JOURNEYS = (Journey("lesson", script, apply),)
