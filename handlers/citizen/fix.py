"""Correcting an idea that came back: only what was asked for, then it is checked anew.

The subject is the idea's id.
"""

from dataclasses import dataclass, field
from typing import Any

from bot.civic.review import CRITERIA, NotAllowed
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts.review_words import last_day, sentence
from storage import author_news, remedies
from storage.author_news import News

MOST = 10**7  # lari; no municipality's pot comes near it


@dataclass(frozen=True, slots=True)
class Corrected:
    """What the author has changed; the values of the idea's row."""

    idea: int
    changes: dict[str, Any] = field(default_factory=dict)


async def script(chat: Chat) -> Corrected | Done:
    news = await chat.read(author_news.news, int(chat.subject)) if _named(chat) else None
    if news is None or news.author != chat.me.person:
        return Done(chat.text("fix-not-yours"), links=_mine(chat.text))
    if news.state != "returned" or news.fix_until is None:
        return Done(chat.text("fix-not-now"), links=_mine(chat.text))
    if chat.me.received >= news.fix_until:
        return Done(chat.text("fix-late"), links=_mine(chat.text))
    fault = await chat.read(author_news.last_fault, news.id)
    assert fault is not None
    prompt = lines(
        chat.text("fix-title", number=str(news.number), title=news.title),
        sentence(chat.text, fault.criterion),
        chat.text("fix-letter-wish", wish=fault.reason),
        chat.text("fix-letter-until", until=last_day(news.fix_until, news.zone)),
        by="\n\n",
    )
    parts = CRITERIA[fault.criterion].parts
    changes = await _changes(chat, news, parts, prompt)
    return Corrected(news.id, changes)


def _named(chat: Chat) -> bool:
    return chat.subject.isdecimal()


async def _changes(chat: Chat, news: News, parts: tuple[str, ...], prompt: Html) -> dict[str, Any]:
    """Each part that was asked for; those left as they are stand aside."""
    changes: dict[str, Any] = {}
    before = prompt
    for part in parts:
        changes |= await _part(chat, news, part, before, only=len(parts) == 1)
        before = Html("")
    if not changes:
        again = (Choice("again", chat.text("fix-again"), wide=True),)
        await chat.confirm("nothing", chat.text("fix-nothing"), again)
        chat.edit("nothing", *parts)
    agreed = (
        Choice("send", chat.text("fix-send"), wide=True),
        Choice("change", chat.text("fix-change"), wide=True),
    )
    if await chat.confirm("agreed", _overview(chat, changes), agreed) == "change":
        chat.edit("agreed", *parts)
    return changes


async def _part(chat: Chat, news: News, part: str, before: Html, *, only: bool) -> dict[str, Any]:
    """The new value of one part, under the names of the idea's columns; empty if skipped."""
    text, more = chat.text, not only
    if part == "title":
        ask = lines(before, text("fix-ask-title", title=news.title), by="\n\n")
        title = await chat.ask("title", ask, at_least=3, at_most=80, optional=more)
        return {"title": title} if title else {}
    if part == "text":
        ask = lines(before, text("fix-ask-text", text=news.text), by="\n\n")
        words = await chat.ask("text", ask, at_least=20, at_most=1500, optional=more)
        return {"text": words} if words else {}
    if part == "cost":
        ask = lines(before, text("fix-ask-cost"), by="\n\n")
        cost = await chat.number(
            "cost", ask, at_least=1, at_most=int(news.edition.cap) or MOST, optional=more
        )
        return {"cost": cost} if cost else {}
    if part == "photo":
        photo = await chat.photo("photo", lines(before, text("fix-ask-photo")), optional=more)
        return {"photo": photo} if photo else {}
    found = await chat.where(
        "place", lines(before, text("fix-ask-place"), by="\n\n"), optional=more
    )
    if isinstance(found, str):
        return {"place": found} if found else {}
    return {"lat": found[0], "lon": found[1]} if found else {}


def _overview(chat: Chat, changes: dict[str, Any]) -> Html:
    text = chat.text
    return lines(
        text("fix-overview"),
        text("fix-new-title", title=changes["title"]) if "title" in changes else "",
        changes.get("text", ""),
        text("fix-new-cost", cost=str(changes["cost"])) if "cost" in changes else "",
        text("fix-new-place", place=changes["place"]) if "place" in changes else "",
        text("fix-new-pin") if "lat" in changes else "",
        text("fix-new-photo") if "photo" in changes else "",
        by="\n\n",
    )


async def apply(session: Any, me: Me, text: Text, result: Corrected | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    try:
        await remedies.resubmit(session, result.idea, me.person, result.changes, me.received)
    except NotAllowed as refused:
        late = text("fix-late") if refused.why == "late" else text("fix-not-now")
        return Done(late, links=_mine(text))
    until = await remedies.answer_until(session, result.idea)
    news = await author_news.news(session, result.idea)
    assert news is not None and until is not None
    return Done(
        text("fix-thanks", number=str(news.number), until=last_day(until, news.zone)),
        links=_mine(text),
    )


def _mine(text: Text) -> tuple[tuple[str, Open], ...]:
    return ((text("fix-to-mine"), Open("ideas", "mine")),)


JOURNEYS = (Journey("fix", script, apply, title="fix-name"),)
