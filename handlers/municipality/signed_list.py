"""The signed paper list, entered: who stands on it has voted on paper.

Numbers of a list or of cards are read back before they are marked.  Telephones and personal
numbers are not: they are the last thing typed, so that no stored conversation holds them.
"""

import re
from dataclasses import dataclass
from typing import Any

from bot.civic import ranges
from bot.conversation import Chat
from bot.formats import listed
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines, safe
from handlers.parts.staff_vote import back, by, row_of_numbers, sure, vote_for, zone_of_papers
from storage import signatures
from storage.box import Paused
from storage.conduct import CONDUCTS, NotNow
from storage.signatures import Marked
from storage.votes import Vote


@dataclass(frozen=True, slots=True)
class Names:
    """Who was typed; `off`: their marks are taken back."""

    vote: Vote
    typed: list[str]
    off: bool
    zone: str = ""


async def script(chat: Chat) -> Names | Done:
    vote = await vote_for(chat, CONDUCTS)
    if isinstance(vote, Done):
        return vote
    choices = (
        Choice("mark", chat.text("signed-mark"), wide=True),
        Choice("unmark", chat.text("signed-unmark"), wide=True),
    )
    off = await chat.choose("what", chat.text("signed-what"), choices) == "unmark"
    if vote.identity == "desk":
        zone = await zone_of_papers(chat, vote)
        said = await chat.ask("names", chat.text("signed-personal"))
        typed = [part.strip() for part in re.split(r"[\n,;]+", said) if part.strip()]
        return Names(vote, typed, off, zone)
    prompt = {"register": chat.text("signed-numbers"), "code": chat.text("signed-cards")}
    said = await chat.ask("names", prompt[vote.identity], check=row_of_numbers(chat.text))
    typed = [str(number) for number in ranges.read(said)]
    await sure(chat, await _read_back(chat, vote, typed, off=off), "names")
    return Names(vote, typed, off)


async def _read_back(chat: Chat, vote: Vote, typed: list[str], *, off: bool) -> Html:
    known = await chat.read(signatures.signers, vote, typed)
    strange = [int(name) for name in typed if name not in known]
    numbers = ranges.told(map(int, known))
    read_back = chat.text("signed-sure", count=len(known), numbers=numbers)
    if off:
        read_back = chat.text("signed-sure-off", count=len(known), numbers=numbers)
    unknown = chat.text("signed-unknown", names=ranges.told(strange)) if strange else ""
    return lines(read_back, unknown, by="\n\n")


async def apply(session: Any, me: Me, text: Text, result: Names | Done) -> Outcome:
    if not isinstance(result, Names):
        return result
    vote = result.vote
    found = await signatures.signers(session, vote, result.typed, result.zone)
    work = signatures.unmark if result.off else signatures.mark
    try:
        marked = await work(session, vote.id, by(me, vote), list(found.values()))
    except Paused:
        return Done(text("vote-paused"))
    except NotNow as refused:
        none = text("signed-no-paper")
        said = none if refused.why == "no-paper" else text("process-problem-state")
        return Done(said, links=back(text, vote.id))
    strange = [name for name in result.typed if name not in found]
    again = (text("signed-more"), Open("signatures", str(vote.id)))
    told = _told(text, marked, strange, off=result.off)
    return Done(told, links=(again, *back(text, vote.id)))


def _told(text: Text, marked: Marked, strange: list[str], *, off: bool) -> Html:
    count = len(marked.done)
    head = text("signed-taken-back", count=count) if off else text("signed-done", count=count)
    same = (
        text("signed-not-marked", names=_names(marked.again))
        if off
        else text("signed-again", names=_names(marked.again))
    )
    return lines(
        head,
        same if marked.again else "",
        text("signed-blocked", names=_names(marked.blocked)) if marked.blocked else "",
        text("signed-void", names=_names(marked.void)) if marked.void else "",
        text("signed-unknown", names=_names(strange)) if strange else "",
    )


def _names(names: list[str]) -> Html:
    return safe(listed(names))


JOURNEYS = (Journey("signatures", script, apply),)
