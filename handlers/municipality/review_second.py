"""The second pair of eyes: agree with a colleague, or send it back and say why.

The subject is a check's id; a municipality ('': the person's own) means whatever is most urgent.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.review import NotAllowed
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts.review_page import by, deadline, found, opened, refused, show_idea
from storage import author_news, review_pages, reviews
from storage.review_pages import Page
from storage.reviews import SECONDS
from storage.votes import staff_roles


@dataclass(frozen=True, slots=True)
class Looked:
    """What the second person says; `objection` is '' where they agree."""

    page: Page
    objection: str = ""


async def script(chat: Chat) -> Looked | Done | Open:
    if not chat.subject.isdecimal():
        return await _next(chat, chat.subject or chat.me.municipality or "")
    page = await opened(chat)
    if isinstance(page, Done):
        return page
    waiting = await chat.read(review_pages.seconds, chat.me.person, page.municipality)
    ids = [id for id, _ in waiting]
    if page.id not in ids:
        return Done(chat.text("review-refused-state"), then=_onward(page))
    await show_idea(chat, page)
    said = await chat.choose("look", await _shown(chat, page), _ways(chat, len(ids)))
    if said == "later":
        return Open("review-second", str(ids[(ids.index(page.id) + 1) % len(ids)]))
    if said == "agree":
        return Looked(page)
    why = await chat.ask("why", chat.text("second-ask-why"), at_least=10, at_most=1000)
    return Looked(page, why)


async def _next(chat: Chat, municipality: str) -> Done | Open:
    if not SECONDS & await chat.read(staff_roles, chat.me.person, municipality):
        return Done(chat.text("review-not-yours"))
    waiting = await chat.read(review_pages.seconds, chat.me.person, municipality)
    if waiting:
        return Open("review-second", str(waiting[0][0]))
    return Done(chat.text("second-none"), links=((chat.text("review-desk"), Open("desk")),))


async def _shown(chat: Chat, page: Page) -> Html:
    """What a colleague has found; of a merging the other idea too."""
    into = await chat.read(author_news.other, (page.checks or {}).get("into", 0))
    other = chat.text("second-into", number=str(into[0]), title=into[1]) if into else Html("")
    stage = chat.text("review-formal") if page.stage == "formal" else chat.text("review-substance")
    return lines(
        stage,
        deadline(chat, page),
        found(chat.text, page),
        other,
        chat.text("second-question"),
        by="\n\n",
    )


def _ways(chat: Chat, waiting: int) -> list[Choice]:
    later = [Choice("later", chat.text("review-later"), wide=True)] if waiting > 1 else []
    return [
        Choice("agree", chat.text("second-agree"), wide=True),
        Choice("back", chat.text("second-back"), wide=True),
        *later,
    ]


async def apply(session: Any, me: Me, text: Text, result: Looked | Done | Open) -> Outcome:
    if not isinstance(result, Looked):
        return result
    page = result.page
    try:
        if result.objection:
            await reviews.send_back(session, page.id, by(me, page), result.objection)
        else:
            await reviews.confirm(session, page.id, by(me, page))
    except NotAllowed as error:
        return Done(refused(text, error), then=_onward(page))
    number = str(page.number)
    said = text("second-sent-back", number=number) if result.objection else _agreed(text, page)
    return Done(said, then=_onward(page))


def _agreed(text: Text, page: Page) -> Html:
    number = str(page.number)
    if page.verdict == "pass" and page.stage == "formal":
        return text("second-agreed-onward", number=number)
    return text("second-agreed", number=number)


def _onward(page: Page) -> Open:
    return Open("review-second", page.municipality)


JOURNEYS = (Journey("review-second", script, apply),)
