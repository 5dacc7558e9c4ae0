"""Putting a project on the ballot right, with a public reason.  The subject is the vote's id."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.formats import money
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, Words, lines
from storage import conduct, votes
from storage.conduct import CONDUCTS, By, Correction, NotNow
from storage.votes import Item, Vote

LONGEST = {"title": 80, "summary": 600}  # letters
LONGEST_REASON = 500
DEAREST = 10**8  # lari


@dataclass(frozen=True, slots=True)
class Corrected:
    """One change of one project, and the public reason."""

    vote: Vote
    change: Correction
    reason: str


async def script(chat: Chat) -> Corrected | Done | Open:
    vote = await chat.read(votes.find, chat.subject)
    if vote is None:
        return Open("desk")
    if not CONDUCTS & await chat.read(votes.staff_roles, chat.me.person, vote.municipality):
        return Done(chat.text("process-not-yours"))
    items = await chat.read(votes.projects, vote.id)
    listed = {str(item.number): item for item in items if item.withdrawn is None}
    choices = [Choice(id, _read(chat.me, item.title), item.number) for id, item in listed.items()]
    item = listed[await chat.choose("project", chat.text("correct-which"), choices)]
    fields = (
        Choice("cost", chat.text("correct-cost")),
        Choice("title", chat.text("correct-title")),
        Choice("summary", chat.text("correct-summary")),
    )
    field = await chat.choose("field", _page(chat, item), fields)
    new = await _new(chat, field)
    reason = await chat.ask("reason", chat.text("correct-why"), at_most=LONGEST_REASON)
    shown = money(new) if isinstance(new, int) else _read(chat.me, new)
    sure = chat.text("correct-sure", number=str(item.number), new=shown, reason=reason)
    answers = (
        Choice("yes", chat.text("process-yes"), wide=True),
        Choice("no", chat.text("process-no")),
    )
    if await chat.confirm("sure", sure, answers) == "no":
        chat.edit("field", "new-cost", "new-title", "new-summary", "reason")
    return Corrected(vote, Correction(item.number, field, new), reason)


def _page(chat: Chat, item: Item) -> Html:
    return lines(
        chat.text("vote-line", number=str(item.number), title=_read(chat.me, item.title)),
        _read(chat.me, item.summary),
        chat.text("vote-cost", money=money(round(item.cost))),
        chat.text("correct-what"),
        by="\n\n",
    )


async def _new(chat: Chat, field: str) -> int | dict[str, str]:
    if field == "cost":
        asked = chat.text("correct-new-cost")
        return await chat.number("new-cost", asked, at_least=1, at_most=DEAREST) or 0
    prompt = (
        chat.text("correct-new-title") if field == "title" else chat.text("correct-new-summary")
    )
    words = await chat.ask(f"new-{field}", prompt, at_most=LONGEST[field])
    return {chat.me.main_language: words}


async def apply(session: Any, me: Me, text: Text, result: Corrected | Done | Open) -> Outcome:
    if not isinstance(result, Corrected):
        return result
    vote = result.vote
    by = By(me.person, vote.municipality, me.now, me.main_language)
    again = Open("process", str(vote.id))
    try:
        await conduct.correct(
            session, vote.id, by, result.change, {me.main_language: result.reason}
        )
    except NotNow as refused:
        if refused.why == "pot":
            return Refused(text("correct-over-pot"), forget=("new-cost",))
        return Done(_problem(text, refused.why), then=again)
    return Done(text("correct-done"), then=again)


def _problem(text: Text, why: str) -> Html:
    return {
        "state": text("process-problem-state"),
        "role": text("process-not-yours"),
        "over": text("process-problem-over"),
        "project": text("process-problem-project"),
    }[why]


def _read(me: Me, words: Mapping[str, str]) -> str:
    return Words(words).read(me.language, me.main_language)


JOURNEYS = (Journey("project-correct", script, apply),)
