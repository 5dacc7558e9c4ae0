"""Names of topics, and of how often people hear of them."""

from bot.journey import Text
from bot.messages import Html


def topic_name(text: Text, topic: str) -> Html:
    return {
        "votes": text("topics-votes"),
        "surveys": text("topics-surveys"),
        "meetings": text("topics-meetings"),
        "projects": text("topics-projects"),
        "learning": text("topics-learning"),
        "news": text("topics-news"),
    }[topic]


def mode_name(text: Text, mode: str) -> Html:
    return {
        "now": text("topics-now"),
        "digest": text("topics-digest"),
        "off": text("topics-off"),
    }[mode]
