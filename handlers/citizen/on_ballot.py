"""The projects that people will vote on, before voting begins.

The subject is the vote's id; "12-5" is project no. 5 of vote 12.
"""

from typing import Any

from bot.conversation import Chat
from bot.formats import day, hour
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts.ballot_page import choice, description, read
from storage import reviews, votes
from storage.votes import Item, Vote


async def script(chat: Chat) -> Done | Open:
    id, _, number = chat.subject.partition("-")
    vote = await chat.read(votes.find, id)
    if vote is None or vote.state == "draft" or vote.municipality != chat.me.municipality:
        return Done(chat.text("vote-none"))
    if vote.takes(chat.me.received):
        return Open("vote", id)
    if vote.edition and not await chat.read(reviews.list_made, vote.id):
        return Done(_not_yet(chat, vote))
    items = await chat.read(votes.projects, vote.id)
    if shown := next((item for item in items if str(item.number) == number), None):
        return await _one(chat, vote, items, shown)
    choices = [choice(chat.me, item) for item in items]
    chosen = await chat.choose("project", _head(chat, vote), choices)
    return Open("on-ballot", f"{id}-{chosen}")


def _head(chat: Chat, vote: Vote) -> Html:
    opens, zone = vote.opens_at, chat.me.zone
    begins = chat.text("on-ballot-begins", day=day(opens, zone), hour=hour(opens, zone))
    title = chat.text("on-ballot-title", name=read(chat.me, vote.name))
    return lines(title, begins, by="\n\n")


def _not_yet(chat: Chat, vote: Vote) -> Html:
    assert vote.edition is not None
    until = vote.edition.calendar.review_until
    if chat.me.now >= until:
        return chat.text("on-ballot-soon")
    return chat.text("on-ballot-not-yet", day=day(until, chat.me.zone))


async def _one(chat: Chat, vote: Vote, items: list[Item], shown: Item) -> Open:
    after = items[(items.index(shown) + 1) % len(items)]
    choices = (
        Choice("next", chat.text("vote-next"), wide=True),
        Choice("list", chat.text("vote-list"), wide=True),
    )
    go = await chat.choose("go", description(chat, shown), choices)
    return Open("on-ballot", f"{vote.id}-{after.number}" if go == "next" else str(vote.id))


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


JOURNEYS = (Journey("on-ballot", script, apply),)
