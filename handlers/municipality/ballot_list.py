"""The list of projects: final words and costs, what excludes what, and two people who agree.

The subject is the vote's id.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.review import NotAllowed
from bot.civic.shortlist import shorten
from bot.conversation import Chat
from bot.formats import day, hour, listed, money
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Words, lines
from handlers.parts.review_words import last_day
from storage import ballot_lists, votes
from storage.ballot_lists import BEFORE_VOTING, Candidate, Obstacle, Proposed
from storage.conduct import By
from storage.reviews import SECONDS
from storage.staff import COORDINATOR
from storage.votes import Vote


@dataclass(frozen=True, slots=True)
class Step:
    """What is done with the list; `numbering` as drawn."""

    vote: Vote
    act: str
    numbering: str = ""


async def script(chat: Chat) -> Step | Done | Open:
    vote = await chat.read(votes.find, chat.subject)
    roles = await chat.read(votes.staff_roles, chat.me.person, vote.municipality) if vote else set()
    if vote is None or not roles & SECONDS:
        return Done(chat.text("review-not-yours"))
    if vote.edition is None:
        return Done(chat.text("list-no-edition"), then=Open("process", chat.subject))
    waiting = await chat.read(ballot_lists.proposed, vote.id)
    if (waiting and waiting.agreed_at) or vote.state not in BEFORE_VOTING:
        return Done(chat.text("list-made"), links=(_public(chat, vote),))
    if waiting and waiting.made_by != chat.me.person:
        return await _second(chat, vote, waiting)
    if COORDINATOR not in roles:
        return Done(chat.text("list-not-yet"))
    return await _first(chat, vote, waiting)


async def _first(chat: Chat, vote: Vote, waiting: Proposed | None) -> Step | Open:
    against = await chat.read(ballot_lists.obstacles, vote, chat.me.now)
    text, ways = chat.text, []
    if not against and not waiting:
        ways.append(Choice("propose", text("list-propose"), wide=True))
    ways += [
        Choice("project-final", text("list-edit"), wide=True),
        Choice("exclusive", text("list-exclusive"), wide=True),
        Choice("desk", text("review-desk"), wide=True),
    ]
    state = text("list-waiting") if waiting else _against(chat, against)
    act = await chat.choose("act", lines(await _shown(chat, vote), state, by="\n\n"), ways)
    if act != "propose":
        return Open(act, "" if act == "desk" else str(vote.id))
    numbering = "lot"
    if len(vote.rules.pots) > 1:
        orders = (
            Choice("lot", text("list-by-lot"), wide=True),
            Choice("zone", text("list-by-zone"), wide=True),
        )
        numbering = await chat.choose("order", text("list-order"), orders)
    sure = (Choice("yes", text("list-yes"), wide=True), Choice("no", text("list-no"), wide=True))
    if await chat.confirm("sure", text("list-sure"), sure) == "no":
        chat.edit("act", "order")
    return Step(vote, "propose", numbering)


async def _second(chat: Chat, vote: Vote, waiting: Proposed) -> Step:
    text = chat.text
    order = text("list-by-zone") if waiting.numbering == "zone" else text("list-by-lot")
    ways = (
        Choice("agree", text("list-agree"), wide=True),
        Choice("refuse", text("list-refuse"), wide=True),
    )
    shown = lines(await _shown(chat, vote), order, text("list-question"), by="\n\n")
    return Step(vote, await chat.choose("look", shown, ways))


async def _shown(chat: Chat, vote: Vote) -> Html:
    """Every project as it will stand, and who stays off a shortened list."""
    assert vote.edition is not None
    found = {one.entry.idea: one for one in await chat.read(ballot_lists.candidates, vote.id)}
    on, off = shorten([one.entry for one in found.values()], vote.edition.shortlist)
    return lines(
        chat.text("list-title", name=_read(chat, vote.name), count=len(on)),
        lines(*(_row(chat, found[entry.idea]) for entry in on)),
        chat.text("list-left-out", numbers=listed(str(one.number) for one in off)) if off else "",
        by="\n\n",
    )


def _row(chat: Chat, one: Candidate) -> Html:
    entry, text = one.entry, chat.text
    return text(
        "list-row",
        number=str(entry.number),
        title=_read(chat, one.title),
        cost=money(entry.cost) if entry.cost else text("list-no-cost"),
        exclusive="yes" if entry.exclusive else "no",
    )


def _against(chat: Chat, against: list[Obstacle]) -> Html:
    if not against:
        return chat.text("list-ready")
    return lines(chat.text("list-against"), *(_obstacle(chat, one) for one in against))


def _obstacle(chat: Chat, one: Obstacle) -> Html:
    text, zone = chat.text, chat.me.zone
    numbers = listed(str(number) for number in one.numbers)
    until = f"{day(one.until, zone)}, {hour(one.until, zone)}" if one.until else ""
    last = last_day(one.until, zone) if one.until else ""
    return {
        "proposing": text("list-why-proposing", until=until),
        "pending": text("list-why-pending", numbers=numbers),
        "appealable": text("list-why-appealable", numbers=numbers, until=last),
        "empty": text("list-why-empty"),
        "zone": text("list-why-zone", numbers=numbers),
        "cost": text("list-why-cost", numbers=numbers),
        "cap": text("list-why-cap", numbers=numbers),
        "pot": text("list-why-pot", numbers=numbers),
    }[one.why]


def _public(chat: Chat, vote: Vote) -> tuple[str, Open]:
    return chat.text("on-ballot-see"), Open("on-ballot", str(vote.id))


def _read(chat: Chat, words: dict[str, str]) -> str:
    return Words(words).read(chat.me.language, chat.me.main_language)


async def apply(session: Any, me: Me, text: Text, result: Step | Done | Open) -> Outcome:
    if not isinstance(result, Step):
        return result
    vote, by = result.vote, By(me.person, result.vote.municipality, me.now)
    again = Open("ballot-list", str(vote.id))
    try:
        if result.act == "propose":
            await ballot_lists.propose(session, vote, by, result.numbering)
        elif result.act == "refuse":
            await ballot_lists.refuse(session, vote, by)
        else:
            await ballot_lists.agree(session, vote, by)
    except NotAllowed as error:
        return Done(problem(text, error), then=again)
    if result.act == "propose":
        return Done(text("list-proposed"), links=((text("review-desk"), Open("desk")),))
    if result.act == "refuse":
        return Done(text("list-refused"), links=((text("review-desk"), Open("desk")),))
    links = ((text("on-ballot-see"), Open("on-ballot", str(vote.id))),)
    return Done(text("list-agreed"), links=links)


def problem(text: Text, error: NotAllowed) -> Html:
    """Why a change of the list is not possible."""
    return {
        "role": text("review-not-yours"),
        "frozen": text("list-made"),
        "state": text("review-refused-state"),
        "gone": text("review-refused-state"),
        "same-person": text("review-refused-same"),
        "obstacles": text("list-changed"),
    }[error.why]


JOURNEYS = (Journey("ballot-list", script, apply),)
