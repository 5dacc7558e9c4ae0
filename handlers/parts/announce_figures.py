"""What sending an announcement means: how many people, how long it takes, what it costs."""

from datetime import datetime

from bot.conversation import Chat
from bot.formats import when
from bot.messages import Html, lines
from handlers.parts import announce_words as words
from handlers.parts.announce_message import Bodies, as_json
from storage import campaigns, spending
from storage.announcements import Announced
from storage.audiences import count_by_bot, count_people

PER_MINUTE = 1500  # people; a bot may send about 30 messages a second


async def figures(chat: Chat, found: Announced, made: Bodies) -> Html:
    """People by messenger, minutes, cost, and the hour at which it begins."""
    text = chat.text
    by_bot = await chat.read(count_by_bot, found.audience)
    people = await chat.read(count_people, found.audience)
    at = await chat.read(campaigns.goes_out, found.municipality_id, chat.me.now, found.send_at)
    each = (
        text("announce-on-bot", bot=bot, count=words.about(text, count))
        for bot, count in by_bot.items()
    )
    return lines(
        text("announce-people", count=words.about(text, people)),
        *each,
        text("announce-left-out") if sum(by_bot.values()) < people else "",
        text("announce-topics"),
        text("announce-takes", minutes=max(by_bot.values(), default=0) // PER_MINUTE),
        await _cost(chat, found, made, at),
        text("announce-goes-out", **when(at, chat.me.zone)),
    )


async def _cost(chat: Chat, found: Announced, made: Bodies, at: datetime) -> Html:
    """At most, and what the month has cost so far."""
    terms = await chat.read(spending.terms, found.municipality_id)
    if not terms.price:
        return chat.text("announce-no-price")
    cost = await chat.read(spending.estimate, found.audience, terms, as_json(made), at)
    spent = await chat.read(spending.spent, terms, chat.me.now)
    told = chat.text("announce-costs", cost=words.euros(cost), spent=words.euros(spent))
    ceiling = chat.text("announce-ceiling", ceiling=words.euros(terms.ceiling))
    return lines(told, ceiling if terms.ceiling else "")
