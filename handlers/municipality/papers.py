"""Anonymous papers: one person enters a bundle, a second reads it again.  The subject is the vote.

The second person does not see what the first has typed: copying would find no mistake.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, lines, safe
from handlers.parts.paper_reading import ASKED, reading, summary, told
from handlers.parts.staff_vote import back, by, sure, vote_for, zone_of_papers
from storage import bundles, papers
from storage.bundles import Batch
from storage.conduct import WITNESSES, NotNow
from storage.papers import Bundle, Unlike
from storage.votes import Vote

SHORTEST, LONGEST = 20, 500  # characters of a reason


@dataclass(frozen=True, slots=True)
class Entered:
    vote: Vote
    number: int
    zone: str
    bundle: Bundle


@dataclass(frozen=True, slots=True)
class Read:
    """The second reading, or why the bundle is refused."""

    vote: Vote
    batch: Batch
    bundle: Bundle | None
    reason: str = ""


async def enter(chat: Chat) -> Entered | Done:
    vote = await vote_for(chat, WITNESSES)
    if isinstance(vote, Done):
        return vote
    zone = await zone_of_papers(chat, vote)
    prompt = chat.text("papers-number")
    number = await chat.number("number", prompt, at_least=1, at_most=99_999)
    bundle = await reading(chat, vote, zone)
    assert number
    read_back = lines(chat.text("papers-bundle", number=str(number)), summary(chat, bundle))
    await sure(chat, lines(read_back, chat.text("papers-sure"), by="\n\n"), *ASKED)
    return Entered(vote, number, zone, bundle)


async def keep(session: Any, me: Me, text: Text, result: Entered | Done) -> Outcome:
    if not isinstance(result, Entered):
        return result
    vote, place = result.vote, (result.number, result.zone)
    try:
        await papers.enter(session, vote.id, by(me, vote), result.bundle, place)
    except NotNow as refused:
        if refused.why == "number":
            return Refused(text("papers-number-used"), forget=("number",))
        return Done(_problem(text, refused.why), links=back(text, vote.id))
    again = (text("papers-next"), Open("papers", str(vote.id)))
    told = text("papers-entered", number=str(result.number))
    return Done(told, links=(again, *back(text, vote.id)))


async def check(chat: Chat) -> Read | Done:
    vote = await vote_for(chat, WITNESSES)
    if isinstance(vote, Done):
        return vote
    waiting = await chat.read(bundles.batches, vote.id, "entered", "held")
    if not waiting:
        return Done(chat.text("papers-none-waiting"), links=back(chat.text, vote.id))
    choices = [Choice(str(batch.id), _label(chat, batch), batch.number) for batch in waiting]
    chosen = await chat.choose("batch", chat.text("papers-which"), choices)
    batch = next(batch for batch in waiting if str(batch.id) == chosen)
    asked = (await chat.read(papers.refusals, vote.id)).get(batch.number)
    waits = asked and chat.text("papers-refusal-waits", reason=asked.reason)
    page = lines(_page(chat, batch), waits or "", by="\n\n")
    if await chat.choose("what", page, _acts(chat, batch)) == "refuse":
        prompt = chat.text("papers-why-refuse")
        reason = await chat.ask("reason", prompt, at_least=SHORTEST, at_most=LONGEST)
        return Read(vote, batch, None, reason)
    return Read(vote, batch, await reading(chat, vote, batch.zone))


def _label(chat: Chat, batch: Batch) -> Html:
    number = str(batch.number)
    if batch.state == "held":
        return chat.text("papers-label-held", number=number)
    return chat.text("papers-label", number=number)


def _page(chat: Chat, batch: Batch) -> Html:
    number = str(batch.number)
    if batch.state == "held":
        return chat.text("papers-held", number=number)
    if batch.entered_by == chat.me.person:
        return chat.text("papers-mine", number=number)
    return chat.text("papers-read-again", number=number)


def _acts(chat: Chat, batch: Batch) -> list[Choice]:
    refuse = Choice("refuse", chat.text("papers-refuse"), wide=True)
    if batch.state == "held" or batch.entered_by == chat.me.person:
        return [refuse]
    return [Choice("read", chat.text("papers-read"), wide=True), refuse]


async def compare(session: Any, me: Me, text: Text, result: Read | Done) -> Outcome:
    if not isinstance(result, Read):
        return result
    vote, batch = result.vote, result.batch
    number = str(batch.number)
    try:
        if result.bundle is None:
            gone = await papers.refuse(session, batch.id, by(me, vote), result.reason)
            if gone:
                return Done(text("papers-refused", number=number), links=back(text, vote.id))
            asked = text("papers-refusal-asked", number=number)
            return Done(asked, links=back(text, vote.id))
        found = await papers.compare(session, batch.id, by(me, vote), result.bundle)
    except NotNow as refused:
        return Done(_problem(text, refused.why), links=back(text, vote.id))
    if isinstance(found, Unlike):
        return Refused(_unlike(text, found), forget=ASKED)
    done = (
        text("papers-held", number=number)
        if found == "held"
        else text("papers-accepted", number=number)
    )
    again = (text("papers-check-next"), Open("paper-check", str(vote.id)))
    return Done(done, links=(again, *back(text, vote.id)))


def _unlike(text: Text, found: Unlike) -> Html:
    """Where to look: which papers only one of the two has typed."""
    return lines(
        text("papers-unlike"),
        text("papers-first-only", papers=safe(told(found.first))) if found.first else "",
        text("papers-second-only", papers=safe(told(found.second))) if found.second else "",
        text("papers-flaws-differ") if found.flaws else "",
        text("papers-look-again"),
    )


def _problem(text: Text, why: str) -> Html:
    return {
        "role": text("process-not-yours"),
        "state": text("process-problem-state"),
        "no-paper": text("signed-no-paper"),
        "same-person": text("papers-same-person"),
        "same-refusal": text("papers-same-refusal"),
    }[why]


JOURNEYS = (Journey("papers", enter, keep), Journey("paper-check", check, compare))
