"""An idea as its reviewers see it, and why a step of theirs is refused."""

from bot.civic.review import NotAllowed
from bot.conversation import Chat
from bot.formats import money
from bot.journey import Done, Me, Open, Text
from bot.messages import Html, Picture, Words, lines
from handlers.parts.review_words import last_day, sentence
from storage import review_pages
from storage.conduct import By
from storage.review_pages import Page
from storage.reviews import SECONDS
from storage.votes import staff_roles


async def opened(chat: Chat) -> Page | Done:
    """The check that the subject names, for the staff of its municipality only."""
    page = await chat.read(review_pages.page, int(chat.subject))
    roles = await chat.read(staff_roles, chat.me.person, page.municipality) if page else set()
    if page is None or not roles & SECONDS:
        return Done(chat.text("review-not-yours"))
    return page


def by(me: Me, page: Page) -> By:
    return By(me.person, page.municipality, me.now)


async def show_idea(chat: Chat, page: Page) -> None:
    """Said once, with its photos: the questions come under it."""
    photos = await chat.read(review_pages.photos, page.idea)
    first = Picture(photos[0]) if photos else None
    chat.say("idea", _idea(chat, page), first)
    for place, photo in enumerate(photos[1:], 2):
        chat.say(f"photo-{place}", Html(""), Picture(photo))


def _idea(chat: Chat, page: Page) -> Html:
    text = chat.text
    return lines(
        text("review-idea", number=str(page.number), title=page.title),
        page.text,
        lines(*_facts(chat, page)),
        by="\n\n",
    )


def _facts(chat: Chat, page: Page) -> list[Html]:
    """What is known beside the words, one line each; what is missing says so."""
    text, me = chat.text, chat.me
    pin = Html("")
    if page.lat is not None and page.lon is not None:
        pin = text("review-pin", lat=f"{page.lat:.5f}", lon=f"{page.lon:.5f}")
    place = text("review-place", place=page.place) if page.place else Html("")
    return [
        text("idea-category-line", category=page.category),
        text(
            "idea-settlement", settlement=Words(page.settlement).read(me.language, me.main_language)
        )
        if page.settlement
        else text("review-no-settlement"),
        text("review-zone", zone=Words(page.zone).read(me.language, me.main_language))
        if page.zone
        else Html(""),
        pin,
        place if pin or place else text("review-without-place"),
        text("review-cost", cost=money(page.cost)) if page.cost else text("review-without-cost"),
        text("review-cap", cost=money(page.edition.cap)) if page.edition.cap else Html(""),
        text("review-for", people=page.beneficiaries) if page.beneficiaries else Html(""),
        text("review-resident") if page.resident else text("review-not-resident"),
        text("idea-supporters", count=page.supporters),
    ]


def deadline(chat: Chat, page: Page) -> Html:
    """Until when the author was promised an answer."""
    until = last_day(page.due_at, chat.me.zone)
    if chat.me.now >= page.due_at:
        return chat.text("review-overdue", until=until)
    return chat.text("review-until", until=until)


def found(text: Text, page: Page) -> Html:
    """What the first pair of eyes has found, in one sentence and its words."""
    if page.verdict == "pass":
        return text("review-found-pass")
    if page.verdict == "merge":
        return text("review-found-merge")
    head = text("review-found-fix") if page.verdict == "fix" else text("review-found-reject")
    return lines(head, sentence(text, page.criterion), page.reason, by="\n\n")


def refused(text: Text, error: NotAllowed) -> Html:
    """Why a step is not possible, and what to do."""
    return {
        "state": text("review-refused-state"),
        "gone": text("review-refused-state"),
        "role": text("review-not-yours"),
        "not-assigned": text("review-refused-assigned"),
        "own": text("review-refused-own"),
        "involved": text("review-refused-involved"),
        "same-person": text("review-refused-same"),
        "criterion": text("review-refused-criterion"),
        "verdict": text("review-refused-criterion"),
        "not-correctable": text("review-refused-criterion"),
        "correct-first": text("review-refused-correct"),
        "reason": text("review-refused-reason"),
        "target": text("review-refused-target"),
    }[error.why]


def onward(page: Page) -> Open:
    """The next check of this person."""
    return Open("review", page.municipality)
