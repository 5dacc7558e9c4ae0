"""What authors do with their ideas: take back, keep for next year, submit again, drop a draft.

The subject is the idea's id; of `idea-again` it may be '': the one that waits.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.phases import Act, refusal
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice
from handlers.parts.idea_rules import entitled, too_dear, zone_for
from handlers.parts.phases import why_not
from storage import idea_drafts, ideas, own_ideas, votes
from storage.ideas import Shown
from storage.own_ideas import NotNow, TooMany
from storage.votes import Vote


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be done with one's own idea: `withdraw`, `keep` or nothing."""

    act: str
    idea: Shown


@dataclass(frozen=True, slots=True)
class Again:
    """An idea goes into the edition that takes proposals."""

    idea: Shown
    vote: Vote
    zone: str
    age: int


async def withdraw_script(chat: Chat) -> Wish | Done:
    idea = await _own(chat)
    if idea is None:
        return _gone(chat)
    if refused := await _too_late(chat, idea):
        return refused
    choices = [
        Choice("withdraw", chat.text("idea-withdraw-yes"), wide=True),
        Choice("keep", chat.text("idea-keep"), wide=True),
        Choice("no", chat.text("idea-withdraw-no"), wide=True),
    ]
    prompt = chat.text("idea-withdraw-sure", number=str(idea.number), title=idea.title)
    return Wish(await chat.confirm("sure", prompt, choices), idea)


async def keep_script(chat: Chat) -> Wish | Done:
    """One tap, without a question: whoever keeps an idea loses nothing."""
    idea = await _own(chat)
    if idea is None:
        return _gone(chat)
    fixed = await _too_late(chat, idea) if idea.state == "admitted" else None
    return fixed if fixed and not await _over(chat, idea) else Wish("keep", idea)


async def _over(chat: Chat, idea: Shown) -> bool:
    """Whether voting has passed it by: off a full list, or without enough votes."""
    if await chat.read(own_ideas.left_out, idea.id):
        return True
    return await chat.read(own_ideas.won, idea.id) is False


async def _own(chat: Chat) -> Shown | None:
    if not chat.subject.isdecimal():
        return None
    idea = await chat.read(ideas.find, int(chat.subject), chat.me.person)
    return idea if idea and idea.mine else None


async def _too_late(chat: Chat, idea: Shown) -> Done | None:
    """The ballot is fixed: posters and paper name the idea."""
    vote = await chat.read(votes.find, idea.process_id or "")
    if vote and (why := refusal(vote, Act.WITHDRAW, chat.me.received)):
        return Done(why_not(chat.text, chat.me, why), links=_mine(chat.text))
    if await chat.read(own_ideas.on_ballot, idea.id):
        return Done(chat.text("idea-on-ballot"), links=_mine(chat.text))
    return None


def _gone(chat: Chat) -> Done:
    return Done(chat.text("idea-not-yours"), links=_mine(chat.text))


def _mine(text: Text) -> tuple[tuple[str, Open], ...]:
    return ((text("idea-to-mine"), Open("ideas", "mine")),)


async def wish_apply(session: Any, me: Me, text: Text, result: Wish | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    idea = result.idea
    if result.act == "no":
        return Open("ideas", str(idea.id))
    try:
        if result.act == "keep":
            await own_ideas.keep(session, idea.id, me.person, me.now)
            told = text("idea-kept", number=str(idea.number))
        else:
            await own_ideas.withdraw(session, idea.id, me.person, me.now)
            told = text("idea-withdrawn", number=str(idea.number))
    except NotNow:
        return Open("ideas", str(idea.id))  # its page says where it stands
    return Done(told, links=_mine(text))


async def again_script(chat: Chat) -> Again | Done | Open:
    if chat.me.municipality is None:
        return Open("join")
    vote = await chat.read(own_ideas.taking, chat.me.municipality, chat.me.received)
    if vote is None:
        return Done(chat.text("idea-again-closed"), links=_mine(chat.text))
    age = await entitled(chat, vote)
    if isinstance(age, Done):
        return age
    idea = await _which(chat)
    if idea is None:
        return Done(chat.text("idea-again-none"), links=_mine(chat.text))
    zone = await _zone(chat, vote, idea)
    if idea.cost is not None and (why := too_dear(chat, vote, zone, idea.cost)):
        return Done(why, links=((chat.text("idea-new"), Open("idea")),))
    return Again(idea, vote, zone, age)


async def _which(chat: Chat) -> Shown | None:
    """The idea that is meant; with one that waits there is nothing to ask."""
    waiting = await chat.read(own_ideas.waiting, chat.me.person, chat.me.municipality)
    found = [one for one in waiting if chat.subject in ("", str(one.id))]
    if not found:
        return None
    chosen = str(found[0].id)
    if len(found) > 1:
        choices = [Choice(str(one.id), one.title, number=one.number) for one in found]
        chosen = await chat.choose("which", chat.text("idea-again-which"), choices)
    return await chat.read(ideas.find, int(chosen), chat.me.person)


async def _zone(chat: Chat, vote: Vote, idea: Shown) -> str:
    """That of its village; the same one as before; else the author is asked."""
    pots = vote.rules.pots
    own = await chat.read(votes.zone_of, vote.id, idea.settlement_id)
    known = own if idea.zone and own is not None and own in pots else idea.zone
    return known if idea.process_id and known in pots else await zone_for(chat, vote)


async def again_apply(session: Any, me: Me, text: Text, result: Again | Done | Open) -> Outcome:
    if not isinstance(result, Again):
        return result
    try:
        new = await own_ideas.go_on(session, result.idea.id, result.vote, result.zone, me.now)
    except (NotNow, TooMany):
        return Open("ideas", "mine")
    if result.age:
        await own_ideas.grown(session, me.person, result.age)
    links = (
        (text("idea-share"), Open("idea-share", str(new[0]))),
        (text("idea-to-this"), Open("ideas", str(new[0]))),
        *_mine(text),
    )
    return Done(text("idea-again-done", number=str(new[1]), title=result.idea.title), links=links)


async def drop_script(chat: Chat) -> None:
    return None


async def drop_apply(session: Any, me: Me, text: Text, result: None) -> Outcome:
    dropped = await idea_drafts.drop(session, me.person)
    told = text("idea-dropped") if dropped else text("idea-no-draft")
    return Done(told, links=((text("idea-to-list"), Open("ideas")),))


JOURNEYS = (
    Journey("idea-withdraw", withdraw_script, wish_apply),
    Journey("idea-keep", keep_script, wish_apply),
    Journey("idea-again", again_script, again_apply),
    Journey("idea-drop", drop_script, drop_apply),
)
