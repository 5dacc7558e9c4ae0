"""News of a project in words, with a photo perhaps, and the answer to a dispute.

The subject of "work-news" is a project's id, of "work-answer" a dispute's.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Picture, lines
from handlers.parts.work_page import WorkPage
from storage import disputes, projects, works
from storage.conduct import By, NotNow
from storage.disputes import Dispute
from storage.projects import STAGES, Work
from storage.works import Update

LONGEST = 1500
DEAREST = 10**9  # lari


@dataclass(frozen=True, slots=True)
class Posting:
    """News as somebody of the staff has confirmed them."""

    work: Work
    update: Update


@dataclass(frozen=True, slots=True)
class Answering:
    """The answer to a dispute."""

    work: Work
    dispute: Dispute
    words: str


async def script(chat: Chat) -> Posting | Done | Open:
    work = await chat.read(projects.find, chat.subject)
    if work is None or not await chat.read(works.may, chat.me.person, work):
        return Done(chat.text("works-not-yours"))
    head = _page(chat).head(work)
    stages = [Choice(stage, chat.text("works-stage-name", stage=stage)) for stage in STAGES]
    stage = await chat.choose("stage", lines(head, chat.text("works-ask-stage")), stages)
    words = await chat.ask("text", chat.text("works-ask-text"), at_least=10, at_most=LONGEST)
    photo = await chat.photo("photo", chat.text("works-ask-news-photo"), optional=True)
    spent = await chat.number("spent", chat.text("works-ask-spent"), at_most=DEAREST, optional=True)
    followers = await chat.read(projects.followers, work.id)
    sure = (
        Choice("send", chat.text("works-publish"), wide=True),
        Choice("change", chat.text("works-change"), wide=True),
    )
    told = chat.text("works-news-check", text=words, count=followers)
    if await chat.confirm("sure", told, sure) == "change":
        chat.edit("stage", "text", "photo", "spent")
    text = {chat.me.main_language: words}
    return Posting(work, Update(stage, text, photo, spent))


async def post(session: Any, me: Me, text: Text, result: Posting | Done | Open) -> Outcome:
    if not isinstance(result, Posting):
        return result
    by = By(me.person, result.work.municipality, me.now)
    try:
        await works.post(session, result.work.id, by, result.update)
    except NotNow:
        return Done(text("works-not-yours"))
    return Done(text("works-published"), then=Open("work", str(result.work.id)))


async def answering(chat: Chat) -> Answering | Done:
    dispute = await chat.read(disputes.find, chat.subject)
    work = await chat.read(projects.find, dispute.project) if dispute else None
    if dispute is None or work is None or not await chat.read(works.may, chat.me.person, work):
        return Done(chat.text("works-not-yours"))
    if dispute.answered_at is not None:
        return Done(chat.text("works-answered-already"), links=_back(chat.text, work))
    if dispute.photo:
        chat.say("photo", chat.text("works-their-photo"), picture=Picture(dispute.photo))
    page = _page(chat)
    told = lines(page.head(work), _said(chat, page, dispute), by="\n\n")
    asked = lines(told, chat.text("works-ask-answer"), by="\n\n")
    words = await chat.ask("answer", asked, at_least=20, at_most=LONGEST)
    sure = (
        Choice("send", chat.text("works-publish"), wide=True),
        Choice("change", chat.text("works-change"), wide=True),
    )
    if await chat.confirm("sure", chat.text("works-answer-check", text=words), sure) == "change":
        chat.edit("answer")
    return Answering(work, dispute, words)


def _said(chat: Chat, page: WorkPage, dispute: Dispute) -> Html:
    return lines(chat.text("works-their-words", text=dispute.text), page.waiting([dispute]))


async def answer(session: Any, me: Me, text: Text, result: Answering | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    by = By(me.person, result.work.municipality, me.now)
    words = {me.main_language: result.words}
    try:
        await disputes.answer(session, result.dispute.id, by, words)
    except NotNow as refused:
        taken = refused.why == "state"
        said = text("works-answered-already") if taken else text("works-not-yours")
        return Done(said, links=_back(text, result.work))
    return Done(text("works-answer-sent"), then=Open("work", str(result.work.id)))


def _back(text: Text, work: Work) -> tuple[tuple[str, Open], ...]:
    return ((text("works-to-this"), Open("work", str(work.id))),)


def _page(chat: Chat) -> WorkPage:
    return WorkPage(chat.text, chat.me.language, chat.me.main_language, chat.me.zone)


JOURNEYS = (
    Journey("work-news", script, post, title="works-news-title"),
    Journey("work-answer", answering, answer, title="works-answer-title"),
)
