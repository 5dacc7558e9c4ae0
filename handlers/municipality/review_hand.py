"""A check goes to a colleague; and what to do where nobody may decide.

The subject is the check's id.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.review import NotAllowed, Stage
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice
from handlers.parts.review_page import by, onward, opened, refused, show_idea
from storage import review_pages, reviews
from storage.review_pages import Page


@dataclass(frozen=True, slots=True)
class Handed:
    """Who checks it from now on."""

    page: Page
    person: int


async def script(chat: Chat) -> Handed | Done:
    page = await opened(chat) if chat.subject.isdecimal() else Done(chat.text("review-not-yours"))
    if isinstance(page, Done):
        return page
    if page.state != "open":
        return Done(chat.text("review-refused-state"), then=onward(page))
    people = await chat.read(review_pages.colleagues, page.id)
    if not people:
        return _nobody(chat, page)
    nameless = chat.text("desk-nameless")
    choices = [Choice(str(person), name or nameless, wide=True) for person, name in people]
    prompt = chat.text("hand-to-whom", number=str(page.number), title=page.title)
    return Handed(page, int(await chat.choose("whom", prompt, choices)))


def _nobody(chat: Chat, page: Page) -> Done:
    said = (
        chat.text("hand-nobody-appeal") if page.stage == Stage.APPEAL else chat.text("hand-nobody")
    )
    return Done(said, links=((chat.text("hand-invite"), Open("invite", page.municipality)),))


async def apply(session: Any, me: Me, text: Text, result: Handed | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    page = result.page
    try:
        await reviews.assign(session, page.id, by(me, page), result.person)
    except NotAllowed as error:
        return Done(refused(text, error), then=onward(page))
    return Done(text("hand-done", number=str(page.number)), then=onward(page))


async def stuck(chat: Chat) -> Done | Open:
    """Said plainly: the office has too few people for this one."""
    page = await opened(chat) if chat.subject.isdecimal() else Done(chat.text("review-not-yours"))
    if isinstance(page, Done):
        return page
    people = await chat.read(review_pages.colleagues, page.id)
    if page.state == "open" and people:
        return Open("review-hand", chat.subject)
    await show_idea(chat, page)
    if page.state == "proposed":
        return Done(chat.text("hand-no-second"), links=_invite(chat, page))
    return _nobody(chat, page)


def _invite(chat: Chat, page: Page) -> tuple[tuple[str, Open], ...]:
    return ((chat.text("hand-invite"), Open("invite", page.municipality)),)


async def go(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


JOURNEYS = (Journey("review-hand", script, apply), Journey("review-stuck", stuck, go))
