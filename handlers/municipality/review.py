"""Checking ideas, one at a time: everything is fine, or the one thing that is not and why.

The subject is a check's id; a municipality ('': the person's own) means whatever is most urgent.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.civic.review import (
    CRITERIA,
    REASON,
    Finding,
    NotAllowed,
    Stage,
    Verdict,
    checklist,
    last_moment,
)
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts.review_page import by, deadline, onward, opened, refused, show_idea
from handlers.parts.review_words import fault, rejected, sentence, to_correct
from storage import author_news, review_pages, reviews
from storage.review_pages import Page
from storage.reviews import SECONDS
from storage.votes import staff_roles

LONGEST = 1500  # characters of a reason


@dataclass(frozen=True, slots=True)
class Checked:
    """What the reviewer has found."""

    page: Page
    finding: Finding


async def script(chat: Chat) -> Checked | Done | Open:
    if not chat.subject.isdecimal():
        return await _next(chat, chat.subject or chat.me.municipality or "")
    page = await opened(chat)
    if isinstance(page, Done):
        return page
    if page.state != "open" or page.reviewer != chat.me.person:
        return Done(chat.text("review-refused-state"), then=onward(page))
    await show_idea(chat, page)
    if page.stage == Stage.APPEAL:
        return await _appeal(chat, page)
    ways = {"merge": Open("merge", chat.subject), "hand": Open("review-hand", chat.subject)}
    found = await chat.choose("found", await _questions(chat, page), await _ways(chat, page))
    if found == "later":
        return await _later(chat, page)
    if found in ways:
        return ways[found]
    if found == "pass":
        return Checked(page, Finding(Verdict.PASS))
    return Checked(page, await _fault(chat, page))


async def _next(chat: Chat, municipality: str) -> Done | Open:
    """The most urgent check; when there is none, what else is owed."""
    if not SECONDS & await chat.read(staff_roles, chat.me.person, municipality):
        return Done(chat.text("review-not-yours"))
    queue = await chat.read(review_pages.queue, chat.me.person, municipality)
    if queue:
        return Open("review", str(queue[0][0]))
    seconds = await chat.read(review_pages.seconds, chat.me.person, municipality)
    if seconds:
        link = (chat.text("review-to-seconds", count=len(seconds)), _second(seconds[0][0]))
        return Done(chat.text("review-none"), links=(link,))
    return Done(chat.text("review-none"), links=((chat.text("review-desk"), Open("desk")),))


def _second(id: int) -> Open:
    return Open("review-second", str(id))


async def _later(chat: Chat, page: Page) -> Open:
    """The check after this one, or the first again."""
    queue = await chat.read(review_pages.queue, chat.me.person, page.municipality)
    ids = [id for id, _ in queue]
    return Open("review", str(ids[(ids.index(page.id) + 1) % len(ids)]))


async def _questions(chat: Chat, page: Page) -> Html:
    text = chat.text
    head = text("review-formal") if page.stage == Stage.FORMAL else text("review-substance")
    asked = [text("review-question", question=text(one.question)) for one in _asked(page)]
    return lines(
        head,
        deadline(chat, page),
        await _before(chat, page),
        text("review-objection", words=page.objection) if page.objection else "",
        lines(*asked),
        by="\n\n",
    )


def _asked(page: Page) -> list[Any]:
    return list(checklist(page.stage, page.edition.residents))


async def _before(chat: Chat, page: Page) -> Html:
    """What the author was asked to correct the last time."""
    before = await chat.read(review_pages.asked_before, page)
    return chat.text("review-corrected", wish=before[1]) if before else Html("")


async def _ways(chat: Chat, page: Page) -> list[Choice]:
    text = chat.text
    queue = await chat.read(review_pages.queue, chat.me.person, page.municipality)
    later = [Choice("later", text("review-later"))] if len(queue) > 1 else []
    return [
        Choice("pass", text("review-pass"), wide=True),
        Choice("fault", text("review-fault"), wide=True),
        Choice("merge", text("review-same"), wide=True),
        Choice("hand", text("review-hand")),
        *later,
    ]


async def _fault(chat: Chat, page: Page) -> Finding:
    """The one criterion that fails: what to correct, or why it cannot be."""
    choices = [Choice(one.id, chat.text(one.question), wide=True) for one in _asked(page)]
    id = await chat.choose("criterion", chat.text("review-which"), choices)
    verdict = await _verdict(chat, page, id)
    if verdict is Verdict.FIX:
        said = lines(sentence(chat.text, id), chat.text("review-ask-wish"), by="\n\n")
        words = await chat.ask("wish", said, at_least=10, at_most=LONGEST)
    else:
        words = await _reason(chat, lines(sentence(chat.text, id), chat.text("review-ask-reason")))
    await _read_back(chat, page, Finding(verdict, id, words))
    return Finding(verdict, id, words)


async def _verdict(chat: Chat, page: Page, criterion: str) -> Verdict:
    """What can be corrected goes back first; a second time the reviewer chooses."""
    if not CRITERIA[criterion].correctable:
        return Verdict.REJECT
    if await chat.read(review_pages.asked_before, page) is None:
        return Verdict.FIX
    choices = (
        Choice("fix", chat.text("review-fix-again"), wide=True),
        Choice("reject", chat.text("review-reject"), wide=True),
    )
    return Verdict(await chat.choose("verdict", chat.text("review-fix-or-reject"), choices))


async def _reason(chat: Chat, prompt: Html) -> str:
    asked = lines(prompt, chat.text("review-reason-length", least=REASON), by="\n\n")
    return await chat.ask("reason", asked, at_most=LONGEST, check=_long_enough(chat))


def _long_enough(chat: Chat) -> Callable[[str], str | None]:
    def check(words: str) -> str | None:
        length = len(words.strip())
        if length >= REASON:
            return None
        return chat.text("review-reason-short", count=length, more=REASON - length)

    return check


async def _read_back(chat: Chat, page: Page, finding: Finding) -> None:
    """The letter as its author will read it, before a colleague looks at it."""
    news = await chat.read(author_news.news, page.idea)
    assert news is not None
    if finding.verdict is Verdict.FIX:
        until = last_moment(chat.me.now, page.edition.fix_days, news.zone)
        letter = to_correct(chat.text, news, finding.criterion, finding.reason, until)
    else:
        until = last_moment(chat.me.now, page.edition.appeal_days, news.zone)
        letter = rejected(chat.text, news, finding.criterion, finding.reason, until)
    choices = (
        Choice("send", chat.text("review-send"), wide=True),
        Choice("change", chat.text("review-change"), wide=True),
    )
    shown = lines(chat.text("review-preview"), letter, by="\n\n")
    if await chat.confirm("agreed", shown, choices) == "change":
        chat.edit("found", "criterion", "verdict", "wish", "reason")


async def _appeal(chat: Chat, page: Page) -> Checked | Open:
    """Somebody new decides between the rejection and what its author says against it."""
    before = await chat.read(author_news.last_fault, page.idea)
    assert before is not None
    shown = lines(
        chat.text("review-appeal"),
        deadline(chat, page),
        fault(chat.text, before),
        chat.text("review-plea", words=page.plea),
        by="\n\n",
    )
    choices = [
        Choice("won", chat.text("review-appeal-won"), wide=True),
        Choice("lost", chat.text("review-appeal-lost"), wide=True),
        Choice("hand", chat.text("review-hand"), wide=True),
    ]
    found = await chat.choose("found", shown, choices)
    if found == "hand":
        return Open("review-hand", chat.subject)
    if found == "won":
        words = await chat.ask(
            "answer", chat.text("review-appeal-answer"), at_most=LONGEST, optional=True
        )
        return Checked(page, Finding(Verdict.PASS, reason=words))
    words = await _reason(chat, chat.text("review-appeal-reason"))
    return Checked(page, Finding(Verdict.REJECT, before.criterion, words))


async def apply(session: Any, me: Me, text: Text, result: Checked | Done | Open) -> Outcome:
    if not isinstance(result, Checked):
        return result
    page, finding = result.page, result.finding
    try:
        await reviews.propose(session, page.id, by(me, page), finding)
    except NotAllowed as error:
        return Done(refused(text, error), then=onward(page))
    return Done(_said(text, page), then=onward(page))


def _said(text: Text, page: Page) -> Html:
    number = str(page.number)
    if page.stage == Stage.APPEAL:
        return text("review-appeal-decided", number=number)
    return text("review-proposed", number=number)


JOURNEYS = (Journey("review", script, apply, title="review-name"),)
