"""What an edition asks of whoever proposes: home, age, a number of ideas, a zone, a cost."""

from bot.civic.amounts import Amount
from bot.civic.proposals import YOUNGEST, cost_limit
from bot.conversation import Chat
from bot.formats import money
from bot.journey import Done, Open
from bot.messages import Choice, Html
from handlers.parts.idea_page import zone_name
from storage import own_ideas, votes
from storage.places import settlements
from storage.votes import WHOLE, Vote

ALL = "all"  # the zone '' on a button


async def entitled(chat: Chat, vote: Vote) -> int | Done:
    """The age this person has just told (0: it was known), or why they cannot propose here."""
    edition, me = vote.edition, chat.me
    assert edition is not None
    villages = await chat.read(settlements, me.municipality) if me.settlement is None else []
    if edition.residents and villages:
        link = (chat.text("idea-to-settlement"), Open("privacy"))
        return Done(chat.text("idea-need-settlement"), links=(link,))
    if await chat.read(own_ideas.proposed, vote.id, me.person) >= edition.each:
        return enough(chat, vote)
    known = await chat.read(own_ideas.age_from, me.person)
    if max(known, YOUNGEST) >= edition.age:
        return 0
    return edition.age if await _grown(chat, edition.age) else _too_young(chat, edition.age)


def enough(chat: Chat, vote: Vote) -> Done:
    assert vote.edition is not None
    link = (chat.text("idea-to-mine"), Open("ideas", "mine"))
    return Done(chat.text("idea-enough", count=vote.edition.each), links=(link,))


async def _grown(chat: Chat, age: int) -> bool:
    """Asked once: who is old enough stays so, and nothing is kept of who is not."""
    bands = [
        Choice("grown", chat.text("idea-age-from", age=str(age))),
        Choice("near", chat.text("idea-age-between", low=str(YOUNGEST), high=str(age - 1))),
        Choice("young", chat.text("idea-age-under", age=str(YOUNGEST))),
    ]
    return await chat.choose("age", chat.text("idea-ask-age", age=str(age)), bands) == "grown"


def _too_young(chat: Chat, age: int) -> Done:
    link = (chat.text("idea-to-list"), Open("ideas"))
    return Done(chat.text("idea-too-young", age=str(age)), links=(link,))


async def zone_for(chat: Chat, vote: Vote) -> str:
    """The pot an idea is for: the only one, the one of the author's village, or as asked."""
    pots = vote.rules.pots
    if len(pots) == 1:
        return next(iter(pots))
    own = await chat.read(votes.zone_of, vote.id, chat.me.settlement)
    if own in pots and WHOLE not in pots and chat.answered("zone") is None:
        return str(own)
    return await ask_zone(chat, vote)


async def ask_zone(chat: Chat, vote: Vote) -> str:
    own = await chat.read(votes.zone_of, vote.id, chat.me.settlement)
    codes = sorted(vote.rules.pots, key=lambda code: (code != own, code != WHOLE, code))
    choices = [Choice(code or ALL, await _pot(chat, vote, code)) for code in codes]
    chosen = await chat.choose("zone", chat.text("idea-ask-zone"), choices)
    return WHOLE if chosen == ALL else chosen


async def _pot(chat: Chat, vote: Vote, code: str) -> Html:
    name = await zone_name(chat, vote, code)
    return chat.text("idea-zone-pot", zone=name, pot=money(vote.rules.pots[code]))


def too_dear(chat: Chat, vote: Vote | None, zone: str, cost: Amount) -> Html | None:
    """Why an idea cannot cost so much here; None if it can."""
    if vote is None or vote.edition is None:
        return None
    pot = vote.rules.pots[zone]
    limit = cost_limit(vote.edition, pot)
    if cost <= limit:
        return None
    if limit == pot:
        return chat.text("idea-over-pot", cost=money(cost), pot=money(pot))
    return chat.text("idea-over-cap", cost=money(cost), cap=money(limit))
