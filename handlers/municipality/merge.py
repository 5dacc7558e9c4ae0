"""Two ideas that are one: which of them takes the other in.  The subject is a check's id."""

from dataclasses import dataclass
from typing import Any

from bot.civic.review import Finding, NotAllowed, Verdict
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice
from handlers.parts.review_page import by, onward, opened, refused
from storage import review_pages, reviews
from storage.merging import TAKES
from storage.review_pages import Page


@dataclass(frozen=True, slots=True)
class Merged:
    """This idea into that one."""

    page: Page
    into: int


async def script(chat: Chat) -> Merged | Done | Open:
    page = await opened(chat) if chat.subject.isdecimal() else Done(chat.text("review-not-yours"))
    if isinstance(page, Done):
        return page
    others = await chat.read(review_pages.others, page, TAKES)
    if not others:
        return Done(chat.text("merge-none"), then=Open("review", chat.subject))
    choices = [Choice(str(one.id), one.title, number=one.number, wide=True) for one in others]
    prompt = chat.text("merge-which", number=str(page.number), title=page.title)
    into = int(await chat.choose("into", prompt, choices))
    other = next(one for one in others if one.id == into)
    sure = chat.text(
        "merge-sure",
        number=str(page.number),
        title=page.title,
        into=str(other.number),
        other=other.title,
    )
    answers = (
        Choice("yes", chat.text("merge-yes"), wide=True),
        Choice("no", chat.text("merge-no"), wide=True),
    )
    if await chat.confirm("sure", sure, answers) == "no":
        return Open("review", chat.subject)
    return Merged(page, into)


async def apply(session: Any, me: Me, text: Text, result: Merged | Done | Open) -> Outcome:
    if not isinstance(result, Merged):
        return result
    page = result.page
    finding = Finding(Verdict.MERGE, into=result.into)
    try:
        await reviews.propose(session, page.id, by(me, page), finding)
    except NotAllowed as error:
        return Done(refused(text, error), then=onward(page))
    return Done(text("review-proposed", number=str(page.number)), then=onward(page))


JOURNEYS = (Journey("merge", script, apply),)
