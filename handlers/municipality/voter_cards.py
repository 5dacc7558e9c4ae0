"""Cards with codes: marked as handed out against a signature, replaced when lost."""

from dataclasses import dataclass
from typing import Any

from bot.civic import ranges
from bot.conversation import Chat
from bot.formats import listed
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Html, lines
from handlers.parts.staff_vote import back, by, row_of_numbers, sure, vote_for
from storage import cards
from storage.box import Paused
from storage.cards import Handed
from storage.conduct import CONDUCTS, NotNow
from storage.votes import Vote


@dataclass(frozen=True, slots=True)
class Given:
    vote: Vote
    serials: list[int]


@dataclass(frozen=True, slots=True)
class Lost:
    vote: Vote
    lost: int
    fresh: int


async def hand(chat: Chat) -> Given | Done:
    vote = await vote_for(chat, CONDUCTS)
    if isinstance(vote, Done):
        return vote
    said = await chat.ask("serials", chat.text("cards-which"), check=row_of_numbers(chat.text))
    serials = ranges.read(said)
    read_back = chat.text("cards-sure", count=len(serials), numbers=ranges.told(serials))
    await sure(chat, read_back, "serials")
    return Given(vote, serials)


async def keep(session: Any, me: Me, text: Text, result: Given | Done) -> Outcome:
    if not isinstance(result, Given):
        return result
    id = result.vote.id
    try:
        found = await cards.hand(session, id, by(me, result.vote), result.serials)
    except NotNow:
        return Done(text("process-problem-state"), links=back(text, id))
    again = (text("cards-more"), Open("cards", str(id)))
    return Done(_handed(text, found), links=(again, *back(text, id)))


def _handed(text: Text, found: Handed) -> Html:
    return lines(
        text("cards-handed", count=len(found.done), numbers=ranges.told(found.done)),
        text("cards-again", numbers=ranges.told(found.again)) if found.again else "",
        text("cards-unknown", numbers=ranges.told(found.unknown)) if found.unknown else "",
    )


async def replace(chat: Chat) -> Lost | Done:
    vote = await vote_for(chat, CONDUCTS)
    if isinstance(vote, Done):
        return vote
    lost = await chat.number("lost", chat.text("cards-lost"), at_least=1, at_most=9_999_999)
    fresh = await chat.number("fresh", chat.text("cards-fresh"), at_least=1, at_most=9_999_999)
    assert lost and fresh
    read_back = chat.text("cards-replace-sure", lost=str(lost), fresh=str(fresh))
    await sure(chat, read_back, "lost", "fresh")
    return Lost(vote, lost, fresh)


async def change(session: Any, me: Me, text: Text, result: Lost | Done) -> Outcome:
    if not isinstance(result, Lost):
        return result
    id, lost, fresh = result.vote.id, result.lost, result.fresh
    try:
        await cards.replace(session, id, by(me, result.vote), lost, fresh)
    except Paused:
        return Done(text("vote-paused"), links=back(text, id))
    except NotNow as refused:
        bad = text("cards-not-these", cards=listed(map(str, (lost, fresh))))
        said = bad if refused.why == "card" else text("process-problem-state")
        return Done(said, links=back(text, id))
    told = text("cards-replaced", lost=str(lost), fresh=str(fresh))
    return Done(told, links=back(text, id))


JOURNEYS = (Journey("cards", hand, keep), Journey("card-replace", replace, change))
