"""Who votes, and paper: the page from which staff do the rest.  The subject is the vote's id."""

from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines, safe
from handlers.parts.ballot_check import figures
from handlers.parts.staff_vote import named, vote_for
from storage import bundles, cards, register, votes
from storage.cards import HANDING
from storage.conduct import CONDUCTS, WITNESSES
from storage.desks import CHECKED, OPEN_STATES
from storage.signatures import LISTING
from storage.votes import Vote


async def script(chat: Chat) -> Done | Open:
    vote = await vote_for(chat, WITNESSES)
    if isinstance(vote, Done):
        return vote
    roles = await chat.read(votes.staff_roles, chat.me.person, vote.municipality)
    possible = _possible(vote, runs=bool(roles & CONDUCTS))
    choices = [
        Choice(id, label, wide=True) for id, label in _labels(chat.text).items() if id in possible
    ]
    page = await _page(chat, vote)
    if not choices:
        links = ((chat.text("desk-process"), Open("process", str(vote.id))),)
        return Done(page, links=links)
    return Open(await chat.choose("what", page, choices), str(vote.id))


def _labels(text: Text) -> dict[str, Html]:
    return {
        "register-file": text("electorate-register-file"),
        "desk-check": text("electorate-desk-check"),
        "cards": text("electorate-cards"),
        "card-replace": text("electorate-card-replace"),
        "signatures": text("electorate-signatures"),
        "papers": text("electorate-papers"),
        "paper-check": text("electorate-paper-check"),
        "objections": text("electorate-objections"),
        "process": text("desk-process"),
    }


def _possible(vote: Vote, *, runs: bool) -> set[str]:
    """What this vote and its state allow; the second person reads papers and decides objections."""
    found = {"process"}
    if vote.state == "objections":
        found |= {"objections"} | ({"papers", "paper-check"} if vote.on_paper else set())
    if not runs:
        return found
    if vote.identity == "register" and vote.state in register.TAKING:
        found.add("register-file")
    if vote.identity in CHECKED and vote.state in OPEN_STATES:
        found.add("desk-check")
    if vote.identity == "code" and vote.state in HANDING:
        found |= {"cards", "card-replace"}
    if vote.on_paper and vote.state in LISTING:
        found.add("signatures")
    return found


async def _page(chat: Chat, vote: Vote) -> Html:
    name = Html(f"<b>{safe(named(chat.me, vote.name))}</b>")
    rows = [chat.text("electorate-title")]
    if vote.identity == "register":
        count = await chat.read(register.size, vote.id)
        rows.append(chat.text("electorate-register", count=count))
    if vote.identity == "code":
        rows.append(await _cards(chat, vote))
    # Before the close it would be a running total.
    closed = vote.state not in ("draft", *OPEN_STATES)
    if closed and (signed := sum((await chat.read(bundles.signatures, vote.id)).values())):
        rows.append(chat.text("electorate-signed", count=signed))
    check = await figures(chat, vote) if vote.state == "objections" else ""
    return lines(name, lines(*rows), check, by="\n\n")


async def _cards(chat: Chat, vote: Vote) -> Html:
    found = await chat.read(cards.counts, vote.id)
    counts = {state: str(found.get(state, 0)) for state in ("printed", "handed", "void")}
    return chat.text("electorate-cards-now", **counts)


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


JOURNEYS = (Journey("electorate", script, apply),)
