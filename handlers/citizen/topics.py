"""What people want to hear of: each topic at once, once a day, or not at all."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts.topic_words import mode_name, topic_name
from storage.digests import AT
from storage.people import opt_out
from storage.residents import opted_out
from storage.tables.topics import DIGEST, NOW, OFF
from storage.topics import choose, chosen

RESUME = "resume"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A topic, and how the person wants it."""

    topic: str
    mode: str


async def script(chat: Chat) -> Chosen | str:
    text = chat.text
    modes = await chat.read(chosen, chat.me.person)
    stopped = await chat.read(opted_out, chat.me.person)
    choices = [Choice(topic, topic_name(text, topic), wide=True) for topic in modes]
    if stopped:
        choices.insert(0, Choice(RESUME, text("topics-resume"), wide=True))
    topic = await chat.choose("topic", _page(text, modes, stopped=stopped), choices)
    if topic == RESUME:
        return RESUME
    ways = (
        Choice(NOW, text("topics-want-now"), wide=True),
        Choice(DIGEST, text("topics-want-digest", hour=f"{AT:%H:%M}"), wide=True),
        Choice(OFF, text("topics-want-off"), wide=True),
    )
    return Chosen(topic, await chat.choose("mode", _topic(text, topic), ways))


def _page(text: Text, modes: dict[str, str], *, stopped: bool) -> Html:
    """What is set; and that it means nothing while everything is stopped."""
    told = (
        text("topics-line", topic=topic_name(text, topic), mode=mode_name(text, mode))
        for topic, mode in modes.items()
    )
    when = text("topics-stopped") if stopped else text("topics-always")
    return lines(text("topics-head"), lines(*told), when, text("topics-how"), by="\n\n")


def _topic(text: Text, topic: str) -> Html:
    about = {
        "votes": text("topics-about-votes"),
        "surveys": text("topics-about-surveys"),
        "meetings": text("topics-about-meetings"),
        "projects": text("topics-about-projects"),
        "learning": text("topics-about-learning"),
        "news": text("topics-about-news"),
    }[topic]
    return lines(text("topics-ask", topic=topic_name(text, topic)), about, by="\n\n")


async def apply(session: Any, me: Me, text: Text, result: Chosen | str) -> Outcome:
    """The page again, with what is true now."""
    if isinstance(result, Chosen):
        await choose(session, me.person, result.topic, result.mode, me.now)
    else:
        await opt_out(session, me.person, out=False)
    return Open("topics")


JOURNEYS = (Journey("topics", script, apply),)
