"""A team asks for the review of its work."""

from typing import Any

from bot.civic.review import NotAllowed
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, lines
from handlers.parts.practicum_words import content
from storage import practicum, practicum_reviews
from storage.practicum import Crew

PAGE = Open("practicum")


async def script(chat: Chat) -> Crew | Open:
    team = await chat.read(practicum.of_person, chat.me.person)
    if team is None or team.accepted_at:
        return PAGE
    if await chat.read(practicum_reviews.lacking, team.id):
        return PAGE
    review = await chat.read(practicum_reviews.last, team.id)
    if review is not None and review.done_at is None:
        return PAGE
    told = content(chat.me.language, team).steps["review"]
    sure = (
        Choice("yes", chat.text("practicum-ask-yes"), wide=True),
        Choice("no", chat.text("practicum-ask-no"), wide=True),
    )
    asked = lines(told.task, told.show, chat.text("practicum-ask-sure"), by="\n\n")
    return team if await chat.choose("sure", asked, sure) == "yes" else PAGE


async def apply(session: Any, me: Me, text: Text, result: Crew | Open) -> Outcome:
    if isinstance(result, Open):
        return result
    try:
        asked = await practicum_reviews.ask(session, result.id, me.person, me.now)
    except NotAllowed:
        return PAGE
    if asked.due_at is None:
        return Done(text("practicum-asked-nobody"), then=PAGE)
    return Done(text("practicum-asked", until=day(asked.due_at, me.zone)), then=PAGE)


def _twice(text: Text, error: Exception) -> Refused:
    """A colleague was quicker."""
    return Refused(text("practicum-is-asked"), forget=("sure",))


JOURNEYS = (Journey("practicum-ask", script, apply, conflict=_twice),)
