"""An appeal against a rejection: why the author does not agree.  The subject is the idea's id."""

from dataclasses import dataclass
from typing import Any

from bot.civic.review import NotAllowed
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, lines
from handlers.parts.review_words import fault, last_day
from storage import author_news, remedies

SHORTEST, LONGEST = 30, 1500


@dataclass(frozen=True, slots=True)
class Plea:
    """Why the author asks for another decision."""

    idea: int
    words: str


async def script(chat: Chat) -> Plea | Done:
    known = chat.subject.isdecimal()
    news = await chat.read(author_news.news, int(chat.subject)) if known else None
    if news is None or news.author != chat.me.person:
        return Done(chat.text("fix-not-yours"), links=_mine(chat.text))
    if news.state == "appealed":
        return Done(chat.text("appeal-already"), links=_mine(chat.text))
    if news.appeal_until is None:
        return Done(chat.text("appeal-not-now"), links=_mine(chat.text))
    if chat.me.received >= news.appeal_until:
        return Done(chat.text("appeal-late"), links=_mine(chat.text))
    found = await chat.read(author_news.last_fault, news.id)
    assert found is not None
    prompt = lines(
        chat.text("appeal-title", number=str(news.number), title=news.title),
        fault(chat.text, found),
        chat.text("appeal-ask"),
        by="\n\n",
    )
    plea = await chat.ask("plea", prompt, at_least=SHORTEST, at_most=LONGEST)
    overview = lines(chat.text("appeal-overview"), plea, by="\n\n")
    choices = (
        Choice("send", chat.text("appeal-send"), wide=True),
        Choice("change", chat.text("fix-change"), wide=True),
    )
    if await chat.confirm("agreed", overview, choices) == "change":
        chat.edit("plea")
    return Plea(news.id, plea)


async def apply(session: Any, me: Me, text: Text, result: Plea | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    try:
        await remedies.appeal(session, result.idea, me.person, result.words, me.received)
    except NotAllowed as refused:
        late = text("appeal-late") if refused.why == "late" else text("appeal-not-now")
        return Done(late, links=_mine(text))
    until = await remedies.answer_until(session, result.idea)
    news = await author_news.news(session, result.idea)
    assert news is not None and until is not None
    return Done(
        text("appeal-thanks", number=str(news.number), until=last_day(until, news.zone)),
        links=_mine(text),
    )


def _mine(text: Text) -> tuple[tuple[str, Open], ...]:
    return ((text("fix-to-mine"), Open("ideas", "mine")),)


JOURNEYS = (Journey("appeal", script, apply, title="appeal-name"),)
