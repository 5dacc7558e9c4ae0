"""An admitted idea as it will stand on the ballot; and which of them exclude each other.

The subject is the vote's id.
"""

from dataclasses import dataclass, field
from typing import Any

from bot.civic.review import NotAllowed
from bot.conversation import Chat
from bot.formats import money
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Words, lines
from storage import ballot_lists, votes
from storage.ballot_lists import Candidate
from storage.conduct import By
from storage.staff import COORDINATOR
from storage.votes import Vote

MOST = 10**7  # lari; no municipality's pot comes near it


@dataclass(frozen=True, slots=True)
class Change:
    """Of one idea its `words` (title, summary, cost), or of several that they exclude."""

    vote: Vote
    ideas: list[int]
    words: dict[str, Any] = field(default_factory=dict)


async def wording(chat: Chat) -> Change | Done:
    vote = await _vote(chat)
    if isinstance(vote, Done):
        return vote
    found = await chat.read(ballot_lists.candidates, vote.id)
    if not found:
        return Done(chat.text("list-why-empty"), then=_list(vote))
    chosen = await chat.choose("idea", chat.text("wording-which"), _choices(chat, found))
    one = next(one for one in found if str(one.entry.idea) == chosen)
    part = await chat.choose("part", _now(chat, one), _parts(chat))
    return Change(vote, [one.entry.idea], await _new(chat, vote, part))


async def _vote(chat: Chat) -> Vote | Done:
    """The vote, for its coordinators only."""
    vote = await chat.read(votes.find, chat.subject)
    roles = await chat.read(votes.staff_roles, chat.me.person, vote.municipality) if vote else set()
    if vote is None or COORDINATOR not in roles:
        return Done(chat.text("review-not-yours"))
    return vote


def _choices(chat: Chat, found: list[Candidate]) -> list[Choice]:
    """Everybody calls an idea by its own number."""
    return [
        Choice(str(one.entry.idea), _read(chat, one.title), number=one.entry.number, wide=True)
        for one in found
    ]


def _now(chat: Chat, one: Candidate) -> Html:
    """Every language that is there, for comparing."""
    cost = one.entry.cost
    return lines(
        chat.text("wording-now", number=str(one.entry.number)),
        lines(*one.title.values()),
        chat.text("review-cost", cost=money(cost)) if cost else chat.text("review-without-cost"),
        *one.summary.values(),
        chat.text("wording-what"),
        by="\n\n",
    )


def _parts(chat: Chat) -> list[Choice]:
    text = chat.text
    return [
        Choice("cost", text("wording-cost"), wide=True),
        Choice("title", text("wording-title"), wide=True),
        Choice("summary", text("wording-summary"), wide=True),
        Choice("title-en", text("wording-title-en"), wide=True),
        Choice("summary-en", text("wording-summary-en"), wide=True),
    ]


async def _new(chat: Chat, vote: Vote, part: str) -> dict[str, Any]:
    if part == "cost":
        return {"cost": await chat.number("cost", chat.text("wording-ask-cost"), at_most=MOST)}
    kind, _, language = part.partition("-")
    language = language or await chat.read(votes.main_language, vote.municipality)
    if kind == "title":
        words = await chat.ask("title", chat.text("wording-ask-title"), at_least=3, at_most=80)
    else:
        words = await chat.ask("summary", chat.text("wording-ask-summary"), at_most=1500)
    return {kind: {language: words}}


async def keep_wording(session: Any, me: Me, text: Text, result: Change | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    by = By(me.person, result.vote.municipality, me.now)
    try:
        await ballot_lists.write_final(session, result.ideas[0], by, result.words)
    except NotAllowed as error:
        return Done(_problem(text, error), then=_list(result.vote))
    return Done(text("wording-done"), then=_list(result.vote))


async def exclusive(chat: Chat) -> Change | Done:
    vote = await _vote(chat)
    if isinstance(vote, Done):
        return vote
    found = await chat.read(ballot_lists.candidates, vote.id)
    if len(found) < 2:
        return Done(chat.text("exclusive-few"), then=_list(vote))
    marked = [one for one in found if one.entry.exclusive]
    act = "mark"
    if marked:
        ways = (
            Choice("mark", chat.text("exclusive-mark"), wide=True),
            Choice("clear", chat.text("exclusive-clear"), wide=True),
        )
        act = await chat.choose("act", chat.text("exclusive-now"), ways)
    if act == "clear":
        one = await chat.choose("one", chat.text("exclusive-which"), _choices(chat, marked))
        return Change(vote, [int(one)])
    prompt, choices = chat.text("exclusive-pick"), _choices(chat, found)
    picks = await chat.pick_many("ideas", prompt, choices, at_least=2, at_most=len(found))
    return Change(vote, _together(found, [int(pick) for pick in picks]))


def _together(found: list[Candidate], picks: list[int]) -> list[int]:
    """With everything that excludes one of these already."""
    marks = {one.entry.exclusive for one in found if one.entry.idea in picks} - {""}
    return [
        one.entry.idea for one in found if one.entry.idea in picks or one.entry.exclusive in marks
    ]


async def keep_exclusive(session: Any, me: Me, text: Text, result: Change | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    by = By(me.person, result.vote.municipality, me.now)
    try:
        await ballot_lists.mark(session, result.vote.id, by, result.ideas)
    except NotAllowed as error:
        return Done(_problem(text, error), then=_list(result.vote))
    return Done(text("exclusive-done"), then=_list(result.vote))


def _problem(text: Text, error: NotAllowed) -> Html:
    return {
        "role": text("review-not-yours"),
        "frozen": text("list-made"),
        "state": text("review-refused-state"),
        "gone": text("review-refused-state"),
    }[error.why]


def _list(vote: Vote) -> Open:
    return Open("ballot-list", str(vote.id))


def _read(chat: Chat, words: dict[str, str]) -> str:
    return Words(words).read(chat.me.language, chat.me.main_language)


JOURNEYS = (
    Journey("project-final", wording, keep_wording),
    Journey("exclusive", exclusive, keep_exclusive),
)
