"""Standing behind an idea, and no longer.  The subject is the idea's id."""

from typing import Any

from bot.civic.phases import Act, refusal
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Html, lines
from handlers.parts.phases import why_not
from storage import ideas, supports, votes
from storage.ideas import Shown


async def look(chat: Chat) -> Shown | Done | Open:
    if chat.me.municipality is None:
        return Open("join")
    known = chat.subject.isdecimal()
    idea = await chat.read(ideas.find, int(chat.subject), chat.me.person) if known else None
    if idea is None:
        return _refused(chat, chat.text("idea-gone"))
    if idea.mine:
        return _refused(chat, chat.text("idea-yours"))
    if idea.municipality_id != chat.me.municipality:
        return _refused(chat, chat.text("idea-not-here"))
    vote = await chat.read(votes.find, idea.process_id or "")
    if vote and (why := refusal(vote, Act.SUPPORT, chat.me.received)):
        return _refused(chat, why_not(chat.text, chat.me, why))
    return idea if idea.may_support else _refused(chat, chat.text("idea-no-support"))


def _refused(chat: Chat, why: Html) -> Done:
    return Done(why, links=((chat.text("idea-to-list"), Open("ideas")),))


async def support(session: Any, me: Me, text: Text, result: Shown | Done | Open) -> Outcome:
    if not isinstance(result, Shown):
        return result
    if not result.supported:
        await supports.support(session, result.id, me.person, me.now)
    count = await supports.count(session, result.id)
    thanks = text("idea-supported", number=str(result.number), title=result.title)
    return Done(
        lines(thanks, text("idea-supporters", count=count)),
        links=(
            (text("idea-to-this"), Open("ideas", str(result.id))),
            (text("idea-take-back"), Open("idea-unsupport", str(result.id))),
            (text("idea-to-list"), Open("ideas")),
        ),
    )


async def take_back(session: Any, me: Me, text: Text, result: Shown | Done | Open) -> Outcome:
    if not isinstance(result, Shown):
        return result
    await supports.take_back(session, result.id, me.person)
    return Done(
        text("idea-taken-back", number=str(result.number)),
        links=((text("idea-to-list"), Open("ideas")),),
    )


def _twice(text: Text, error: Exception) -> Refused:
    """The same tap arrived from another messenger in between: looking again tells so."""
    return Refused(text("idea-already"))


JOURNEYS = (
    Journey("idea-support", look, support, conflict=_twice),
    Journey("idea-unsupport", look, take_back),
)
