"""Making an edition public, or throwing a draft away.  The subject is its id."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, lines
from handlers.parts import edition_lines, edition_problems
from handlers.parts.edition_access import held, lacking, name, names, wrong
from handlers.parts.phases import moment
from storage import edition_changes, editions
from storage.conduct import By, NotNow
from storage.edition_changes import Impossible
from storage.votes import Vote


@dataclass(frozen=True, slots=True)
class Step:
    """A draft that is announced or thrown away."""

    vote: Vote
    names: dict[str, str]


async def ask_announce(chat: Chat) -> Step | Done | Open:
    """Everything once more, what is wrong with it, and one explicit yes."""
    vote = await held(chat)
    if vote is None:
        return Done(chat.text("edition-not-yours"))
    plan = await chat.read(editions.plan_of, vote)
    head = chat.text("rules-head", name=name(chat.me, vote))
    told = lines(head, edition_lines.page(chat.text, chat.me, plan), by="\n\n")
    page = lines(
        chat.text("edition-announce-sure", lines=told),
        await wrong(chat, vote, plan),
        lacking(chat.text, await chat.read(editions.lacking, vote.municipality)),
        by="\n\n",
    )
    yes = Choice("yes", chat.text("edition-announce-yes"), wide=True)
    no = Choice("no", chat.text("edition-no"))
    if await chat.confirm("sure", page, (yes, no)) == "no":
        return Open("edition-desk", str(vote.id))
    return Step(vote, await names(chat, vote, plan))


async def announce(session: Any, me: Me, text: Text, result: Step | Done | Open) -> Outcome:
    if not isinstance(result, Step):
        return result
    vote = result.vote
    back = Open("edition-desk", str(vote.id))
    try:
        await edition_changes.announce(session, vote.id, By(me.person, vote.municipality, me.now))
    except Impossible as refused:
        return Done(edition_problems.page(text, refused.problems, result.names), then=back)
    except NotNow:
        return Done(text("edition-state"), then=back)
    assert vote.edition is not None
    code = await editions.code_of(session, vote.id)
    first = moment(me, vote.edition.calendar.propose_from)
    return Done(text("edition-announced", code=code, first=first), then=back)


async def ask_drop(chat: Chat) -> Step | Done | Open:
    vote = await held(chat)
    if vote is None:
        return Done(chat.text("edition-not-yours"))
    yes = Choice("yes", chat.text("edition-drop-yes"), wide=True)
    no = Choice("no", chat.text("edition-no"))
    prompt = chat.text("edition-drop-sure", name=name(chat.me, vote))
    if await chat.confirm("sure", prompt, (yes, no)) == "no":
        return Open("edition-desk", str(vote.id))
    return Step(vote, {})


async def drop(session: Any, me: Me, text: Text, result: Step | Done | Open) -> Outcome:
    if not isinstance(result, Step):
        return result
    vote = result.vote
    try:
        await edition_changes.drop(session, vote.id, By(me.person, vote.municipality, me.now))
    except NotNow:
        return Done(text("edition-state"), then=Open("edition-desk", str(vote.id)))
    return Done(text("edition-dropped"), then=Open("desk", vote.municipality))


def in_use(text: Text, error: Exception) -> Refused:
    """The database holds something that belongs to it."""
    return Refused(text("edition-in-use"), forget=("sure",))


JOURNEYS = (
    Journey("edition-announce", ask_announce, announce),
    Journey("edition-drop", ask_drop, drop, conflict=in_use),
)
