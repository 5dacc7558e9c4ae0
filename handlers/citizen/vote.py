"""The vote: what is decided, the picks, one explicit confirm, a receipt.

The subject is the vote's id; '' finds out which one is meant.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.ballots import Flaw
from bot.civic.phases import Act, Why, refusal
from bot.conversation import Chat
from bot.formats import day, hour
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, lines
from handlers.parts.ballot_page import begin, read, reading
from handlers.parts.ballot_picks import picked, question, zone_of
from handlers.parts.ballot_proof import Shown, look, proof
from handlers.parts.phases import why_not
from storage import ballots, votes
from storage.ballots import Choices, Counted
from storage.proofs import ZONED, Voter
from storage.votes import Vote


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What the voter has read back and confirmed."""

    vote: Vote
    choices: Choices


async def script(chat: Chat) -> Confirmed | Shown | Done | Open:
    if not chat.subject:
        return await _which(chat)
    vote = await chat.read(votes.find, chat.subject)
    if refused := await _refused(chat, vote):
        return refused
    assert vote is not None
    if await begin(chat, vote) == "read":
        await reading(chat, vote)
    voter = await proof(chat, vote)
    if not isinstance(voter, Voter):
        return voter
    zone = voter.zone if vote.identity in ZONED else voter.zone or await zone_of(chat, vote)
    picks = await picked(chat, vote, zone)
    return Confirmed(vote, Choices(picks, zone))


async def _which(chat: Chat) -> Done | Open:
    """The one that is open, or the one that is chosen; else the one whose result is awaited."""
    known = await chat.read(votes.shown, chat.me.municipality)
    found = [vote for vote in known if vote.takes(chat.me.received)]
    found = found or [vote for vote in known if not vote.told(chat.me.now)][:1]
    if not found:
        links = ((chat.text("vote-see-results"), Open("results")),) if known else ()
        return Done(chat.text("vote-none"), links=links)
    if len(found) == 1:
        return Open("vote", str(found[0].id))
    choices = [Choice(str(vote.id), read(chat.me, vote.name)) for vote in found]
    return Open("vote", await chat.choose("which", chat.text("vote-which"), choices))


async def _refused(chat: Chat, vote: Vote | None) -> Done | None:
    """Why this person cannot vote here now, in words."""
    if vote is None or vote.state == "draft":
        return Done(chat.text("vote-none"))
    if vote.municipality != chat.me.municipality:
        return Done(chat.text("vote-not-here"))
    if not vote.takes(chat.me.received):
        return _closed(chat.me, chat.text, vote)
    if not await chat.read(ballots.ready, vote):
        return Done(chat.text("vote-paused"))
    return None


def _closed(me: Me, text: Text, vote: Vote) -> Done:
    links = ((text("vote-check"), Open("receipt", str(vote.id))),)
    if vote.told(me.now):
        return Done(text("vote-over"), then=Open("results", votes.subject(vote.id)))
    if me.received < vote.opens_at:
        soon = {"day": day(vote.opens_at, me.zone), "hour": hour(vote.opens_at, me.zone)}
        see = (text("on-ballot-see"), Open("on-ballot", str(vote.id)))
        return Done(text("vote-soon", **soon), links=(see,))
    if vote.state == "stopped" and me.received < vote.closes_at:
        return Done(text("vote-stopped"))
    refused = refusal(vote, Act.VOTE, me.received)
    if refused and refused.why is Why.WAITING:
        return Done(why_not(text, me, refused))
    at = vote.results_at
    return Done(text("vote-closed", day=day(at, me.zone), hour=hour(at, me.zone)), links=links)


async def apply(
    session: Any, me: Me, text: Text, result: Confirmed | Shown | Done | Open
) -> Outcome:
    if isinstance(result, Shown):
        return await look(session, me, text, result)
    if not isinstance(result, Confirmed):
        return result
    vote = result.vote
    try:
        counted = await ballots.cast(session, vote.id, me.person, result.choices, me.received)
    except ballots.Closed:
        return _closed(me, text, await votes.find(session, vote.id) or vote)
    except ballots.Paused:
        return Done(text("vote-paused"))
    except ballots.Unproven:
        return Refused(text("proof-gone"), forget=("sure",))
    except ballots.Elsewhere:
        return Done(text("vote-elsewhere"))
    except ballots.BadPicks as bad:
        gone = any(flaw.flaw in (Flaw.WITHDRAWN, Flaw.UNKNOWN) for flaw in bad.flaws)
        asked = tuple(question(zone) for zone in (votes.WHOLE, result.choices.zone))
        return Refused(text("vote-gone") if gone else text("vote-bad"), forget=asked)
    if vote.identity != "code":
        return Done(_thanks(me, text, vote, counted))
    told = lines(_thanks(me, text, vote, counted), text("proof-keep-card"), by="\n\n")
    return Done(told, links=((text("proof-next-card"), Open("vote", str(vote.id))),))


def _thanks(me: Me, text: Text, vote: Vote, counted: Counted) -> Html:
    """Names no choices: the telephone may be a family's."""
    receipt, until = counted.receipt, vote.closes_at
    day_, hour_ = day(until, me.zone), hour(until, me.zone)
    if counted.again:
        return text("vote-again", receipt=receipt, day=day_, hour=hour_)
    return text("vote-counted", receipt=receipt, day=day_, hour=hour_)


JOURNEYS = (Journey("vote", script, apply, title="vote-title", secret=True),)
